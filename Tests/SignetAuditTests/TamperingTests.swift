import Foundation
import Signet
import SignetAudit
import SignetTesting
import Testing

@Suite struct `Tampering` {
    @Test func `a log that nobody touched is sound`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(25)
        let verification = try fixture.verify()
        #expect(verification.problems.isEmpty)
        #expect(verification.recordCount == 25)
        #expect(verification.checkpointCount == 8)
        #expect(verification.newestCheckpoint?.sequence == 24)
        #expect(verification.unsignedCount == 1)
        #expect(verification.first == 1)
        #expect(try fixture.segments().count == 3)
        #expect(try AuditFileSet([fixture.path]).tenants == ["acme"])
    }

    @Test func `every byte that is changed is noticed, and said where`() async throws {
        let fixture = try LogFixture(
            policy: AuditPolicy(checkpointInterval: 3, segmentLimit: 4)
        )
        try await fixture.record(6)
        for file in try fixture.segments() {
            let original = try Data(contentsOf: URL(filePath: file))
            var line = 1
            for place in original.indices {
                if original[place] == UInt8(ascii: "\n") { line += 1 }
                var changed = original
                // Another letter, the other case, a byte that is no ASCII.
                changed[place] ^= [1, 0x20, 0x80][place % 3]
                try fixture.overwrite(file, with: changed)
                let found = try Self.look(fixture)
                let isNear = found.problems.contains { problem in
                    problem.place?.file == file && abs((problem.place?.line ?? 0) - line) <= 1
                }
                // Without its line feed, the last record of all looks like half of one.
                let isTorn = found.torn?.file == file && place == original.indices.last
                #expect(isNear || isTorn, "byte \(place) of \(file), line \(line)")
            }
            try fixture.overwrite(file, with: original)
        }
        #expect(try fixture.verify().isSound)
    }

    /// What is found in all files of all tenants, whoever they say they are.
    private static func look(
        _ fixture: LogFixture
    ) throws -> (problems: [AuditProblem], torn: AuditPlace?) {
        let set = try AuditFileSet([fixture.path])
        var problems = set.problems
        var torn: AuditPlace?
        for tenant in set.tenants {
            let verification = try set.verify(tenant, keys: [fixture.signer.publicKey])
            problems += verification.problems
            torn = torn ?? verification.torn
        }
        return (problems, torn)
    }

    @Test func `every line that is taken out, doubled or swapped is noticed`() async throws {
        let fixture = try LogFixture()
        // The last record is signed: whatever is missing, something vouches for it.
        try await fixture.record(24)
        for file in try fixture.segments() {
            let lines = try fixture.lines(file)
            for index in lines.indices {
                var fewer = lines
                fewer.remove(at: index)
                try fixture.write(fewer, to: file)
                let isCheckpoint = lines[index].hasPrefix(#"{"checkpoint""#)
                try Self.expectProblem(fixture, file, near: index, isSilent: isCheckpoint)
                var more = lines
                more.insert(lines[index], at: index)
                try fixture.write(more, to: file)
                // A checkpoint that stands twice says the same twice.
                try Self.expectProblem(fixture, file, near: index, isSilent: isCheckpoint)
                guard index + 1 < lines.count else { continue }
                var swapped = lines
                swapped.swapAt(index, index + 1)
                try fixture.write(swapped, to: file)
                try Self.expectProblem(fixture, file, near: index)
            }
            try fixture.write(lines, to: file)
        }
    }

    private static func expectProblem(
        _ fixture: LogFixture,
        _ file: String,
        near index: Int,
        isSilent: Bool = false
    ) throws {
        let set = try AuditFileSet([fixture.path])
        let found = try fixture.verify().problems + set.problems
        let isNear = found.contains { problem in
            // A record that is gone at the end of a file shows where the next one begins.
            abs((problem.place?.line ?? 0) - index) <= 2
                || problem.sequence.map { abs(Int($0) - index) <= 12 } ?? false
        }
        #expect(isSilent || isNear, "line \(index + 1) of \(file): \(found)")
    }

    @Test func `a record that is gone is named`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(9)
        let file = try fixture.segments()[0]
        var lines = try fixture.lines(file)
        // The header, a record, its checkpoint, and then the second to the fifth.
        #expect(lines[6].hasPrefix(#"{"seq":5,"#))
        lines.remove(at: 6)
        try fixture.write(lines, to: file)
        let problem = try #require(try fixture.verify().problems.first)
        #expect(problem.code == .missing)
        #expect(problem.sequence == 5)
        #expect(problem.place == AuditPlace(file: file, line: 7))
        #expect(problem.message == "record 5 is missing")
    }

    @Test func `records in another order are named`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(4)
        let file = try fixture.segments()[0]
        var lines = try fixture.lines(file)
        lines.swapAt(3, 4)
        try fixture.write(lines, to: file)
        let verification = try fixture.verify()
        #expect(verification.codes == ["out_of_order"])
        #expect(verification.problems.first?.sequence == 2)
        #expect(verification.problems.first?.place?.line == 5)
    }

    @Test func `a rewritten end is noticed at its checkpoint`() async throws {
        // Somebody who can write the store and has no key records another history.
        let fixture = try LogFixture(policy: AuditPolicy(checkpointInterval: 100))
        try await fixture.record(6)
        try await fixture.log.checkpoint("acme")
        let file = try fixture.segments()[0]
        let lines = try fixture.lines(file)
        var hash = try AuditRecord(json: lines[3], tenant: "acme").hash
        var forged = Array(lines[...3])
        for line in lines[4...7] {
            let edited = line.replacing("\"user", with: "\"evil")
            let record = try AuditRecord(json: edited, tenant: "acme")
            let computed = record.computedHash(after: hash)
            forged.append(edited.replacing(record.hash.description, with: computed.description))
            hash = computed
        }
        try fixture.write(forged + [lines[8]], to: file)
        let verification = try fixture.verify()
        #expect(Set(verification.codes) == ["checkpoint_mismatch", "rewritten"])
        let mismatch = try #require(verification.problems.first { $0.code == .checkpointMismatch })
        #expect(mismatch.sequence == 6)
        #expect(mismatch.place == AuditPlace(file: file, line: 9))
        #expect(mismatch.message.contains("records 2 to 6 are not those that were signed"))
    }

    @Test func `a checkpoint of another key is noticed`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(4)
        let stranger = try AuditSigner(seed: [UInt8](repeating: 1, count: 32))
        #expect(try fixture.verify(keys: [stranger.publicKey]).codes.contains("unknown_key"))
        // Without a key that is trusted, the log only agrees with itself.
        #expect(try fixture.verify(keys: []).isSound)
        #expect(try fixture.verify(keys: [stranger.publicKey, fixture.signer.publicKey]).isSound)
    }

    @Test func `a log without signatures proves nothing to who trusts a key`() async throws {
        let fixture = try LogFixture(policy: AuditPolicy(checkpointInterval: 100))
        try await fixture.record(3)
        #expect(try fixture.verify().isSound)
        let file = try fixture.segments()[0]
        let lines = try fixture.lines(file).filter { !$0.hasPrefix(#"{"checkpoint""#) }
        try fixture.write(lines, to: file)
        try FileManager.default.removeItem(atPath: "\(fixture.path)/acme/newest-checkpoint.json")
        #expect(try fixture.verify().codes == ["unsigned"])
        #expect(try fixture.verify(keys: []).isSound)
    }

    @Test func `records of another tenant do not fit`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(5)
        try await fixture.record(5, tenant: "other")
        let own = try fixture.segments()[0]
        let other = try fixture.segments("other")[0]
        let (ownLines, otherLines) = (try fixture.lines(own), try fixture.lines(other))
        for (line, sequence) in [(1, 1), (3, 2), (4, 3), (5, 4)] as [(Int, UInt64)] {
            var mixed = ownLines
            mixed[line] = otherLines[line]
            try fixture.write(mixed, to: own)
            let verification = try fixture.verify()
            #expect(verification.codes.first == "edited")
            #expect(verification.problems.first?.sequence == sequence)
        }
        try fixture.write([ownLines[0]] + otherLines[1...], to: own)
        #expect(try fixture.verify().codes.contains("wrong_tenant"))
        try fixture.write(otherLines, to: own)
        #expect(try fixture.verify().codes.contains("truncated"))
        try fixture.write(ownLines + otherLines, to: own)
        #expect(try fixture.verify().codes.contains("wrong_tenant"))
    }

    @Test func `a segment of another history does not fit`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(25)
        // The same key, the same tenant, the same number of records: a backup of another machine.
        let other = try LogFixture(seed: 50)
        try await other.record(25)
        for index in 0..<3 {
            let file = try fixture.segments()[index]
            let original = try fixture.lines(file)
            try fixture.write(try other.lines(try other.segments()[index]), to: file)
            let verification = try fixture.verify()
            #expect(!verification.isSound, "segment \(index)")
            #expect(verification.codes.contains("spliced"))
            try fixture.write(original, to: file)
        }
        #expect(try fixture.verify().isSound)
    }

    @Test func `a segment that is gone is named`() async throws {
        for (index, code) in [(0, "beginning_missing"), (1, "missing"), (2, "truncated")] {
            let fixture = try LogFixture()
            try await fixture.record(24)
            try FileManager.default.removeItem(atPath: fixture.segments()[index])
            let verification = try fixture.verify()
            #expect(verification.codes.contains(code), "\(index): \(verification.problems)")
        }
    }
}

import Foundation
import Signet
import SignetAudit
import Testing

@Suite struct `Truncation` {
    /// Keeps the lines of the only segment up to that of a record.
    private static func cut(_ fixture: LogFixture, behind sequence: Int) throws {
        let file = try fixture.segments()[0]
        let lines = try fixture.lines(file)
        let index = try #require(lines.firstIndex { $0.hasPrefix("{\"seq\":\(sequence),") })
        try fixture.write(Array(lines[...index]), to: file)
    }

    @Test(arguments: 2...8)
    func `an end before the newest checkpoint is noticed`(sequence: Int) async throws {
        let fixture = try LogFixture(policy: AuditPolicy(checkpointInterval: 4))
        try await fixture.record(10)
        try Self.cut(fixture, behind: sequence)
        let verification = try fixture.verify()
        #expect(verification.codes == ["truncated"])
        #expect(verification.problems.first?.sequence == UInt64(sequence) + 1)
        #expect(
            verification.problems.first?.message.hasSuffix("known to have reached record 9") == true
        )
    }

    @Test func `behind the newest checkpoint only somebody else's knowledge helps`() async throws {
        let fixture = try LogFixture(policy: AuditPolicy(checkpointInterval: 4))
        try await fixture.record(10)
        let end = try await fixture.store.head(of: "acme").position
        try Self.cut(fixture, behind: 9)
        // No more can be missing than stands between two checkpoints.
        #expect(try fixture.verify().isSound)
        #expect(try fixture.verify().unsignedCount <= 4)
        let verification = try fixture.verify(expecting: [end])
        #expect(verification.codes == ["truncated"])
        #expect(verification.problems.first?.sequence == 10)
    }

    @Test func `an old checkpoint in the place of the newest is noticed`() async throws {
        let fixture = try LogFixture(policy: AuditPolicy(checkpointInterval: 4))
        try await fixture.record(10)
        let old = try await fixture.store.checkpoints(of: "acme", from: 0, limit: 1)[0]
        let newest = try await fixture.store.head(of: "acme").checkpoint
        let file = try fixture.segments()[0]
        let lines = try fixture.lines(file).filter { line in
            !line.hasPrefix(#"{"checkpoint""#) || line == old.json
        }
        try fixture.write(lines, to: file)
        try fixture.write([old.json], to: "\(fixture.path)/acme/newest-checkpoint.json")
        let verification = try fixture.verify()
        #expect(verification.codes == ["checkpoint_missing"])
        #expect(
            verification.problems.first?.message.hasPrefix("records 2 to 10 have no checkpoint")
                == true
        )
        // Whoever also cuts the records off leaves a log that was right once; its copy tells.
        try Self.cut(fixture, behind: 5)
        #expect(try fixture.verify().isSound)
        let known = try fixture.verify(checkpoints: [newest].compactMap { $0 })
        #expect(known.codes == ["truncated"])
    }

    @Test func `checkpoints that are taken out are missed`() async throws {
        let fixture = try LogFixture(policy: AuditPolicy(checkpointInterval: 4))
        try await fixture.record(20)
        let file = try fixture.segments()[0]
        let lines = try fixture.lines(file)
        let checkpoints = lines.indices.filter { lines[$0].hasPrefix(#"{"checkpoint""#) }
        for index in checkpoints.dropFirst().dropLast() {
            var fewer = lines
            fewer.remove(at: index)
            try fixture.write(fewer, to: file)
            #expect(try fixture.verify().codes == ["checkpoint_missing"])
        }
    }

    @Test func `a place that is known proves what was before it`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(12)
        let records = try await fixture.store.records(of: "acme", from: 1, limit: 12)
        for record in records {
            #expect(try fixture.verify(expecting: [record.position]).isSound)
            let other = AuditPosition(
                sequence: record.sequence,
                hash: records[0].computedHash(
                    after: record.hash
                )
            )
            let verification = try fixture.verify(expecting: [other])
            #expect(verification.codes == ["rewritten"])
            #expect(verification.problems.first?.sequence == record.sequence)
        }
        let text = records[5].position.description
        #expect(AuditPosition(text) == records[5].position)
        #expect(text.hasPrefix("6:"))
    }

    @Test func `half a line is cut off by the next writer, and said`() async throws {
        let fixture = try LogFixture(policy: AuditPolicy(checkpointInterval: 100))
        try await fixture.record(3)
        let file = try fixture.segments()[0]
        let whole = try Data(contentsOf: URL(filePath: file))
        let line = try #require(try fixture.lines(file).last).utf8.count + 1
        for kept in 1..<line {
            try fixture.overwrite(file, with: whole.dropLast(line - kept))
            let torn = try fixture.verify()
            #expect(torn.isSound)
            #expect(torn.torn == AuditPlace(file: file, line: 5))
            #expect(torn.recordCount == 2)
            let recovery = Recoveries()
            let store = try DirectoryAuditStore(
                path: fixture.path,
                durability: .none,
                report: { recovery.add($0) }
            )
            try await AuditLog(store: store, signer: nil).record(LogFixture.event(3))
            let found = recovery.all
            #expect(found.map(\.byteCount) == [UInt64(kept)])
            #expect(found.map(\.sequence) == [2])
            let verification = try fixture.verify()
            #expect(verification.isSound && verification.torn == nil)
            #expect(verification.recordCount == 3)
        }
    }

    @Test func `nothing is added to a log that no log wrote`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(3)
        let file = try fixture.segments()[0]
        let lines = try fixture.lines(file)
        for broken in [
            Array(lines[...2] + lines[4...]), lines + ["{}"], lines + [lines[3]],
            Array(lines.dropFirst()),
        ] {
            try fixture.write(broken, to: file)
            let store = try DirectoryAuditStore(existing: fixture.path)
            await #expect(throws: AuditError.self) {
                try await AuditLog(store: store, signer: nil).record(LogFixture.event(4))
            }
            #expect(try fixture.lines(file) == broken)
        }
    }
}

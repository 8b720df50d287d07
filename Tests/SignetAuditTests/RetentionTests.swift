import Foundation
import ProcessTesting
import Signet
import SignetAudit
import Testing

@Suite struct `Retention` {
    @Test func `old segments are put away and dropped, and the chain says so`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(25)
        var archived: [AuditSegment] = []
        let segments = try await fixture.store.segments(of: "acme")
        let second = try #require(segments[1].seal)
        let dropped = try await fixture.log.drop(
            "acme",
            closedBefore: second.time,
            by: "ops",
            reason: "a year is over"
        ) { archived.append($0) }
        #expect(dropped.map(\.first) == [1])
        #expect(archived == dropped)
        let verification = try fixture.verify()
        #expect(verification.problems.isEmpty)
        #expect(verification.first == 11)
        #expect(verification.dropRecord == 26)
        #expect(verification.unsignedCount == 0)
        let account = try await fixture.store.records(of: "acme", from: 26, limit: 1)[0]
        #expect(account.action == "audit.drop")
        #expect(account.detail("through") == "10")
        #expect(account.detail("head") == segments[0].seal?.position.hash.description)
    }

    @Test func `nothing is dropped before its time, nor an open segment`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(12)
        let none = try await fixture.log.drop("acme", closedBefore: 0, by: "ops", reason: "r")
        #expect(none.isEmpty)
        let some = try await fixture.log.drop("acme", closedBefore: .max, by: "ops", reason: "r")
        #expect(some.map(\.first) == [1])
        #expect(try fixture.verify().isSound)
        try await fixture.log.seal("acme")
        try await fixture.log.drop("acme", closedBefore: .max, by: "ops", reason: "r")
        let verification = try fixture.verify()
        #expect(verification.isSound, "\(verification.problems)")
        #expect(verification.first > 12)
    }

    @Test func `an archived segment is verified with the rest, or alone`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(25)
        let copy = "\(fixture.directory.path)/archive.jsonl"
        try FileManager.default.copyItem(atPath: fixture.segments()[0], toPath: copy)
        let middle = "\(fixture.directory.path)/middle.jsonl"
        try FileManager.default.copyItem(atPath: fixture.segments()[1], toPath: middle)
        let seal = try #require(try await fixture.store.segments(of: "acme")[0].seal)
        try await fixture.log.drop(
            "acme",
            closedBefore: seal.time + 1,
            by: "ops",
            reason: "r"
        )
        let keys: Set = [fixture.signer.publicKey]
        let whole = try AuditFileSet([copy, fixture.path]).verify("acme", keys: keys)
        #expect(whole.isSound)
        #expect(whole.first == 1 && whole.recordCount == 26)
        let alone = try AuditFileSet([middle]).verify("acme", keys: keys)
        #expect(alone.isSound)
        #expect(alone.first == 11 && alone.end.sequence == 20)
    }

    @Test func `a beginning that nobody dropped is missed`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(25)
        try await fixture.store.drop("acme", through: 10)
        let verification = try fixture.verify()
        #expect(verification.codes == ["beginning_missing"])
        // An account of less explains less.
        let other = try LogFixture()
        try await other.record(25)
        let seal = try #require(try await other.store.segments(of: "acme")[0].seal)
        try await other.log.drop("acme", closedBefore: seal.time + 1, by: "o", reason: "r")
        try await other.store.drop("acme", through: 20)
        #expect(try other.verify().codes == ["beginning_missing"])
    }
}

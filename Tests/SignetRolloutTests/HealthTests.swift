import Signet
import SignetAudit
import SignetRollout
import SignetTesting
import Testing

@Suite struct `The health of a step` {
    /// A flag at a stage, for a time in which IDs of some families came by.
    private static func verdict(
        _ stage: RolloutStage,
        _ inbound: [String: UInt64],
        outbound: [String: UInt64] = [:],
        refused: UInt64 = 0,
        age: UInt64 = 3_600_000,
        lastLegacy: UInt64? = nil
    ) async throws -> StepVerdict {
        let fixture = RolloutFixture()
        let flag = try await fixture.force(stage)
        fixture.clock.advance(by: age)
        try await fixture.store.publish(
            [
                FormatTally(
                    service: "chat",
                    kind: "thread",
                    step: flag.revision,
                    inbound: inbound,
                    outbound: outbound,
                    refused: refused,
                    lastLegacy: lastLegacy.map { RolloutFixture.time + $0 }
                )
            ],
            of: "a"
        )
        return try await fixture.flags.health(of: flag.target).verdict
    }

    @Test func `both forms known and enough of them: on to writing new ones`() async throws {
        let verdict = try await Self.verdict(.dual, ["counted": 8, "current": 4])
        #expect(verdict.isSafe && verdict.next == .new && !verdict.shouldGoBack)
        #expect(verdict.reason == "12 IDs came by in 1 hour, and each is one that is known")
    }

    @Test func `too little, too soon, or something unknown`() async throws {
        let few = try await Self.verdict(.dual, ["counted": 9])
        #expect(!few.isSafe && few.reason.hasPrefix("only 9 IDs"))
        let soon = try await Self.verdict(.dual, ["counted": 90], age: 59_999)
        #expect(!soon.isSafe && soon.reason.hasPrefix("the last step was less than a minute ago"))
        for family in ["unknown", "credential"] {
            let unknown = try await Self.verdict(.dual, ["counted": 90, family: 1])
            #expect(!unknown.isSafe && unknown.reason.hasPrefix("1 texts are of no family"))
        }
    }

    @Test func `strict only after a quiet time`() async throws {
        let quiet = try await Self.verdict(.new, ["current": 90, "counted": 1], lastLegacy: 1000)
        #expect(quiet.isSafe && quiet.next == .strict)
        #expect(quiet.reason == "no ID of an earlier form was seen for 59 minutes")
        let loud = try await Self.verdict(.new, ["current": 90, "uuid": 1], lastLegacy: 3_000_001)
        #expect(!loud.isSafe)
        #expect(loud.reason.hasPrefix("an ID of an earlier form was seen 9 minutes ago"))
        let young = try await Self.verdict(.new, ["current": 90], age: 599_999)
        #expect(!young.isSafe)
    }

    @Test func `refusals say to go back`() async throws {
        let strict = try await Self.verdict(.strict, ["current": 90, "counted": 3], refused: 3)
        #expect(strict.shouldGoBack && strict.next == nil)
        let new = try await Self.verdict(
            .new,
            ["current": 90],
            outbound: ["counted": 2],
            refused: 2
        )
        #expect(new.shouldGoBack && !new.isSafe)
        let done = try await Self.verdict(.strict, ["current": 90])
        #expect(!done.shouldGoBack)
    }

    @Test func `figures of another step, service or process`() async throws {
        let fixture = RolloutFixture()
        let old = try await fixture.force(.dual)
        let flag = try await fixture.force(.new)
        func tally(_ service: String, _ step: UInt64, _ count: UInt64) -> FormatTally {
            FormatTally(
                service: service,
                kind: "thread",
                step: step,
                inbound: ["current": count, "counted": 1],
                outbound: ["current": 1],
                refused: 0,
                lastLegacy: count
            )
        }
        let health = FlagHealth(
            of: flag,
            [
                tally("chat", flag.revision, 5), tally("chat", flag.revision, 2),
                tally("chat", old.revision, 100), tally("auth", flag.revision, 100),
            ],
            now: RolloutFixture.time,
            policy: HealthPolicy()
        )
        #expect(health.inbound == ["current": 7, "counted": 2])
        #expect(health.outbound == ["current": 2])
        #expect(health.count(of: .new) == 9)
        #expect(health.legacyShare == 2.0 / 11.0)
        #expect(health.lastLegacy == 5)
    }

    @Test func `the whole way forward and back, by the figures alone`() async throws {
        let fixture = RolloutFixture()
        let target = try #require(RolloutFixture.thread)
        let validator = fixture.validator()
        func step(_ stage: RolloutStage) async throws {
            try await fixture.flags.publish([validator], of: "a")
            try await fixture.flags.set(target, to: stage, by: "alice", reason: "next")
        }
        // The first step has no figures yet: nobody counted before there was a flag.
        try await step(.dual)
        for _ in 0..<20 { validator.classify(RolloutFixture.legacy, kind: .thread) }
        await #expect(throws: RolloutError.self) { try await step(.new) }
        fixture.clock.advance(by: 60_000)
        try await step(.new)
        for _ in 0..<20 { validator.classify(RolloutFixture.new, kind: .thread) }
        validator.classify(RolloutFixture.legacy, kind: .thread)
        fixture.clock.advance(by: 599_000)
        await #expect(throws: RolloutError.self) { try await step(.strict) }
        fixture.clock.advance(by: 1000)
        try await step(.strict)
        validator.classify(RolloutFixture.legacy, kind: .thread)
        try await fixture.flags.publish([validator], of: "a")
        #expect(try await fixture.flags.health(of: target).verdict.shouldGoBack)
        try await step(.dual)
        #expect(validator.classify(RolloutFixture.legacy, kind: .thread).isAllowed)
        #expect(fixture.audit.events.map { $0.details["to"] } == ["dual", "new", "strict", "dual"])
    }
}

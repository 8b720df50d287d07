import Logging
import Signet
import SignetRollout
import SignetTesting
import Synchronization
import Testing

@Suite struct `The validator` {
    private static let secret = "session_sk_" + String(repeating: "0", count: 58)

    @Test(arguments: [
        (RolloutFixture.new, "new", "current"),
        ("thread_chat_1726234567890_000001_a1b2c3d4e5f607", "new", "current"),
        ("0191eb99-24d2-7000-81a1-b2c3d4e5f607", "new", "uuid_v7"),
        ("C1D7A3F0-9B52-4E68-8A41-7F0E3B2C5D96", "legacy", "uuid"),
        (RolloutFixture.legacy, "legacy", "counted"),
        ("ws_ab12cd34", "legacy", "truncated"),
        ("run_thread_chat_42_ab12cd34_17565_9f8e7d6c", "legacy", "run_of_thread"),
        ("user:user_01j7nsj96je00838djrfaebxg7:theme:dark", "mixed", "mixed"),
        ("thread_01j7nsj96je00838djrfaebxgu", "unknown", "unknown"),
        ("hello world", "unknown", "unknown"), ("", "unknown", "unknown"),
        (secret, "credential", "credential"),
    ])
    func `texts are told apart`(text: String, format: String, family: String) {
        let classification = RolloutFixture().validator().classify(text)
        #expect(classification.format.description == format)
        #expect(classification.family == family)
    }

    @Test(arguments: [
        (RolloutStage.legacy, [false, true, true, false]),
        (.dual, [true, true, true, false]),
        (.new, [true, true, false, true]),
        (.strict, [true, false, false, true]),
    ])
    func `each stage allows what it reads and writes`(
        stage: RolloutStage,
        expected: [Bool]
    ) async throws {
        let fixture = RolloutFixture()
        try await fixture.force(stage)
        let validator = fixture.validator()
        let allowed = [IDDirection.inbound, .outbound].flatMap { direction in
            [RolloutFixture.new, RolloutFixture.legacy].map { text in
                validator.classify(text, kind: .thread, direction: direction).isAllowed
            }
        }
        #expect(
            allowed == [expected[0], expected[1], stage.writesNew, !stage.writesNew],
            "\(stage): in new, in legacy, out new, out legacy"
        )
        #expect(validator.classify("hello", kind: .thread).isAllowed)
        #expect(!validator.classify(Self.secret, kind: .thread).isAllowed)
    }

    @Test func `what is refused is said without repeating it`() async throws {
        let fixture = RolloutFixture()
        try await fixture.force(.strict)
        let validator = fixture.validator()
        #expect(try validator.admit(RolloutFixture.new, kind: .thread).kind == .thread)
        #expect {
            try validator.admit(RolloutFixture.legacy, kind: .thread)
        } throws: { error in
            (error as? RolloutError)?.code == .refused
                && !"\(error)".contains("chat_42")
        }
    }

    @Test func `counts are of the step since which they are`() async throws {
        let fixture = RolloutFixture()
        try await fixture.force(.dual)
        let validator = fixture.validator()
        for _ in 0..<5 { validator.classify(RolloutFixture.legacy, kind: .thread) }
        validator.classify("run_chat_42_ab12cd34", kind: .run)
        #expect(validator.tallies().first { $0.kind == "thread" }?.inbound == ["counted": 5])
        try await fixture.force(.new)
        #expect(validator.tallies().first { $0.kind == "thread" } == nil)
        validator.classify(RolloutFixture.new, kind: .thread)
        validator.classify(RolloutFixture.legacy, kind: .thread, direction: .outbound)
        // A change of another flag does not end the step of this one.
        try await fixture.force(.dual, RolloutTarget(service: "chat", kind: .run))
        try await fixture.force(.dual, RolloutTarget(service: "auth", kind: .run))
        let tally = try #require(validator.tallies().first { $0.kind == "thread" })
        #expect(tally.inbound == ["current": 1])
        #expect(tally.outbound == ["counted": 1])
        #expect(tally.refused == 1)
        #expect(tally.step == 2)
        #expect(tally.lastLegacy == RolloutFixture.time)
    }

    @Test func `a change of another flag takes nothing from a step that nobody asked about`()
        async throws
    {
        let fixture = RolloutFixture()
        try await fixture.force(.dual)
        let validator = fixture.validator()
        validator.classify(RolloutFixture.legacy, kind: .thread)
        try await fixture.force(.new)
        validator.classify(RolloutFixture.new, kind: .thread)
        try await fixture.force(.dual, RolloutTarget(service: "chat", kind: .run))
        #expect(validator.tallies().map(\.inbound) == [["current": 1]])
    }

    @Test func `threads count together`() async throws {
        let validator = RolloutFixture().validator()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<5000 { validator.classify(RolloutFixture.new) }
                }
            }
        }
        #expect(validator.tallies().map(\.inbound) == [["current": 40_000]])
    }

    @Test func `the last offenders are kept, safe to print`() async throws {
        let fixture = RolloutFixture()
        try await fixture.force(.strict, RolloutFixture.all)
        let validator = fixture.validator(policy: AlertPolicy(offenderCount: 3))
        for number in 0..<10 { validator.classify("thread_chat_\(number)_ab12cd34", kind: .thread) }
        #expect(
            validator.lastOffenders.map(\.text)
                == [9, 8, 7].map { "thread_chat_\($0)_ab12cd34" }
        )
        #expect(validator.lastOffenders.allSatisfy { $0.stage == .strict && $0.kind == .thread })
        validator.classify(Self.secret)
        #expect(validator.lastOffenders[0].text == "(credential)")
        validator.classify("user:usr_\u{1b}[31m_alice:" + String(repeating: "x", count: 300))
        let shown = validator.lastOffenders.map(\.text).joined()
        #expect(!shown.contains("\u{1b}"))
        #expect(validator.lastOffenders.allSatisfy { $0.text.count < 200 })
    }

    @Test func `alerts come now and then, and say how many there were`() async throws {
        let fixture = RolloutFixture()
        try await fixture.force(.strict)
        let (sink, alerts) = AlertSink.stream()
        let validator = fixture.validator(alerts: [sink])
        for _ in 0..<5 { validator.classify(RolloutFixture.legacy, kind: .thread) }
        validator.classify("ws_ab12cd34", kind: .thread)
        fixture.clock.advance(by: 59_000)
        validator.classify(RolloutFixture.legacy, kind: .thread)
        fixture.clock.advance(by: 1000)
        validator.classify(RolloutFixture.legacy, kind: .thread)
        var iterator = alerts.makeAsyncIterator()
        let first = try #require(await iterator.next())
        let second = try #require(await iterator.next())
        let third = try #require(await iterator.next())
        #expect([first, second, third].map(\.count) == [1, 1, 6])
        #expect(
            [first, second, third].map(\.offender.family) == ["counted", "truncated", "counted"]
        )
        #expect(
            third.json
                == #"{"alert":"signet.rollout","service":"chat","kind":"thread","family":"counted","#
                + #""format":"legacy","stage":"strict","direction":"inbound","count":6,"#
                + #""example":"thread_chat_42_ab12cd34","time_ms":1726234627890}"#
        )
    }

    @Test func `metrics and Prometheus show what was counted`() async throws {
        let fixture = RolloutFixture()
        try await fixture.force(.strict)
        let validator = fixture.validator()
        for _ in 0..<3 { validator.classify(RolloutFixture.new, kind: .thread) }
        validator.classify(RolloutFixture.legacy, kind: .thread)
        #expect(
            fixture.flags.prometheusText([validator]) == """
                # HELP signet_rollout_stage The stage: 0 legacy, 1 dual, 2 new, 3 strict.
                # TYPE signet_rollout_stage gauge
                signet_rollout_stage{service="chat",kind="thread"} 3
                # HELP signet_ids_total IDs that came by.
                # TYPE signet_ids_total counter
                signet_ids_total{service="chat",kind="thread",direction="inbound",family="current",format="new"} 3
                signet_ids_total{service="chat",kind="thread",direction="inbound",family="counted",format="legacy"} 1
                # HELP signet_ids_refused_total IDs that the stage did not allow.
                # TYPE signet_ids_refused_total counter
                signet_ids_refused_total{service="chat",kind="thread",direction="inbound"} 1

                """
        )
        var text = PrometheusText()
        text.sample("x", [("name", "a\"b\\c\nd")], 1)
        #expect(text.text == "x{name=\"a\\\"b\\\\c\\nd\"} 1\n")
    }
}

import ProcessTesting
import Signet
import SignetAudit
import SignetRollout
import SignetStoreTesting
import Testing

@Suite struct `Rollout flags` {
    private static let chat = RolloutFixture.thread

    @Test(arguments: FlagStoreContract.clauses)
    func `memory keeps the contract`(clause: ContractClause<FlagStoreContract.Make>) async throws {
        try await clause.check { MemoryFlagStore() }
    }

    @Test(arguments: FlagStoreContract.clauses)
    func `a file keeps the contract`(clause: ContractClause<FlagStoreContract.Make>) async throws {
        let directory = try TemporaryDirectory()
        try await clause.check { try FileFlagStore(path: "\(directory.path)/flags") }
    }

    @Test(arguments: RolloutStage.allCases, RolloutStage.allCases)
    func `every way back is open`(from: RolloutStage, to: RolloutStage) async throws {
        let fixture = RolloutFixture()
        let target = try #require(Self.chat)
        let gate = fixture.flags.gate(service: "chat", kind: .thread)
        try await fixture.force(from)
        #expect(gate.stage == from)
        let code = await RolloutFixture.refusal { () throws(RolloutError) in
            try await fixture.flags.set(target, to: to, by: "bob", reason: "errors")
        }
        if to <= from {
            #expect(code == nil)
            #expect(gate.stage == to)
        } else {
            #expect(code == (from.next == to ? .unsafeStep : .skipsStage))
            #expect(gate.stage == from)
        }
    }

    @Test func `what each stage reads and writes`() {
        #expect(RolloutStage.allCases.map(\.readsLegacy) == [true, true, true, false])
        #expect(RolloutStage.allCases.map(\.readsNew) == [false, true, true, true])
        #expect(RolloutStage.allCases.map(\.writesNew) == [false, false, true, true])
        #expect(RolloutStage.allCases.map(\.recordsPairs) == [false, true, true, false])
        #expect(RolloutStage.allCases.sorted() == RolloutStage.allCases)
        #expect(RolloutStage.allCases.compactMap(\.next) == [.dual, .new, .strict])
        #expect(RolloutStage.allCases.compactMap(\.previous) == [.legacy, .dual, .new])
    }

    @Test func `a kind follows its own flag, else that of all kinds, else the default`()
        async throws
    {
        let fixture = RolloutFixture()
        let gates = [Kind.thread, .run].map { fixture.flags.gate(service: "chat", kind: $0) }
        let other = fixture.flags.gate(service: "auth", kind: .thread)
        #expect(gates.map(\.stage) == [.legacy, .legacy])
        try await fixture.force(.dual, RolloutFixture.all)
        #expect(gates.map(\.stage) == [.dual, .dual])
        try await fixture.force(.new)
        #expect(gates.map(\.stage) == [.new, .dual])
        try await fixture.force(.strict, RolloutFixture.all)
        #expect(gates.map(\.stage) == [.new, .strict])
        #expect(other.stage == .legacy)
        #expect(fixture.flags.gate(service: "chat", kind: .run).stage == .strict)
        #expect(fixture.flags.gate(service: "no service", kind: .run).stage == .legacy)
    }

    @Test func `a change is on record before it is made`() async throws {
        let fixture = RolloutFixture()
        try await fixture.force(.dual)
        let event = try #require(fixture.audit.events.first)
        #expect(event.action == "rollout.set")
        #expect(event.actor == "alice")
        #expect(
            event.details == [
                "target": "chat/thread", "from": "legacy", "to": "dual", "reason": "test",
                "forced": "true",
            ]
        )
        fixture.audit.breakDown()
        let target = try #require(Self.chat)
        let code = await RolloutFixture.refusal { () throws(RolloutError) in
            try await fixture.flags.set(target, to: .legacy, by: "bob", reason: "errors")
        }
        #expect(code == .notAudited)
        #expect(fixture.flags.gate(service: "chat", kind: .thread).stage == .dual)
        #expect(try await fixture.store.revision() == 1)
    }

    @Test func `a change wants somebody and a reason`() async throws {
        let fixture = RolloutFixture()
        let target = try #require(Self.chat)
        for (actor, reason) in [
            ("", "r"), ("a", ""), (String(repeating: "a", count: 257), "r"),
            ("a", String(repeating: "r", count: 1025)),
        ] {
            let code = await RolloutFixture.refusal { () throws(RolloutError) in
                try await fixture.flags.set(target, to: .dual, by: actor, reason: reason)
            }
            #expect(code == .invalid)
        }
        #expect(fixture.audit.events.isEmpty)
    }

    @Test func `a change of another process comes in, and is not overwritten unseen`() async throws
    {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/flags"
        let here = RolloutFixture(try FileFlagStore(path: path))
        let there = RolloutFixture(try FileFlagStore(path: path))
        let gate = there.flags.gate(service: "chat", kind: .thread)
        try await here.force(.dual)
        #expect(gate.stage == .legacy)
        try await there.flags.refresh()
        #expect(gate.stage == .dual)
        // Each change looks at the store first, so it knows what it goes back from.
        try await there.force(.new)
        try await here.force(.dual)
        try await there.flags.refresh()
        #expect(gate.stage == .dual)
        let history = try await there.store.history(of: Self.chat, limit: 9)
        #expect(history.map(\.stage) == [.dual, .new, .dual])
        #expect(history.map(\.previous) == [.new, .dual, .legacy])
        #expect(history.map(\.revision) == [3, 2, 1])
    }

    @Test func `of several processes that set a flag at once, one does`() async throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/flags"
        let target = try #require(Self.chat)
        // Each store has a lock of its own on the directory, as each process has.
        let stores = try (0..<4).map { _ in try FileFlagStore(path: path) }
        for round in 0..<20 as Range<UInt64> {
            let flag = RolloutFlag(
                target: target,
                stage: .dual,
                previous: nil,
                revision: round,
                time: RolloutFixture.time,
                actor: "alice",
                reason: "test"
            )
            let refusals = await withTaskGroup(of: RolloutError.Code?.self) { group in
                for store in stores {
                    group.addTask {
                        await RolloutFixture.refusal { () throws(RolloutError) in
                            _ = try await store.set(flag)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(refusals.count { $0 == nil } == 1)
            #expect(refusals.count { $0 == .conflict } == 3)
        }
        #expect(try await stores[0].history(of: nil, limit: 99).count == 20)
    }

    @Test func `following takes changes over and publishes figures`() async throws {
        let store = MemoryFlagStore()
        let here = RolloutFixture(store)
        let there = RolloutFixture(store)
        try await here.force(.dual)
        let validator = there.validator()
        let gate = there.flags.gate(service: "chat", kind: .thread)
        let task = Task {
            await there.flags.follow(
                every: .milliseconds(1),
                validators: [validator],
                instance: "there"
            )
        }
        while gate.stage != .dual { await Task.yield() }
        validator.classify(RolloutFixture.new)
        while await store.tallies().first?.inbound != ["current": 1] { await Task.yield() }
        task.cancel()
        await task.value
        #expect(try await here.flags.health(of: #require(Self.chat)).inbound == ["current": 1])
    }

    @Test(arguments: ["chat", "chat/", "/thread", "chat/Thread", "a b/run", "a/b/c", "chat/\n"])
    func `a target that is none is refused`(text: String) {
        #expect(RolloutTarget(text) == nil)
    }

    @Test func `targets are written as they are read`() {
        for text in ["chat/*", "chat/thread", "a-b_c.D9/ws_conn"] {
            #expect(RolloutTarget(text)?.description == text)
        }
    }
}

import Signet
import SignetRegistry
import SignetTesting
import Testing

@Suite("The life of connections")
struct RegistryLifeTests {
    @Test("Of three tabs of one user, one closes, and the other two go on")
    func threeTabs() async throws {
        let test = RegistryUnderTest()
        let registry = test.registry
        let context = try await test.context("alice")
        var tabs: [(connection: WebSocketConnectionID, run: AnyID)] = []
        for tab in 0..<3 {
            let connection = try await registry.openConnection(
                of: context.owner,
                session: context.session
            )
            // The earlier system tied these by their texts; here they are tied by edges.
            let legacy = "thread_chat_\(tab)_ab12cd3\(tab)"
            let thread = try await registry.adopt(legacy, in: context)
            let inTab = try await registry.context(
                of: context.owner,
                session: context.session,
                connection: connection,
                thread: ThreadID(thread.id.core)
            )
            let execution = try await registry.issue(
                .exec,
                in: inTab,
                under: [inTab.run.erased, connection.erased]
            )
            tabs.append((connection, execution.id))
        }
        let ended = try await registry.release(tabs[1].connection.erased, in: context)
        #expect(Set(ended.map { $0.id }) == [tabs[1].connection.erased, tabs[1].run])
        for tab in [tabs[0], tabs[2]] {
            for id in [tab.connection.erased, tab.run] {
                #expect(try await registry.node(id, in: context).state == .active)
            }
        }
        try await registry.releaseAll(in: context)
        #expect(try await registry.statistics(in: context).total == 0)
        test.clock.advance(by: 3_600_001)
        try await registry.sweep()
        #expect(try await registry.statistics(in: context).ended == 0)
    }

    @Test("After ten thousand connects and disconnects at random nothing is left")
    func connects() async throws {
        let test = RegistryUnderTest(policy: RegistryPolicy(retention: .seconds(10)))
        let registry = test.registry
        let dice = Entropy.seeded(7)
        var users: [UserContext] = []
        for number in 0..<50 { users.append(try await test.context("user\(number)")) }
        var open: [(connection: WebSocketConnectionID, context: UserContext)] = []
        for step in 0..<10_000 {
            test.clock.advance(by: try dice.bits(4))
            let isConnecting = try dice.bits(1) == 0
            if isConnecting || open.isEmpty {
                let context = users[Int(try dice.bits(16)) % users.count]
                let connection = try await registry.openConnection(
                    of: context.owner,
                    session: context.session
                )
                // Contexts made in different components, of old and of new IDs.
                let legacy = "thread_chat_\(step)_ab12cd34"
                let thread =
                    step % 3 == 0 ? try await registry.adopt(legacy, in: context).id : nil
                let inner = try await registry.context(
                    of: context.owner,
                    session: context.session,
                    connection: connection,
                    thread: thread.map { ThreadID($0.core) }
                )
                _ = try await registry.issue(.tool, in: inner, under: [connection.erased])
                open.append((connection, inner))
            } else {
                let index = Int(try dice.bits(16)) % open.count
                let (connection, context) = open.remove(at: index)
                try await registry.release(connection.erased, in: context)
                try await registry.release(context.thread.erased, in: context)
            }
            if step % 1000 == 999 { try await registry.sweep() }
        }
        for (connection, context) in open {
            try await registry.release(connection.erased, in: context)
            try await registry.release(context.thread.erased, in: context)
        }
        for context in users {
            try await registry.release(context.session.erased, in: context)
            try await registry.release(context.thread.erased, in: context)
        }
        let admin = try registry.administer(as: "test", reason: "count", audit: AuditNotes())
        #expect(try await admin.statistics().total == 0)
        test.clock.advance(by: 10_001)
        try await registry.sweep()
        #expect(try await admin.statistics().ended == 0)
    }

    @Test("What a process holds ends with it, and another process sees to that")
    func members() async throws {
        let test = RegistryUnderTest()
        let context = try await test.context("alice")
        let member = try await test.registry.join(patience: .seconds(30))
        let connection = try await test.registry.openConnection(
            of: context.owner,
            session: context.session,
            heldBy: member.holder
        )
        test.clock.advance(by: 20_000)
        try await member.renew()
        test.clock.advance(by: 20_000)
        #expect(try await test.registry.sweep().ended == 0)
        test.clock.advance(by: 10_000)
        #expect(try await test.registry.sweep().ended == 1)
        let node = try await test.registry.node(connection.erased, in: context)
        #expect(node.state == .released)
        let error = await #expect(throws: RegistryError.self) { try await member.renew() }
        #expect(error?.code == .holderLost)
        let run = await #expect(throws: RegistryError.self) { try await member.run() }
        #expect(run?.code == .holderLost)
    }

    @Test("A member that is cancelled leaves, and what it held ends")
    func leaving() async throws {
        let test = RegistryUnderTest()
        let context = try await test.context("alice")
        let member = try await test.registry.join()
        let connection = try await test.registry.openConnection(
            of: context.owner,
            session: context.session,
            heldBy: member.holder
        )
        let task = Task { try await member.run() }
        task.cancel()
        try await task.value
        let node = try await test.registry.node(connection.erased, in: context)
        #expect(node.state == .released)
    }

    @Test("Whoever follows sees the changes of their own nodes, in order")
    func changes() async throws {
        let test = RegistryUnderTest()
        let alice = try await test.context("alice")
        let alicia = try await test.context("alice2")
        let changes = try await test.registry.changes(in: alice)
        let tool = try await test.registry.issue(.tool, in: alice, under: [alice.run.erased])
        _ = try await test.registry.issue(.tool, in: alicia)
        try await test.registry.release(alice.run.erased, in: alice)
        var seen: [String] = []
        for try await element in changes {
            guard case .change(let change) = element else { continue }
            #expect(change.owner == alice.owner)
            seen.append("\(change.event.rawValue) \(change.id.kind)")
            if seen.count == 4 { break }
        }
        #expect(seen.first == "recorded tool")
        #expect(seen.contains("released run"))
        #expect(try await test.registry.node(tool.id, in: alice).state == .released)
    }
}

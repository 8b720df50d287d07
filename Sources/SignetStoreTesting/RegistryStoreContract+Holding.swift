import Signet
import SignetRegistry

extension RegistryStoreContract {
    static let holding: [ContractClause<Make>] = [
        clause("What a process holds ends when its deadline has passed, once") { fixture in
            let (store, start) = (fixture.store, RegistryFixture.start)
            let holder = try fixture.holder()
            let unknown = try await store.hold(
                holder,
                until: start + 100,
                joining: false,
                at: start
            )
            try require(unknown, is: false, "a holder that never joined")
            let joined = try await store.hold(holder, until: start + 100, joining: true, at: start)
            try require(joined, is: true, "a holder that joins")
            let held = try await fixture.add(.wsConn, heldBy: holder)
            let below = try await fixture.add(.tool, under: [held])
            let free = try await fixture.add(.wsConn)
            try require(
                try await store.node(held, in: .all)?.holder,
                is: holder,
                "the holder of a node"
            )
            let renewed = try await store.hold(
                holder,
                until: start + 200,
                joining: false,
                at: start + 50
            )
            try require(renewed, is: true, "a holder that renews")
            let early = try await store.sweep(at: start + 199, limit: 100)
            try require(early.ended, is: [], "what ends too early")
            let late = try await store.hold(
                holder,
                until: start + 999,
                joining: false,
                at: start + 200
            )
            try require(late, is: false, "a holder that renews too late")
            let code = try await fixture.refusal {
                _ = try await fixture.add(.wsConn, at: start + 200, heldBy: holder)
            }
            try require(code, is: .holderLost, "a node for a holder that is late")
            let sweep = try await store.sweep(at: start + 200, limit: 100)
            try require(sweep.ended.map { $0.id }, is: [held, below].sorted(), "what ended")
            try require(
                sweep.ended.allSatisfy { $0.state == .released && $0.holder == nil },
                "each is released and held no more"
            )
            try require(try await fixture.state(free), is: .active, "what nobody holds")
            let again = try await store.sweep(at: start + 300, limit: 100)
            try require(again.ended, is: [], "a second sweep")
        },
        clause("A process that leaves ends what it holds, and nothing else") { fixture in
            let (store, start) = (fixture.store, RegistryFixture.start)
            let (leaving, staying) = (try fixture.holder(), try fixture.holder())
            for holder in [leaving, staying] {
                _ = try await store.hold(holder, until: start + 100, joining: true, at: start)
            }
            let held = try await fixture.add(.wsConn, heldBy: leaving)
            let released = try await fixture.add(.wsConn, heldBy: leaving)
            let kept = try await fixture.add(.wsConn, heldBy: staying)
            _ = try await store.release(released, in: .all, at: start)
            let ended = try await store.leave(leaving, at: start + 1)
            try require(ended.map { $0.id }, is: [held], "what ended")
            try require(try await fixture.state(kept), is: .active, "what another holds")
            let again = try await store.leave(leaving, at: start + 2)
            try require(again, is: [], "leaving again")
        },
    ]

    static let following: [ContractClause<Make>] = [
        clause("Changes are told once, in order, to their owner") { fixture in
            let (store, alice) = (fixture.store, NodeScope.owned(by: fixture.alice))
            let begin = try await store.changes(after: nil, limit: 10, in: alice)
            try require(begin.changes, is: [], "changes before the beginning")
            let session = try await fixture.add(.session)
            let connection = try await fixture.add(.wsConn, under: [session])
            _ = try await fixture.add(.session, of: fixture.alicia)
            let expiring = try await fixture.add(.thread, lifetime: 10)
            _ = try await store.release(session, in: alice, at: RegistryFixture.start + 1)
            _ = try await store.sweep(at: RegistryFixture.start + 10, limit: 100)
            var (changes, position): ([Change], UInt64) = ([], begin.next)
            while true {
                let page = try await store.changes(after: position, limit: 2, in: alice)
                try require(page.changes.count <= 2, "the size of a page")
                try require(page.hasGap, is: false, "a gap")
                changes += page.changes
                guard page.next > position else { break }
                position = page.next
            }
            let events = changes.map { "\($0.event.rawValue) \($0.id.kind)" }
            try require(
                Array(events.prefix(3)),
                is: ["recorded session", "recorded ws_conn", "recorded thread"],
                "the first events"
            )
            try require(
                Set(events.dropFirst(3)),
                is: ["released session", "released ws_conn", "expired thread"],
                "the other events"
            )
            try require(
                Set(changes.map { $0.id }),
                is: [session, connection, expiring],
                "the nodes they are about"
            )
            try require(events.count, is: 6, "the number of events")
            let sequences = changes.map { $0.sequence }
            try require(sequences, is: Set(sequences).sorted(), "the order")
        },
        clause(
            "Who is too slow is told that changes are missing",
            policy: RegistryPolicy(keptChanges: 4)
        ) { fixture in
            let begin = try await fixture.store.changes(after: nil, limit: 1, in: .all).next
            for _ in 0..<10 { _ = try await fixture.add(.tool) }
            // Stores may take out old changes when they sweep.
            _ = try await fixture.store.sweep(at: RegistryFixture.start, limit: 100)
            let page = try await fixture.store.changes(after: begin, limit: 100, in: .all)
            try require(page.hasGap, is: true, "the gap")
            try require(page.changes.count <= 4, "what is kept")
            let rest = try await fixture.store.changes(after: page.next, limit: 100, in: .all)
            try require(rest.hasGap, is: false, "the gap afterwards")
        },
        clause("Who follows is woken by a change") { fixture in
            let wakeUps = fixture.store.wakeUps()
            let id = try await fixture.add(.tool)
            for await _ in wakeUps { break }
            try require(try await fixture.state(id), is: .active, "the change")
        },
    ]
}

import Signet
import SignetRegistry

extension RegistryStoreContract {
    static let edges: [ContractClause<Make>] = [
        clause("A parent lives, and is the same owner's") { fixture in
            let start = RegistryFixture.start
            let missing = try fixture.draft(.thread, of: fixture.alice).id
            let foreign = try await fixture.add(.thread, of: fixture.alicia)
            let ended = try await fixture.add(.thread)
            _ = try await fixture.store.release(ended, in: .all, at: start)
            let expired = try await fixture.add(.thread, at: start - 10_000, lifetime: 10_000)
            for parent in [missing, foreign, ended, expired] {
                let code = try await fixture.refusal {
                    _ = try await fixture.add(.run, under: [parent])
                }
                try require(code, is: .parentNotFound, "a parent that cannot be one")
            }
            let thread = try fixture.draft(.thread, of: fixture.alice)
            let run = try fixture.draft(.run, of: fixture.alice, under: [thread.id])
            let given = try await fixture.store.insert([thread, run], aliases: [], adopting: false)
            try require(given, is: [thread, run], "a parent of the same batch")
            let late = try fixture.draft(.thread, of: fixture.alice)
            let early = try fixture.draft(.run, of: fixture.alice, under: [late.id])
            let code = try await fixture.refusal {
                _ = try await fixture.store.insert([early, late], aliases: [], adopting: false)
            }
            try require(code, is: .parentNotFound, "a parent that comes later in the batch")
        },
        clause("Relatives are found in all directions, each once, in the order of IDs") { fixture in
            let session = try await fixture.add(.session)
            let client = try await fixture.add(.wsClient)
            let first = try await fixture.add(.wsConn, under: [session, client])
            let second = try await fixture.add(.wsConn, under: [client, session])
            let tool = try await fixture.add(.tool, under: [first, second])
            let expected: [(AnyID, Direction, [AnyID])] = [
                (session, .children, [first, second]),
                (session, .descendants, [tool, first, second]),
                (session, .parents, []), (session, .ancestors, []),
                (tool, .parents, [first, second]),
                (tool, .ancestors, [session, client, first, second]),
                (tool, .children, []), (first, .descendants, [tool]),
                (first, .parents, [session, client]),
            ]
            for (id, direction, ids) in expected {
                let found = try await fixture.store.relatives(
                    of: id,
                    direction,
                    in: .owned(by: fixture.alice)
                )
                try require(found.map { $0.id }, is: ids.sorted(), "\(direction) of \(id.kind)")
            }
            let node = try await fixture.store.node(second, in: .all)
            try require(node?.parents, is: [client, session], "parents in the order given")
            let foreign = try await fixture.store.relatives(
                of: session,
                .descendants,
                in: .owned(by: fixture.alicia)
            )
            try require(foreign, is: [], "relatives of another's node")
        },
        clause("Releasing a node releases what hangs below it, once") { fixture in
            let session = try await fixture.add(.session)
            let thread = try await fixture.add(.thread)
            let connection = try await fixture.add(.wsConn, under: [session])
            let run = try await fixture.add(.run, under: [thread, connection])
            let tool = try await fixture.add(.tool, under: [run])
            let (store, time) = (fixture.store, RegistryFixture.start + 5)
            let nothing = try await store.release(
                session,
                in: .owned(by: fixture.alicia),
                at: time
            )
            try require(nothing, is: [], "what another releases")
            let ended = try await store.release(session, in: .owned(by: fixture.alice), at: time)
            try require(
                ended.map { $0.id },
                is: [session, connection, run, tool].sorted(),
                "what was released"
            )
            try require(
                ended.allSatisfy { $0.state == .released && $0.ended == time },
                "each is released and says when"
            )
            try require(try await fixture.state(thread), is: .active, "the other parent")
            let again = try await store.release(session, in: .all, at: time + 1)
            try require(again, is: [], "a second release")
            let node = try await store.node(tool, in: .owned(by: fixture.alice))
            try require(node, is: ended.first { $0.id == tool }, "the released node stays known")
        },
        clause("Releasing all of an owner touches nobody else") { fixture in
            let session = try await fixture.add(.session)
            _ = try await fixture.add(.wsConn, under: [session])
            let foreign = try await fixture.add(.session, of: fixture.alicia)
            let ended = try await fixture.store.releaseAll(
                of: fixture.alice,
                at: RegistryFixture.start
            )
            try require(ended.count, is: 2, "what ended")
            try require(try await fixture.state(foreign), is: .active, "another's node")
            let counts = try await fixture.store.statistics(in: .owned(by: fixture.alice))
            try require(counts, is: RegistryStatistics(ended: 2), "the statistics")
        },
    ]
}

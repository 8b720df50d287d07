import Signet
import SignetRegistry

extension RegistryStoreContract {
    static let life: [ContractClause<Make>] = [
        clause("What is not touched expires, with what hangs below it") { fixture in
            let (store, start) = (fixture.store, RegistryFixture.start)
            let session = try await fixture.add(.session)
            let child = try await fixture.add(.wsConn, under: [session], lifetime: 1_000_000)
            let touched = try await fixture.add(.thread)
            let alice = NodeScope.owned(by: fixture.alice)
            let half = start + RegistryFixture.lifetime / 2
            let node = try await store.touch(touched, in: alice, at: half)
            try require(node?.expires, is: half + RegistryFixture.lifetime, "the new expiry")
            let foreign = try await store.touch(
                session,
                in: .owned(by: fixture.alicia),
                at: half
            )
            try require(foreign, is: nil, "a touch by another")
            let early = try await store.sweep(at: start + RegistryFixture.lifetime - 1, limit: 100)
            try require(early.ended, is: [], "what ends too early")
            let end = start + RegistryFixture.lifetime
            let late = try await store.touch(session, in: alice, at: end)
            try require(late, is: nil, "a touch at the end")
            let sweep = try await store.sweep(at: end, limit: 100)
            try require(sweep.ended.map { $0.id }, is: [session, child].sorted(), "what expired")
            try require(
                sweep.ended.allSatisfy { $0.state == .expired && $0.ended == end },
                "each is expired and says when"
            )
            try require(try await fixture.state(touched), is: .active, "what was touched")
            try require(sweep.hasMore, is: false, "whether there is more")
            let revived = try await store.touch(session, in: alice, at: end)
            try require(revived, is: nil, "a touch after the end")
        },
        clause("What ended is forgotten after the retention, with its aliases") { fixture in
            let (store, start) = (fixture.store, RegistryFixture.start)
            let node = try fixture.draft(.thread, of: fixture.alice)
            let alias = Alias(original: "thread_chat_1_ab12cd34", id: node.id, family: "counter")
            _ = try await store.insert([node], aliases: [alias], adopting: true)
            let run = try await fixture.add(.run, under: [node.id])
            _ = try await store.release(node.id, in: .all, at: start)
            let retention = fixture.store.policy.retention.milliseconds
            let early = try await store.sweep(at: start + retention - 1, limit: 100)
            try require(early.forgotten, is: 0, "what is forgotten too early")
            let sweep = try await store.sweep(at: start + retention, limit: 100)
            try require(sweep.forgotten, is: 2, "what is forgotten")
            for id in [node.id, run] {
                try require(try await fixture.state(id), is: nil, "a forgotten node")
            }
            let left = try await store.aliases(.original(alias.original), in: .all)
            try require(left, is: [], "its alias")
            try require(
                try await store.statistics(in: .all),
                is: RegistryStatistics(),
                "the statistics"
            )
        },
        clause("A sweep does about as much as it is asked to, and says if there is more") {
            fixture in
            for _ in 0..<20 { _ = try await fixture.add(.tool, lifetime: 10) }
            var (ended, calls) = (0, 0)
            while true {
                let sweep = try await fixture.store.sweep(
                    at: RegistryFixture.start + 10,
                    limit: 6
                )
                try require(sweep.ended.count <= 6, "at most six of one sweep")
                ended += sweep.ended.count
                calls += 1
                guard sweep.hasMore, calls < 100 else { break }
            }
            try require(ended, is: 20, "what expired in all sweeps")
        },
        clause("A list goes through all nodes in the order of IDs, page by page") { fixture in
            var ids: [AnyID] = []
            for _ in 0..<7 {
                ids.append(try await fixture.add(.tool))
                ids.append(try await fixture.add(.exec))
            }
            _ = try await fixture.add(.tool, of: fixture.alicia)
            let alice = NodeScope.owned(by: fixture.alice)
            var (found, query): ([AnyID], NodeQuery) = ([], NodeQuery(limit: 3))
            while true {
                let page = try await fixture.store.nodes(query, in: alice)
                found += page.map { $0.id }
                guard let last = page.last, page.count == 3 else { break }
                query.after = last.id
            }
            try require(found, is: ids.sorted(), "all pages together")
            let ended = ids.filter { $0.kind == .tool }.sorted()[2]
            _ = try await fixture.store.release(ended, in: .all, at: RegistryFixture.start)
            let tools = try await fixture.store.nodes(NodeQuery(kind: .tool), in: alice)
            try require(tools.count, is: 6, "the living of one kind")
            let all = try await fixture.store.nodes(NodeQuery(kind: .tool, state: nil), in: .all)
            try require(all.count, is: 8, "all of one kind, of all owners")
            let released = try await fixture.store.nodes(NodeQuery(state: .released), in: .all)
            try require(released.map { $0.id }, is: [ended], "the released")
            let none = try await fixture.store.nodes(NodeQuery(kind: "never_seen"), in: .all)
            try require(none, is: [], "of a kind that was never seen")
        },
    ]
}

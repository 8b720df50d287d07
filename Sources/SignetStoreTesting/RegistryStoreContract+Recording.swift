import Signet
import SignetRegistry

extension RegistryStoreContract {
    static let recording: [ContractClause<Make>] = [
        clause("A node is found as it was recorded, and by its owner only") { fixture in
            let node = try fixture.draft(
                .session,
                of: fixture.alice,
                metadata: ["device": "phone", "näme": "\u{1F4F1} \"quoted\" \\ \n"]
            )
            let given = try await fixture.store.insert([node], aliases: [], adopting: false)
            try require(given, is: [node], "what insert gives")
            let store = fixture.store
            let alice = NodeScope.owned(by: fixture.alice)
            let alicia = NodeScope.owned(by: fixture.alicia)
            try require(try await store.node(node.id, in: alice), is: node, "her own node")
            try require(try await store.node(node.id, in: .all), is: node, "seen by all")
            try require(try await store.node(node.id, in: alicia), is: nil, "another's node")
            let stranger = NodeScope.owned(by: try Owner("alice", tenant: "other"))
            try require(try await store.node(node.id, in: stranger), is: nil, "of another tenant")
        },
        clause("An ID is recorded once, and a batch that is refused leaves nothing") { fixture in
            let first = try fixture.draft(.tool, of: fixture.alice)
            let second = try fixture.draft(.tool, of: fixture.alice)
            _ = try await fixture.store.insert([first], aliases: [], adopting: false)
            for batch in [[first], [second, first], [second, second]] {
                let code = try await fixture.refusal {
                    _ = try await fixture.store.insert(batch, aliases: [], adopting: false)
                }
                try require(code, is: .conflict, "an ID that is taken")
            }
            try require(try await fixture.state(second.id), is: nil, "the rest of the batch")
            let total = try await fixture.store.statistics(in: .all).total
            try require(total, is: 1, "the number of nodes")
        },
        clause("The same core in another kind is a sibling") { fixture in
            let thread = try fixture.draft(.thread, of: fixture.alice)
            let run = Node(
                id: AnyID(.run, thread.id.core),
                owner: fixture.alice,
                parents: [thread.id],
                lifetime: RegistryFixture.lifetime,
                created: RegistryFixture.start
            )
            let foreign = Node(
                id: AnyID(.req, thread.id.core),
                owner: fixture.alicia,
                lifetime: RegistryFixture.lifetime,
                created: RegistryFixture.start
            )
            _ = try await fixture.store.insert([thread, run], aliases: [], adopting: false)
            _ = try await fixture.store.insert([foreign], aliases: [], adopting: false)
            let mine = try await fixture.store.nodes(
                of: thread.id.core,
                in: .owned(by: fixture.alice)
            )
            try require(mine, is: [run, thread], "siblings in the order of their kinds")
            let all = try await fixture.store.nodes(of: thread.id.core, in: .all)
            try require(all.count, is: 3, "siblings of all owners")
        },
        clause("Adopting again gives the same node, and never another's or an ended one") {
            fixture in
            let node = try fixture.draft(.thread, of: fixture.alice)
            let alias = Alias(original: "thread_chat_42_ab12cd34", id: node.id, family: "counter")
            let store = fixture.store
            for _ in 0..<2 {
                let given = try await store.insert([node], aliases: [alias], adopting: true)
                try require(given, is: [node], "the adopted node")
            }
            let foreign = Node(
                id: node.id,
                owner: fixture.alicia,
                lifetime: RegistryFixture.lifetime,
                created: RegistryFixture.start
            )
            let code = try await fixture.refusal {
                _ = try await store.insert([foreign], aliases: [], adopting: true)
            }
            try require(code, is: .conflict, "another's node")
            _ = try await store.release(node.id, in: .all, at: RegistryFixture.start)
            let ended = try await fixture.refusal {
                _ = try await store.insert([node], aliases: [], adopting: true)
            }
            try require(ended, is: .conflict, "an ended node")
        },
        clause("Aliases lead both ways, for the owner only, and one text to one ID") { fixture in
            let node = try fixture.draft(.thread, of: fixture.alice)
            let other = try fixture.draft(.thread, of: fixture.alice)
            let alias = Alias(original: "thread_chat_42_ab12cd34", id: node.id, family: "counter")
            let rival = Alias(original: alias.original, id: other.id, family: "counter")
            let store = fixture.store
            _ = try await store.insert([node], aliases: [alias], adopting: true)
            for key in [AliasKey.original(alias.original), .id(node.id)] {
                let mine = try await store.aliases(key, in: .owned(by: fixture.alice))
                try require(mine, is: [alias], "the alias")
                let foreign = try await store.aliases(key, in: .owned(by: fixture.alicia))
                try require(foreign, is: [], "the alias of another's node")
            }
            let code = try await fixture.refusal {
                _ = try await store.insert([other], aliases: [rival], adopting: true)
            }
            try require(code, is: .conflict, "a text that leads elsewhere")
            try require(try await fixture.state(other.id), is: nil, "the refused node")
        },
        clause(
            "An owner has at most so many of a kind alive",
            policy: RegistryPolicy(limit: 3, limits: [.wsConn: 1])
        ) { fixture in
            let first = try await fixture.add(.wsConn)
            let code = try await fixture.refusal { _ = try await fixture.add(.wsConn) }
            try require(code, is: .limitReached, "one more than the limit")
            _ = try await fixture.add(.wsConn, of: fixture.alicia)
            _ = try await fixture.add(.tool)
            let released = try await fixture.store.release(
                first,
                in: .owned(by: fixture.alice),
                at: RegistryFixture.start
            )
            try require(released.count, is: 1, "what was released")
            _ = try await fixture.add(.wsConn)
            let batch = try (0..<3).map { _ in try fixture.draft(.tool, of: fixture.alice) }
            let refused = try await fixture.refusal {
                _ = try await fixture.store.insert(batch, aliases: [], adopting: false)
            }
            try require(refused, is: .limitReached, "a batch beyond the limit")
            let counts = try await fixture.store.statistics(in: .owned(by: fixture.alice))
            try require(counts.active, is: [.wsConn: 1, .tool: 1], "what lives")
        },
    ]
}

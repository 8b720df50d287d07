import ServerTesting
import Signet
import SignetPostgres
import SignetRegistry
import SignetStoreTesting
import Testing

@Suite struct `Changes in Postgres` {
    @Test func `of many steps side by side are followed without a gap, each owner's in order`()
        async throws
    {
        let url = try PostgresServer.shared.get().makeDatabase()
        let stores = [try await PostgresStore(url: url), try await PostgresStore(url: url)]
        let fixture = try RegistryFixture(stores[0])
        let begin = try await stores[0].changes(after: nil, limit: 1, in: .all).next
        let nodes = try (0..<8).map { number in
            try (0..<60).map { _ in try fixture.draft(.tool, of: try Owner("user\(number)")) }
        }
        let following = stores.map { store in
            Task { try await self.follow(store, from: begin, until: 8 * 60 * 2) }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, owned) in nodes.enumerated() {
                group.addTask {
                    let store = stores[number % 2]
                    for node in owned {
                        _ = try await store.insert([node], aliases: [], adopting: false)
                        _ = try await store.release(node.id, in: .all, at: node.created)
                    }
                }
            }
            try await group.waitForAll()
        }
        let changes = try await following[0].value
        #expect(try await following[1].value == changes)
        #expect(changes.count == 8 * 60 * 2)
        for owned in nodes {
            let own = changes.filter { $0.owner == owned[0].owner }
            let expected = owned.flatMap { ["recorded \($0.id.uuid)", "released \($0.id.uuid)"] }
            #expect(own.map { "\($0.event.rawValue) \($0.id.uuid)" } == expected)
        }
        for store in stores { await store.close() }
    }

    private func follow(
        _ store: PostgresStore,
        from begin: UInt64,
        until count: Int
    ) async throws -> [Change] {
        var (changes, position): ([Change], UInt64) = ([], begin)
        var hints = store.wakeUps().makeAsyncIterator()
        while changes.count < count {
            let page = try await store.changes(after: position, limit: 50, in: .all)
            #expect(!page.hasGap)
            changes += page.changes
            position = page.next
            if page.changes.isEmpty { _ = await hints.next() }
        }
        return changes
    }

    @Test func `that nobody has looked at for long are numbered in parts`() async throws {
        let server = try PostgresServer.shared.get()
        let url = try server.makeDatabase()
        let store = try await PostgresStore(url: url)
        let fixture = try RegistryFixture(store)
        let begin = try await store.changes(after: nil, limit: 1, in: .all).next
        _ = try await fixture.add(.tool)
        let pool = PostgresPool(try PostgresConfiguration(url: url))
        try await pool.query(
            """
            INSERT INTO signet_change (event, core, kind, owner, time)
            SELECT event, core, kind, owner, time FROM signet_change, generate_series(1, 120000)
            """
        )
        let page = try await store.changes(after: begin, limit: 10, in: .all)
        #expect(page.changes.map(\.sequence) == (1...10).map { begin + $0 })
        #expect(try await store.changes(after: nil, limit: 1, in: .all).next == begin + 120_001)
    }
}

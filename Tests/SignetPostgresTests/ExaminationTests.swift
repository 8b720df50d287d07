import Signet
import SignetPostgres
import SignetRegistry
import Testing

@Suite struct `A look at a database` {
    @Test func `finds no tables where there are none, and makes none`() async throws {
        let database = try TestDatabase()
        let found = try await PostgresStore.examine(url: database.url)
        #expect(found.server.hasPrefix("Postgres "))
        #expect((found.schema, found.newestSchema) == (0, 2))
        #expect(abs(try #require(found.clockLead)) < 1000)
        let tables = try await database.pool.query("SELECT FROM pg_class WHERE relname ~ '^signet'")
        #expect(tables.isEmpty)
    }

    @Test func `counts leases, nodes, changes and what is due`() async throws {
        let database = try TestDatabase()
        let store = try await PostgresStore(url: database.url)
        let now = try WallClock.system.milliseconds()
        _ = try await store.acquire(pool: "node", count: 8, for: .seconds(60))
        let owner = try Owner("alice")
        func nodes(_ count: Int, created: UInt64) throws -> [Node] {
            try (0..<count).map { _ in
                let id = try Generator.shared.mint(.session)
                return Node(id: id, owner: owner, lifetime: 60_000, created: created)
            }
        }
        _ = try await store.insert(try nodes(3, created: now), aliases: [], adopting: false)
        let sound = try await PostgresStore.examine(url: database.url)
        #expect(sound.isCurrent)
        #expect((sound.leases, sound.living, sound.changes, sound.overdue) == (1, 3, 3, 0))
        #expect(sound.fullest?.count == 3)
        #expect(sound.fullest?.kind == .session)
        #expect(sound.overdueSince == nil)
        let old = now - 3_600_000
        _ = try await store.insert(try nodes(2, created: old), aliases: [], adopting: false)
        let late = try await PostgresStore.examine(url: database.url)
        #expect(late.overdue == 2)
        #expect(late.overdueSince == old + 60_000)
    }

    @Test func `says that a server cannot be reached`() async throws {
        let error = await #expect(throws: RegistryError.self) {
            try await PostgresStore.examine(url: "postgres://nobody@127.0.0.1:1/none")
        }
        #expect(error?.code == .unavailable)
    }
}

import Signet
import SignetPostgres
import SignetRegistry
import Testing

@Suite struct `The clients of a pool of Postgres` {
    @Test func `are known to the server by their IDs, and to the registry until they close`()
        async throws
    {
        let registry = Registry(store: MemoryStore())
        let owner = try Owner("chat", tenant: "services")
        let database = try TestDatabase {
            $0.applicationName = "chat"
            $0.record = ClientRecord(in: registry, of: owner)
        }
        let rows = try await database.pool.query("SELECT current_setting('application_name')")
        let name = try #require(rows.first).decode(0, as: String.self)
        #expect(name.hasPrefix("chat/"))
        let id = try AnyID(parsing: String(name.dropFirst(5)))
        #expect(id.kind == .dbConn)
        let all = NodeQuery(state: nil)
        let nodes = try await registry.store.nodes(all, in: .owned(by: owner))
        #expect(nodes.map(\.id) == [id])
        await database.pool.close()
        let ended = try await registry.store.nodes(all, in: .owned(by: owner))
        #expect(ended.map(\.state) == [.released])
    }
}

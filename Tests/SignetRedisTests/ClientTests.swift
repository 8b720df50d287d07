import ServerTesting
import Signet
import SignetRedis
import SignetRegistry
import Testing

@Suite struct `The clients of a pool of Redis` {
    private static let server = Result { try RedisServer() }

    /// The names by which the server lists its clients.
    private func names(_ pool: RedisPool) async throws -> [Substring] {
        let list = try await pool.send(["CLIENT", "LIST"], isIdempotent: true).text ?? ""
        return list.split { $0 == " " || $0 == "\n" }.filter { $0.hasPrefix("name=") }
            .map { $0.dropFirst(5) }
    }

    @Test func `are known to the server by their IDs, and to the registry until they close`()
        async throws
    {
        let registry = Registry(store: MemoryStore())
        let owner = try Owner("chat", tenant: "services")
        var configuration = try RedisConfiguration(url: try Self.server.get().url())
        configuration.clientName = "chat"
        configuration.record = ClientRecord(in: registry, of: owner)
        let pool = RedisPool(configuration)
        let name = try #require(try await names(pool).first { $0.hasPrefix("chat/") })
        let id = try AnyID(parsing: String(name.dropFirst(5)))
        #expect(id.kind == .redisClient)
        let all = NodeQuery(state: nil)
        let nodes = try await registry.store.nodes(all, in: .owned(by: owner))
        #expect(nodes.map(\.id) == [id])
        #expect(nodes.map(\.state) == [.active])
        await pool.close()
        let ended = try await registry.store.nodes(all, in: .owned(by: owner))
        #expect(ended.map(\.state) == [.released])
    }

    @Test func `have IDs that are recorded nowhere, unless somebody says where`() async throws {
        let pool = RedisPool(try RedisConfiguration(url: try Self.server.get().url()))
        let name = try #require(try await names(pool).first { $0.hasPrefix("signet/") })
        #expect(try AnyID(parsing: String(name.dropFirst(7))).kind == .redisClient)
    }

    @Test func `are not made when the registry does not take them`() async throws {
        let policy = RegistryPolicy(limits: [.redisClient: 0])
        var configuration = try RedisConfiguration(url: try Self.server.get().url())
        configuration.record = ClientRecord(
            in: Registry(store: MemoryStore(policy: policy)),
            of: try Owner("chat")
        )
        let pool = RedisPool(configuration)
        let error = await #expect(throws: RedisError.self) { try await pool.send(["PING"]) }
        #expect(error?.code == .notRecorded)
        #expect(pool.statistics == (0, 0, 0))
    }
}

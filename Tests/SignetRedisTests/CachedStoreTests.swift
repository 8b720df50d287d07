import ServerTesting
import Signet
import SignetRedis
import SignetRegistry
import SignetStoreTesting
import SignetTesting
import Testing

@Suite struct `A store with Redis before it` {
    private let server: RedisServer

    init() throws { server = try RedisServer() }

    private func open(_ store: any RegistryStore) async throws -> RedisCachedStore {
        RedisCachedStore(store, redis: try await RedisStore(url: server.url()))
    }

    @Test(arguments: RegistryStoreContract.clauses)
    func `keeps the contract of stores`(
        clause: ContractClause<RegistryStoreContract.Make>
    ) async throws {
        try await clause.check { try await open(MemoryStore(policy: $0)) }
    }

    @Test(arguments: 0..<2 as Range<UInt64>)
    func `does at random what a store in memory does`(seed: UInt64) async throws {
        try await RegistryStoreContract.model(steps: 1000, seed: seed)
            .check { try await open(MemoryStore(policy: $0)) }
    }

    @Test func `answers from the cache, and forgets what ended in another process`() async throws {
        let behind = MemoryStore()
        let (one, other) = (try await open(behind), try await open(behind))
        let fixture = try RegistryFixture(one)
        let scope = NodeScope.owned(by: fixture.alice)
        let session = try await fixture.add(.session)
        let connection = try await fixture.add(.wsConn, under: [session])
        let admin = RedisPool(try RedisConfiguration(url: server.url()))
        for store in [one, other] {
            #expect(try await store.node(connection, in: scope)?.state == .active)
        }
        let key = "signet:node:\(connection.compact)"
        #expect(try await admin.send(["GET", key]).text?.hasPrefix("{") == true)
        // The owner is looked at in the cache too.
        #expect(try await other.node(connection, in: .owned(by: fixture.alicia)) == nil)
        _ = try await one.release(session, in: scope, at: RegistryFixture.start)
        #expect(try await other.node(connection, in: scope)?.state == .released)
        // What is in the cache does not stay there.
        let left = try await admin.send(["PTTL", key]).integer ?? -1
        #expect((1...5000).contains(left))
    }

    @Test func `does not put back a node that has ended since it was read`() async throws {
        let behind = MemoryStore()
        let other = try await open(behind)
        let fixture = try RegistryFixture(behind)
        let scope = NodeScope.owned(by: fixture.alice)
        let session = try await fixture.add(.session)
        // Between the look at the store and that into the cache, another process ends the node.
        let slow = SlowStore(behind) {
            _ = try? await other.release(session, in: scope, at: RegistryFixture.start)
        }
        #expect(try await open(slow).node(session, in: scope)?.state == .active)
        #expect(try await other.node(session, in: scope)?.state == .released)
    }

    @Test func `loses nothing when Redis does, and goes on without it`() async throws {
        let store = try await open(MemoryStore())
        let fixture = try RegistryFixture(store)
        var ids: [AnyID] = []
        for round in 0..<200 {
            ids.append(try await fixture.add(.tool))
            if round == 50 { try server.kill() }
            if round == 150 { try server.start() }
            // Away means slow once a second, for as long as a connection is tried.
            let id = try #require(round == 50 ? ids.first : ids.randomElement())
            #expect(try await fixture.state(id) == .active)
        }
        #expect(try await store.statistics(in: .all).total == 200)
    }
}

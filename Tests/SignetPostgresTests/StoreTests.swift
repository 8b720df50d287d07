import ServerTesting
import Signet
import SignetPostgres
import SignetRegistry
import SignetStoreTesting
import SignetTesting
import Testing

@Suite struct `The store in Postgres` {
    @Test(arguments: RegistryStoreContract.clauses)
    func `keeps the contract of stores`(
        clause: ContractClause<RegistryStoreContract.Make>
    ) async throws {
        let url = try PostgresServer.shared.get().makeDatabase()
        try await clause.check { try await PostgresStore(url: url, policy: $0) }
    }

    @Test(arguments: LeaseStoreContract.clauses)
    func `keeps the contract of leases`(
        clause: ContractClause<LeaseStoreContract.Subject>
    ) async throws {
        let url = try PostgresServer.shared.get().makeDatabase()
        let clock = ManualClock(milliseconds: 1_726_234_567_890)
        let store = try await PostgresStore(url: url, clock: clock.wallClock)
        let subject = LeaseStoreContract.Subject(store: store) { duration in
            clock.advance(by: UInt64(duration / .milliseconds(1)))
        }
        try await clause.check(subject)
    }

    @Test(arguments: 0..<3 as Range<UInt64>)
    func `does at random what a store in memory does`(seed: UInt64) async throws {
        let url = try PostgresServer.shared.get().makeDatabase()
        try await RegistryStoreContract.model(steps: 1000, seed: seed)
            .check { try await PostgresStore(url: url, policy: $0) }
    }

    @Test func `a call whose answer is lost is done once, and gives what it did`() async throws {
        let server = try PostgresServer.shared.get()
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.end() }
        let url = try server.makeDatabase(through: proxy.port)
        var configuration = try PostgresConfiguration(url: url)
        configuration.poolSize = 1
        configuration.statementLimit = .seconds(120)
        let store = try await PostgresStore(configuration)
        let fixture = try RegistryFixture(store)
        proxy.cut(after: (0..<150).map { _ in Int.random(in: 6000..<16_000) })
        proxy.cut()
        var tokens: [UInt64] = []
        for round in 0..<100 {
            let time = RegistryFixture.start + UInt64(round)
            let session = try fixture.draft(.session, of: fixture.alice)
            let below = try fixture.draft(.wsConn, of: fixture.alice, under: [session.id])
            let nodes = [session, below]
            #expect(try await store.insert(nodes, aliases: [], adopting: false) == nodes)
            let ended = try await store.release(session.id, in: .all, at: time)
            #expect(ended.map { $0.id } == nodes.map { $0.id }.sorted())
            let holder = try fixture.holder()
            let isThere = try await store.hold(holder, until: time + 9, joining: true, at: time)
            #expect(isThere)
            let held = try await fixture.add(.tool, at: time, heldBy: holder)
            #expect(try await store.leave(holder, at: time).map { $0.id } == [held])
            let lease = try await store.acquire(pool: "node", count: 1, for: .seconds(600))
            let taken = try #require(lease)
            tokens.append(taken.token)
            try await store.giveBack(taken)
        }
        #expect(proxy.cuts > 20)
        #expect(tokens == (1...100).map(\.self))
        #expect(try await store.statistics(in: .all) == RegistryStatistics(ended: 300))
    }
}

import ServerTesting
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
}

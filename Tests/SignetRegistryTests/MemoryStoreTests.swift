import Signet
import SignetRegistry
import SignetStoreTesting
import SignetTesting
import Testing

@Suite("The memory store")
struct MemoryStoreTests {
    @Test("keeps the contract of stores", arguments: RegistryStoreContract.clauses)
    func registry(clause: ContractClause<RegistryStoreContract.Make>) async throws {
        try await clause.check { MemoryStore(policy: $0) }
    }

    @Test("keeps the contract of leases", arguments: LeaseStoreContract.clauses)
    func leases(clause: ContractClause<LeaseStoreContract.Subject>) async throws {
        let clock = ManualClock(milliseconds: 1_726_234_567_890)
        let store = MemoryStore(clock: clock.wallClock)
        let subject = LeaseStoreContract.Subject(store: store) { duration in
            clock.advance(by: duration.milliseconds)
        }
        try await clause.check(subject)
    }

    @Test("does the same at random as another one", arguments: 0..<4 as Range<UInt64>)
    func model(seed: UInt64) async throws {
        try await RegistryStoreContract.model(steps: 3000, seed: seed)
            .check { MemoryStore(policy: $0) }
    }
}

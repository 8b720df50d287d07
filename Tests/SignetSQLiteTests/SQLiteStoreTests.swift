import Foundation
import ProcessTesting
import Signet
import SignetRegistry
import SignetSQLite
import SignetStoreTesting
import SignetTesting
import Testing

@Suite("The SQLite store")
struct SQLiteStoreTests {
    private let directory: TemporaryDirectory

    private var path: String { directory.url.appending(path: "signet.db").path }

    init() throws { directory = try TemporaryDirectory() }

    @Test("keeps the contract of stores", arguments: RegistryStoreContract.clauses)
    func registry(clause: ContractClause<RegistryStoreContract.Make>) async throws {
        let path = path
        try await clause.check { try SQLiteStore(path: path, policy: $0) }
    }

    @Test("keeps the contract of leases", arguments: LeaseStoreContract.clauses)
    func leases(clause: ContractClause<LeaseStoreContract.Subject>) async throws {
        let clock = ManualClock(milliseconds: 1_726_234_567_890)
        let store = try SQLiteStore(path: path, clock: clock.wallClock)
        let subject = LeaseStoreContract.Subject(store: store) { duration in
            clock.advance(by: UInt64(duration / .milliseconds(1)))
        }
        try await clause.check(subject)
    }

    @Test("does at random what a store in memory does", arguments: 0..<3 as Range<UInt64>)
    func model(seed: UInt64) async throws {
        let path = path
        try await RegistryStoreContract.model(steps: 1500, seed: seed)
            .check { try SQLiteStore(path: path, policy: $0) }
    }
}

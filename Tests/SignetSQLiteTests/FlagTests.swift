import ProcessTesting
import SignetRollout
import SignetSQLite
import SignetStoreTesting
import Testing

@Suite struct `Flags in SQLite` {
    private let directory: TemporaryDirectory

    private var path: String { "\(directory.path)/signet.db" }

    init() throws { directory = try TemporaryDirectory() }

    @Test(arguments: FlagStoreContract.clauses)
    func `the store keeps the contract`(
        clause: ContractClause<FlagStoreContract.Make>
    ) async throws {
        let path = path
        try await clause.check { try SQLiteStore(path: path) }
    }

    @Test func `two who open the file do not set a flag both`() async throws {
        let stores = [try SQLiteStore(path: path), try SQLiteStore(path: path)]
        for round in 1...10 {
            let count = try await FlagStoreContract.winners(of: round, in: stores)
            #expect(count == 1)
        }
        #expect(try await stores[1].revision() == 10)
    }
}

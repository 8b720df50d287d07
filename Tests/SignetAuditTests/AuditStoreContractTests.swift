import ProcessTesting
import SignetAudit
import SignetStoreTesting
import Testing

@Suite struct `The contract of audit stores` {
    @Test(arguments: AuditStoreContract.clauses)
    func `memory keeps it`(clause: ContractClause<AuditStoreContract.Make>) async throws {
        try await clause.check { MemoryAuditStore() }
    }

    @Test(arguments: AuditStoreContract.clauses)
    func `a directory keeps it`(clause: ContractClause<AuditStoreContract.Make>) async throws {
        let directory = try TemporaryDirectory()
        try await clause.check {
            try DirectoryAuditStore(path: directory.path + "/audit", durability: .none)
        }
    }

    @Test(arguments: AuditStoreContract.clauses)
    func `a directory keeps it on the disk`(
        clause: ContractClause<AuditStoreContract.Make>
    ) async throws {
        let directory = try TemporaryDirectory()
        try await clause.check { try DirectoryAuditStore(path: directory.path + "/audit") }
    }
}

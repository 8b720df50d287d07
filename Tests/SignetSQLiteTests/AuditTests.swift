import Foundation
import GRDB
import ProcessTesting
import SignetAudit
import SignetSQLite
import SignetStoreTesting
import Testing

@Suite struct `Audit logs in SQLite` {
    private let directory: TemporaryDirectory
    private static let seed = [UInt8](repeating: 9, count: 32)

    private var path: String { "\(directory.path)/signet.db" }

    init() throws { directory = try TemporaryDirectory() }

    /// A log of eleven records on a store; segments end after six.
    private func record(in store: SQLiteStore) async throws -> AuditLog {
        let log = AuditLog(
            store: store,
            signer: try AuditSigner(seed: Self.seed),
            policy: AuditPolicy(checkpointInterval: 4, segmentLimit: 6)
        )
        for number in 1...11 {
            let event = AuditEvent(
                tenant: "acme",
                actor: "user\(number)",
                action: "thing.change",
                details: ["note": String(repeating: "secret-note-\(number) ", count: 40)]
            )
            try await log.record(event)
        }
        return log
    }

    private func verify(_ store: SQLiteStore) async throws -> AuditVerification {
        let key = try AuditSigner(seed: Self.seed).publicKey
        return try await AuditVerification(of: "acme", in: store, keys: [key])
    }

    @Test(arguments: AuditStoreContract.clauses)
    func `the store keeps the contract`(
        clause: ContractClause<AuditStoreContract.Make>
    ) async throws {
        let path = path
        try await clause.check { try SQLiteStore(path: path) }
    }

    @Test func `two processes and a third that is killed lose nothing`() async throws {
        let probe = Program("signet-probe")
        let place = "sqlite:\(path)"
        async let first = probe.run("audit", place, "first", "0")
        async let second = probe.run("audit", place, "second", "0")
        async let killed = probe.run("audit", place, "killed", "57")
        let outcomes = try await [first, second, killed]
        #expect(outcomes.map(\.status) == [0, 0, 137])
        let store = try SQLiteStore(path: path)
        #expect(try await verify(store).problems.isEmpty)
        try await AuditStoreContract.requireRecords(of: outcomes.flatMap(\.lines), in: store)
        #expect(outcomes[0].lines.count == 320 && outcomes[2].lines.count >= 57)
    }

    /// What somebody does to the file, and what is found, at which record.
    static let changes: [(sql: String, code: String, sequence: UInt64?)] = [
        ("UPDATE audit_records SET line = replace(line, 'user3', 'user9')", "edited", 3),
        ("UPDATE audit_records SET line = '{}' WHERE sequence = 3", "malformed", 3),
        ("UPDATE audit_records SET sequence = 90 WHERE sequence = 11", "truncated", 11),
        ("DELETE FROM audit_records WHERE sequence = 3", "missing", 3),
        ("DELETE FROM audit_records WHERE sequence > 9", "truncated", 10),
        ("DELETE FROM audit_records WHERE sequence > 6", "truncated", 7),
        ("DELETE FROM audit_checkpoints WHERE sequence = 6", "unsealed", 6),
        ("UPDATE audit_checkpoints SET line = 'x' WHERE sequence = 5", "malformed", 5),
        ("UPDATE audit_chains SET checkpoint = 'x'", "malformed", nil),
        ("UPDATE audit_chains SET hash = 'x'", "malformed", nil),
        ("UPDATE audit_segments SET first = 8 WHERE first = 7", "edited", 8),
        ("UPDATE audit_segments SET last = NULL, seal = NULL", "spliced", 7),
        ("DELETE FROM audit_segments WHERE first = 1", "beginning_missing", 1),
        ("DELETE FROM audit_segments", "truncated", 1),
    ]

    @Test(arguments: changes)
    func `what was changed behind the log's back is found`(
        change: (sql: String, code: String, sequence: UInt64?)
    ) async throws {
        let store = try SQLiteStore(path: path)
        _ = try await record(in: store)
        #expect(try await verify(store).isSound)
        try await DatabaseQueue(path: path).write { try $0.execute(sql: change.sql) }
        let found = try await verify(store)
        let isFound = found.problems.contains { problem in
            problem.code.name == change.code && problem.sequence == change.sequence
        }
        #expect(isFound, "\(found.problems.map { "\($0.code.name) \($0.sequence ?? 0)" })")
    }

    @Test func `one record that cannot be read hides no other`() async throws {
        let store = try SQLiteStore(path: path)
        _ = try await record(in: store)
        try await DatabaseQueue(path: path).write { database in
            try database.execute(sql: "UPDATE audit_records SET line = '' WHERE sequence IN (3, 9)")
        }
        let found = try await verify(store)
        #expect(found.recordCount == 9)
        #expect(found.end.sequence == 11)
        let malformed = found.problems.filter { $0.code == .malformed }
        #expect(malformed.map(\.sequence) == [3, 9])
    }

    @Test func `what is redacted is not in the file any more`() async throws {
        let store = try SQLiteStore(path: path)
        let log = try await record(in: store)
        func holds(_ text: String) throws -> Bool {
            try [path, path + "-wal"].contains { file in
                try Data(contentsOf: URL(filePath: file)).range(of: Data(text.utf8)) != nil
            }
        }
        #expect(try holds("secret-note-9"))
        let count = try await log.redact(
            AuditRedaction(sequences: [9]),
            of: "acme",
            by: "dpo",
            reason: "request 17"
        )
        #expect(count == 1)
        #expect(try !holds("secret-note-9"))
        #expect(try await verify(store).isSound)
    }

    @Test func `logs of many tenants that come together are stored together`() async throws {
        let store = try SQLiteStore(path: path)
        let log = AuditLog(store: store, signer: nil)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let tenant = "tenant\(number % 50)"
                    try await log.record(AuditEvent(tenant: tenant, actor: "a", action: "a.b"))
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.tenants().count == 50)
        for tenant in try await store.tenants() {
            let found = try await AuditVerification(of: tenant, in: store)
            #expect(found.isSound && found.recordCount == 4)
        }
    }

    @Test func `a tenant that a column would cut is refused`() async throws {
        let store = try SQLiteStore(path: path)
        let error = await #expect(throws: AuditError.self) {
            try await store.head(of: "acme\u{0}other")
        }
        #expect(error?.code == .invalidEvent)
    }
}

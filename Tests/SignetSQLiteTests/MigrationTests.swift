import Foundation
import GRDB
import ProcessTesting
import Signet
import SignetAudit
import SignetRegistry
import SignetRollout
import SignetSQLite
import Testing

/// Files as earlier versions left them: their tables with rows, as statements.
@Suite struct `Files of earlier versions of SQLite stores` {
    private let directory: TemporaryDirectory

    private var path: String { "\(directory.path)/signet.db" }

    init() throws { directory = try TemporaryDirectory() }

    @Test func `are brought up to date with all that they hold`() async throws {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/version1.sql")
        let statements = try String(contentsOf: fixture, encoding: .utf8)
        // The statements are in the order of the tables' names.
        var configuration = GRDB.Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try await queue.write { try $0.execute(sql: statements) }
        try queue.close()
        let store = try SQLiteStore(path: path)
        let statistics = try await store.statistics(in: .all)
        #expect(statistics.active == [.session: 4, .thread: 8])
        #expect(statistics.ended == 12)
        let alias = try await store.aliases(.original("thread_chat_3_ab12cd34"), in: .all)
        #expect(alias.map(\.family) == ["counter"])
        #expect(try await store.tenants().isEmpty)
        let log = AuditLog(store: store, signer: nil)
        try await log.record(AuditEvent(tenant: "acme", actor: "a", action: "a.b"))
        let flags = RolloutFlags(store: store, audit: log)
        let target = try #require(RolloutTarget("chat/thread"))
        let flag = try await flags.set(target, to: .dual, by: "alice", reason: "first")
        #expect(flag.revision == 1)
        let again = try SQLiteStore(path: path)
        #expect(try await again.tenants() == ["acme", "signet"])
        #expect(try await again.statistics(in: .all) == statistics)
    }

    @Test func `are made once by many who open a new one together`() async throws {
        for round in 0..<5 {
            let path = "\(path)\(round)"
            try await withThrowingTaskGroup(of: RegistryStatistics.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await SQLiteStore(path: path).statistics(in: .all)
                    }
                }
                for try await statistics in group { #expect(statistics.total == 0) }
            }
        }
    }

    @Test func `a file of a later version is refused`() async throws {
        _ = try SQLiteStore(path: path)
        try await DatabaseQueue(path: path).write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')")
        }
        let error = #expect(throws: RegistryError.self) { try SQLiteStore(path: path) }
        #expect(error?.code == .newerStore)
    }
}

import Foundation
import ServerTesting
import Signet
import SignetAudit
import SignetPostgres
import SignetRegistry
import SignetRollout
import Testing

/// Databases as earlier versions left them: their tables with rows, as statements.
@Suite struct `Databases of earlier versions of Postgres stores` {
    @Test func `are brought up to date with all that they hold, once`() async throws {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/version1.sql")
        let statements = try String(contentsOf: fixture, encoding: .utf8)
        let server = try PostgresServer.shared.get()
        let url = try server.makeDatabase()
        let name = try #require(url.split(separator: "/").last)
        try server.execute(statements, database: String(name))
        let stores = try await withThrowingTaskGroup(of: PostgresStore.self) { group in
            for _ in 0..<4 { group.addTask { try await PostgresStore(url: url) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let store = stores[0]
        let statistics = try await store.statistics(in: .all)
        #expect(statistics.active == [.session: 4, .thread: 8])
        #expect(statistics.ended == 12)
        let alias = try await store.aliases(.original("thread_chat_3_ab12cd34"), in: .all)
        #expect(alias.map(\.family) == ["counter"])
        let log = AuditLog(store: store, signer: nil)
        try await log.record(AuditEvent(tenant: "acme", actor: "a", action: "a.b"))
        let flags = RolloutFlags(store: store, audit: log)
        let target = try #require(RolloutTarget("chat/thread"))
        let flag = try await flags.set(target, to: .dual, by: "alice", reason: "first")
        #expect(flag.revision == 1)
        #expect(try await stores[3].tenants() == ["acme", "signet"])
        let pool = PostgresPool(try PostgresConfiguration(url: url))
        let versions = try await pool.query("SELECT version FROM signet_migration ORDER BY version")
        #expect(try versions.map { try $0.decode(0, as: Int64.self) } == [1, 2])
    }
}

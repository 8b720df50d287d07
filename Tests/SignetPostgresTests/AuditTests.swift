import ProcessTesting
import ServerTesting
import SignetAudit
import SignetPostgres
import SignetStoreTesting
import Testing

@Suite struct `Audit logs in Postgres` {
    private static let seed = [UInt8](repeating: 9, count: 32)

    private func log(_ store: PostgresStore, every interval: UInt64 = 4) throws -> AuditLog {
        AuditLog(
            store: store,
            signer: try AuditSigner(seed: Self.seed),
            policy: AuditPolicy(checkpointInterval: interval, segmentLimit: 20)
        )
    }

    private func verify(_ store: PostgresStore) async throws -> AuditVerification {
        let key = try AuditSigner(seed: Self.seed).publicKey
        return try await AuditVerification(of: "acme", in: store, keys: [key])
    }

    @Test(arguments: AuditStoreContract.clauses)
    func `the store keeps the contract`(
        clause: ContractClause<AuditStoreContract.Make>
    ) async throws {
        let url = try PostgresServer.shared.get().makeDatabase()
        try await clause.check { try await PostgresStore(url: url) }
    }

    @Test func `two processes and a third that is killed lose nothing`() async throws {
        let probe = Program("signet-probe")
        let url = try PostgresServer.shared.get().makeDatabase()
        async let first = probe.run("audit", url, "first", "0")
        async let second = probe.run("audit", url, "second", "0")
        async let killed = probe.run("audit", url, "killed", "57")
        let outcomes = try await [first, second, killed]
        #expect(outcomes.map(\.status) == [0, 0, 137])
        let store = try await PostgresStore(url: url)
        #expect(try await verify(store).problems.isEmpty)
        try await AuditStoreContract.requireRecords(of: outcomes.flatMap(\.lines), in: store)
        #expect(outcomes[0].lines.count == 320 && outcomes[2].lines.count >= 57)
    }

    @Test func `a call whose answer is lost is done once`() async throws {
        let server = try PostgresServer.shared.get()
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.end() }
        let direct = try server.makeDatabase()
        let through = direct.replacing(":\(server.port)/", with: ":\(proxy.port)/")
        var configuration = try PostgresConfiguration(url: through)
        configuration.poolSize = 2
        configuration.statementLimit = .seconds(120)
        let store = try await PostgresStore(configuration)
        // No whole page comes through a network like that.
        let reader = try await PostgresStore(url: direct)
        let log = try log(store)
        proxy.cut(after: (0..<100).map { _ in Int.random(in: 6000..<16_000) })
        proxy.cut()
        var actors: [String] = []
        for number in 0..<120 {
            let event = AuditEvent(
                tenant: "acme",
                actor: "user\(number)",
                action: "a.b",
                details: ["note": "n\(number)"]
            )
            try await log.record(event)
            actors.append(event.actor)
            guard number % 40 == 39 else { continue }
            // Each of these is repeated as well where its answer is lost.
            let page = try await reader.records(of: "acme", from: 1, limit: 1000)
            let mine = page.filter { $0.actor.value == event.actor }
            try await store.replace(mine.map { $0.redacting(["details.note"]) })
            let segments = try await store.segments(of: "acme").filter { $0.seal != nil }
            let old = try #require(segments.first)
            try await store.drop("acme", through: old.last)
            actors.removeAll { actor in
                page.contains { $0.sequence <= old.last && $0.actor.value == actor }
            }
        }
        #expect(proxy.cuts > 10)
        try await AuditStoreContract.requireRecords(of: actors, in: reader)
        let found = try await verify(reader)
        // Nothing but what this test did without a word in the log.
        #expect(Set(found.problems.map(\.code)) == [.beginningMissing, .unexplainedRedaction])
        #expect(found.end.sequence == 120)
    }

    @Test func `a step whose answer is lost finds itself when it is repeated`() async throws {
        let original = MemoryAuditStore()
        let log = AuditLog(
            store: original,
            signer: try AuditSigner(seed: Self.seed),
            policy: AuditPolicy(checkpointInterval: 2, segmentLimit: 6)
        )
        for number in 0..<150 {
            try await log.record(
                AuditEvent(tenant: "acme", actor: "user\(number)", action: "a.b")
            )
        }
        let server = try PostgresServer.shared.get()
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.end() }
        let direct = try server.makeDatabase()
        let through = direct.replacing(":\(server.port)/", with: ":\(proxy.port)/")
        var configuration = try PostgresConfiguration(url: through)
        configuration.poolSize = 1
        configuration.statementLimit = .seconds(120)
        let store = try await PostgresStore(configuration)
        proxy.cut(after: (0..<100).map { _ in Int.random(in: 8000..<16_000) })
        proxy.cut()
        // Without a log that looks again, so that each step has to know by itself what it did.
        try await AuditStoreContract.copy("acme", from: original, to: store)
        #expect(proxy.cuts > 10)
        let reader = try await PostgresStore(url: direct)
        let segments = try await reader.segments(of: "acme")
        #expect(await segments == original.segments(of: "acme"))
        #expect(try await verify(reader).isSound)
    }

    @Test(
        arguments: [
            ("UPDATE signet_audit_record SET line = replace(line, 'user3', 'user9')", "edited", 3),
            ("UPDATE signet_audit_record SET line = '{}' WHERE sequence = 3", "malformed", 3),
            ("DELETE FROM signet_audit_record WHERE sequence > 10", "truncated", 11),
            ("UPDATE signet_audit_checkpoint SET line = '' WHERE sequence = 5", "malformed", 5),
        ] as [(String, String, UInt64)]
    )
    func `what was changed behind the log's back is found`(
        sql: String,
        code: String,
        sequence: UInt64
    ) async throws {
        let database = try TestDatabase()
        let store = try await PostgresStore(url: database.url)
        let log = try log(store)
        for number in 1...11 {
            try await log.record(
                AuditEvent(tenant: "acme", actor: "user\(number)", action: "a.b")
            )
        }
        #expect(try await verify(store).isSound)
        try await database.pool.query(sql)
        let found = try await verify(store).problems
        #expect(found.contains { $0.code.name == code && $0.sequence == sequence }, "\(found)")
    }

    @Test func `redactions side by side wait for each other`() async throws {
        let store = try await PostgresStore(url: try PostgresServer.shared.get().makeDatabase())
        let log = try log(store, every: 1000)
        let names = (0..<8).map { "detail\($0)" }
        let details = Dictionary(uniqueKeysWithValues: names.map { ($0, "secret") })
        let event = AuditEvent(tenant: "acme", actor: "alice", action: "a.b", details: details)
        for _ in 0..<5 { try await log.record(event) }
        let records = try await store.records(of: "acme", from: 1, limit: 10)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in names {
                group.addTask {
                    let redacted = records.shuffled().map { $0.redacting(["details.\(name)"]) }
                    try await store.replace(redacted)
                }
            }
            try await group.waitForAll()
        }
        let after = try await store.records(of: "acme", from: 1, limit: 10)
        #expect(after.allSatisfy { $0.openFields == ["actor"] })
    }
}

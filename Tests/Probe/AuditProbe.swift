import Signet
import SignetAudit
import SignetPostgres
import SignetSQLite
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Records events from several tasks until the process is killed in the middle of it.
enum AuditProbe {
    private static let acknowledged = Atomic(0)

    /// Prints the number of each event as soon as it is stored, and kills the process after some.
    ///
    /// - Parameters:
    ///   - place: The store, which other processes use as well: a directory, `sqlite:` and a path,
    ///     or the URL of a Postgres.
    ///   - name: What the events are told apart by.
    ///   - count: After how many events the process kills itself; 0 for never.
    /// - Throws: What the log says.
    static func run(_ place: String, _ name: String, dyingAfter count: Int) async throws {
        let log = AuditLog(
            store: try await store(place),
            signer: try AuditSigner(seed: [UInt8](repeating: 9, count: 32)),
            policy: AuditPolicy(checkpointInterval: 16, segmentLimit: 100)
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<8 {
                group.addTask { try await record(worker, name, in: log, dyingAfter: count) }
            }
            try await group.waitForAll()
        }
    }

    private static func store(_ place: String) async throws -> any AuditStore {
        if place.hasPrefix("postgres:") { return try await PostgresStore(url: place) }
        guard place.hasPrefix("sqlite:") else {
            return try DirectoryAuditStore(path: place, durability: .checkpoints)
        }
        return try SQLiteStore(path: String(place.dropFirst("sqlite:".count)))
    }

    private static func record(
        _ worker: Int,
        _ name: String,
        in log: AuditLog,
        dyingAfter count: Int
    ) async throws {
        for number in 0..<40 {
            try await log.record(
                AuditEvent(
                    tenant: "acme",
                    actor: "\(name)-\(worker)-\(number)",
                    action: "probe.write",
                    details: ["text": String(repeating: "x", count: 100 * worker)]
                )
            )
            Probe.write(["\(name)-\(worker)-\(number)"])
            let total = acknowledged.add(1, ordering: .relaxed).newValue
            if total == count { kill(getpid(), SIGKILL) }
        }
    }
}

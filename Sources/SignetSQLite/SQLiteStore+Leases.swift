import GRDB
import Signet
public import SignetRegistry

extension SQLiteStore: LeaseStore {
    /// Takes the lowest free number of a pool.
    public func acquire(
        pool: String,
        count: Int,
        for duration: Duration
    ) async throws(RegistryError) -> Lease? {
        let now = try now()
        return try await database.write { database in
            let taken = try Set(
                Int.fetchAll(
                    database,
                    sql: "SELECT number FROM leases WHERE pool = ? AND deadline > ?",
                    arguments: [pool, now]
                )
            )
            guard let number = (0..<max(0, count)).first(where: { !taken.contains($0) }) else {
                return nil
            }
            let token = try Int64.fetchOne(
                database,
                sql: """
                    INSERT INTO lease_tokens (pool, last) VALUES (?, 1)
                    ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last
                    """,
                arguments: [pool]
            )
            guard let token else { throw RegistryError(.damaged) }
            let deadline = now + Int64(clamping: duration.milliseconds)
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO leases (pool, number, token, deadline)
                    VALUES (?, ?, ?, ?)
                    """,
                arguments: [pool, number, token, deadline]
            )
            return Lease(
                pool: pool,
                number: number,
                token: UInt64(clamping: token),
                deadline: UInt64(clamping: deadline)
            )
        }
    }

    /// Makes a lease last on.
    public func renew(
        _ lease: Lease,
        for duration: Duration
    ) async throws(RegistryError) -> Lease? {
        let now = try now()
        let deadline = now + Int64(clamping: duration.milliseconds)
        return try await database.write { database in
            try database.execute(
                sql: """
                    UPDATE leases SET deadline = ?
                    WHERE pool = ? AND number = ? AND token = ? AND deadline > ?
                    """,
                arguments: [deadline, lease.pool, lease.number, Int64(clamping: lease.token), now]
            )
            guard database.changesCount > 0 else { return nil }
            return Lease(
                pool: lease.pool,
                number: lease.number,
                token: lease.token,
                deadline: UInt64(clamping: deadline)
            )
        }
    }

    /// Gives a lease back.
    public func giveBack(_ lease: Lease) async throws(RegistryError) {
        try await database.write { database in
            try database.execute(
                sql: "DELETE FROM leases WHERE pool = ? AND number = ? AND token = ?",
                arguments: [lease.pool, lease.number, Int64(clamping: lease.token)]
            )
        }
    }

    /// The leases of a pool that last.
    public func leases(pool: String) async throws(RegistryError) -> [Lease] {
        let now = try now()
        return try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT number, token, deadline FROM leases
                    WHERE pool = ? AND deadline > ? ORDER BY number
                    """,
                arguments: [pool, now]
            ).map { row in
                Lease(
                    pool: pool,
                    number: row[0],
                    token: UInt64(clamping: row[1] as Int64),
                    deadline: UInt64(clamping: row[2] as Int64)
                )
            }
        }
    }

    /// Unix time in milliseconds.
    private func now() throws(RegistryError) -> Int64 {
        do throws(IDError) { return Int64(clamping: try clock.milliseconds()) } catch {
            throw RegistryError(.unavailable, cause: error)
        }
    }
}

import Signet
public import SignetRegistry

/// Leases last by the clock of the server, so that the machines of holders need not agree.
extension PostgresStore: LeaseStore {
    /// The time that the first parameter gives, or else the server's, in Unix milliseconds.
    private static let now =
        "coalesce($1, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint)"

    /// The first parameter of all statements that ask for the time.
    private func time() throws(RegistryError) -> PostgresValue {
        guard let clock else { return .int(nil) }
        do throws(IDError) { return .int(Int64(clamping: try clock.milliseconds())) } catch {
            throw RegistryError(.unavailable, cause: error)
        }
    }

    /// Takes the lowest free number of a pool.
    public func acquire(
        pool: String,
        count: Int,
        for duration: Duration
    ) async throws(RegistryError) -> Lease? {
        let time = try time()
        return try await look { rows in
            if rows.session.mayBeDone {
                let own = try rows.session.query(
                    "SELECT number, token, deadline FROM signet_lease WHERE pool = $1 AND mark = $2",
                    [.text(pool), .int(rows.mark)]
                )
                if let lease = try own.first.map({ try Lease($0, pool: pool) }) { return lease }
            }
            let results = try rows.session.batch([
                // Locks the pool, also one that is new.
                PostgresStatement(
                    """
                    INSERT INTO signet_lease_pool AS pool (pool, last) VALUES ($1, 0)
                    ON CONFLICT (pool) DO UPDATE SET last = pool.last
                    """,
                    [.text(pool)]
                ),
                PostgresStatement(
                    """
                    WITH clock AS MATERIALIZED (SELECT \(Self.now) AS now), free AS (
                        SELECT place FROM generate_series(0, $3::bigint - 1) AS place, clock
                        WHERE NOT EXISTS (
                            SELECT FROM signet_lease
                            WHERE pool = $2 AND number = place AND deadline > clock.now
                        )
                        ORDER BY place LIMIT 1
                    ), drawn AS (
                        UPDATE signet_lease_pool SET last = last + 1
                        WHERE pool = $2 AND EXISTS (SELECT FROM free) RETURNING last
                    )
                    INSERT INTO signet_lease AS lease (pool, number, token, deadline, mark)
                    SELECT $2, free.place, drawn.last, clock.now + $4, $5 FROM free, drawn, clock
                    ON CONFLICT (pool, number) DO UPDATE
                    SET token = excluded.token, deadline = excluded.deadline, mark = excluded.mark
                    RETURNING number, token, deadline
                    """,
                    [
                        time, .text(pool), .int(Int64(count)),
                        .int(Int64(clamping: duration.milliseconds)), .int(rows.mark),
                    ]
                ),
            ])
            return try results[1].first.map { try Lease($0, pool: pool) }
        }
    }

    /// Makes a lease last on.
    public func renew(
        _ lease: Lease,
        for duration: Duration
    ) async throws(RegistryError) -> Lease? {
        let time = try time()
        return try await look { rows in
            try rows.session.query(
                """
                UPDATE signet_lease SET deadline = \(Self.now) + $5
                WHERE pool = $2 AND number = $3 AND token = $4 AND deadline > \(Self.now)
                RETURNING number, token, deadline
                """,
                [
                    time, .text(lease.pool), .int(Int64(lease.number)),
                    .int(Int64(clamping: lease.token)),
                    .int(Int64(clamping: duration.milliseconds)),
                ]
            ).first.map { try Lease($0, pool: lease.pool) }
        }
    }

    /// Gives a lease back; one that was lost is left to its new holder.
    public func giveBack(_ lease: Lease) async throws(RegistryError) {
        try await look { rows in
            _ = try rows.session.query(
                "DELETE FROM signet_lease WHERE pool = $1 AND number = $2 AND token = $3",
                [.text(lease.pool), .int(Int64(lease.number)), .int(Int64(clamping: lease.token))]
            )
        }
    }

    /// The leases of a pool that last.
    public func leases(pool: String) async throws(RegistryError) -> [Lease] {
        let time = try time()
        return try await look { rows in
            try rows.session.query(
                """
                SELECT number, token, deadline FROM signet_lease
                WHERE pool = $2 AND deadline > \(Self.now) ORDER BY number
                """,
                [time, .text(pool)]
            ).map { try Lease($0, pool: pool) }
        }
    }
}

extension Lease {
    /// Takes what columns hold.
    fileprivate init(_ row: PostgresRow, pool: String) throws {
        self.init(
            pool: pool,
            number: Int(try row.decode(0, as: Int64.self)),
            token: UInt64(clamping: try row.decode(1, as: Int64.self)),
            deadline: UInt64(clamping: try row.decode(2, as: Int64.self))
        )
    }
}

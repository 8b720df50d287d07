import Signet
import SignetRegistry

extension PostgresRows {
    /// Keeps processes from sweeping at the same time: `sweep` in ASCII.
    private static let lock: Int64 = 0x73_7765_6570

    /// Ends what is due, forgets what ended long ago.
    func sweep(at time: UInt64, limit: Int) throws -> Sweep {
        let now = PostgresValue.int(Int64(clamping: time))
        let late = try session.batch([
            PostgresStatement("SELECT pg_advisory_xact_lock($1)", [.int(Self.lock)]),
            PostgresStatement(
                """
                SELECT holder FROM signet_holder WHERE deadline <= $1
                ORDER BY deadline LIMIT $2 FOR UPDATE
                """,
                [now, .int(Int64(limit))]
            ),
        ])[1]
        if let done = try ownWork(endedAt: time) {
            return Sweep(ended: done, forgotten: 0, hasMore: true)
        }
        var ended: [Node] = []
        for row in late where ended.count < limit {
            ended += try leave(try row.decode(0), at: time)
        }
        ended += try expire(at: time, limit: max(0, limit - ended.count))
        let forgotten = try forget(at: now, limit: max(0, limit - ended.count))
        try forgetOwners(try trimChanges().union(forgotten.owners))
        let hasMore = try session.query(
            """
            SELECT EXISTS (SELECT FROM signet_node WHERE due <= $1)
            OR EXISTS (SELECT FROM signet_holder WHERE deadline <= $1)
            """,
            [now]
        )
        return Sweep(
            ended: ended.sorted { $0.id < $1.id },
            forgotten: forgotten.count,
            hasMore: try hasMore[0].decode(0)
        )
    }

    private func expire(at time: UInt64, limit: Int) throws -> [Node] {
        let now = PostgresValue.int(Int64(clamping: time))
        let due = try session.query(
            """
            SELECT number FROM signet_node WHERE due <= $1 AND state = 0 ORDER BY due LIMIT $2
            """,
            [now, .int(Int64(limit))]
        )
        guard !due.isEmpty else { return [] }
        let numbers = PostgresValue.ints(try due.map { try $0.decode(0, as: Int64.self) })
        // A node that was touched before its owner was locked is due no more.
        let condition = "node.number = ANY ($1) AND node.due <= $2"
        let results = try session.batch([
            Self.locking(ownersOf: condition, [numbers, now]),
            ending(where: condition, [numbers, now], as: .expired, at: time),
        ])
        return try results[1].map { try StoredNode($0).node }
    }

    /// Takes out nodes that ended long ago, and what hung below them, which ended with them.
    private func forget(
        at now: PostgresValue,
        limit: Int
    ) throws -> (count: Int, owners: Set<Int64>) {
        let rows = try session.query(
            """
            WITH RECURSIVE old (number) AS (
                (SELECT number FROM signet_node WHERE due <= $1 AND state <> 0
                ORDER BY due LIMIT $2)
                UNION
                SELECT edge.child FROM old JOIN signet_edge AS edge ON edge.parent = old.number
            ), aliases AS (
                DELETE FROM signet_alias WHERE node IN (SELECT number FROM old)
            ), edges AS (
                DELETE FROM signet_edge WHERE child IN (SELECT number FROM old)
            )
            DELETE FROM signet_node WHERE number IN (SELECT number FROM old) RETURNING owner
            """,
            [now, .int(Int64(limit))]
        )
        return (rows.count, Set(try rows.map { try $0.decode(0, as: Int64.self) }))
    }

    /// Takes out those owners whom nothing mentions any more.
    private func forgetOwners(_ owners: Set<Int64>) throws {
        guard !owners.isEmpty else { return }
        let numbers = PostgresValue.ints(owners.sorted())
        // Who is busy is not forgotten, and who comes back while we are at it waits for us.
        let idle = try session.query(
            """
            SELECT number FROM signet_owner WHERE number = ANY ($1)
            ORDER BY number FOR UPDATE SKIP LOCKED
            """,
            [numbers]
        )
        try session.query(
            """
            WITH gone AS (
                DELETE FROM signet_owner AS owner WHERE number = ANY ($1)
                AND NOT EXISTS (SELECT FROM signet_node WHERE owner = owner.number)
                AND NOT EXISTS (SELECT FROM signet_change WHERE owner = owner.number)
                RETURNING number
            )
            DELETE FROM signet_tally WHERE owner IN (SELECT number FROM gone)
            """,
            [.ints(try idle.map { try $0.decode(0, as: Int64.self) })]
        )
    }
}

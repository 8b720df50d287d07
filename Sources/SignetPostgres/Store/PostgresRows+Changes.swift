import Signet
import SignetRegistry

extension PostgresRows {
    /// How many changes are given their place in one go.
    private static let part = 50_000

    /// Gives changes that have none their place in the order.
    ///
    /// Steps that run side by side are not stored in the order in which they began. So a change gets
    /// its place when it is stored and somebody looks, one look at a time: what is stored later
    /// comes later, and nobody passes over a place that is filled afterwards. Within one owner,
    /// whose steps are done in turn, the places follow the steps.
    ///
    /// It is at most so many changes in one go, so that a backlog of days does not take longer than a
    /// statement may.
    static let numbering = [
        // A statement of its own: the next one sees what others have numbered until then.
        PostgresStatement("SELECT last FROM signet_order FOR UPDATE"),
        PostgresStatement(
            """
            WITH fresh AS (
                SELECT number, row_number() OVER (ORDER BY number) AS place
                FROM (
                    SELECT number FROM signet_change WHERE sequence IS NULL
                    ORDER BY number LIMIT \(part)
                ) AS oldest
            ), numbered AS (
                UPDATE signet_change AS change SET sequence = signet_order.last + fresh.place
                FROM fresh, signet_order WHERE change.number = fresh.number
            )
            UPDATE signet_order SET last = last + (SELECT count(*) FROM fresh)
            RETURNING (SELECT count(*) FROM fresh)
            """
        ),
    ]

    /// The changes behind a place in the order.
    func changes(after sequence: UInt64?, limit: Int, in scope: NodeScope) throws -> ChangePage {
        let hasFresh = try session.query(
            "SELECT EXISTS (SELECT FROM signet_change WHERE sequence IS NULL)"
        )
        if try hasFresh[0].decode(0) {
            // What is stored meanwhile is left for later, or this might never end.
            while try session.batch(Self.numbering)[1][0].decode(0, as: Int64.self) == Self.part {}
        }
        let owner = scope.owner.map { _ in
            "owner.tenant = $3 AND owner.name = $4"
        }
        let position = sequence.map { Int64(clamping: $0) } ?? .max
        let names = scope.owner.map { [PostgresValue.text($0.tenant), .text($0.user)] } ?? []
        let results = try session.batch([
            PostgresStatement("SELECT last, forgotten FROM signet_order"),
            PostgresStatement(
                """
                SELECT change.sequence, change.event, change.core, change.kind, owner.tenant,
                    owner.name, change.time
                FROM signet_change AS change JOIN signet_owner AS owner
                    ON owner.number = change.owner
                WHERE change.sequence > $1 AND \(owner ?? "TRUE") ORDER BY change.sequence LIMIT $2
                """,
                [.int(position), .int(Int64(limit))] + names
            ),
        ])
        return try page(results[0][0], results[1], after: sequence, limit: limit)
    }

    private func page(
        _ order: PostgresRow,
        _ rows: PostgresResult,
        after sequence: UInt64?,
        limit: Int
    ) throws -> ChangePage {
        let newest = UInt64(clamping: try order.decode(0, as: Int64.self))
        let forgotten = UInt64(clamping: try order.decode(1, as: Int64.self))
        guard let sequence else { return ChangePage(changes: [], next: newest, hasGap: false) }
        let changes = try rows.map { row in
            Change(
                sequence: UInt64(clamping: try row.decode(0, as: Int64.self)),
                event: try Change.Event(stored: try row.decode(1)),
                id: AnyID(try Kind(stored: try row.decode(3)), try row.decode(2)),
                owner: Owner(storedUser: try row.decode(5), tenant: try row.decode(4)),
                time: UInt64(clamping: try row.decode(6, as: Int64.self))
            )
        }
        // Others may have numbered more between the two statements, which are left for later.
        let last = changes.last?.sequence ?? sequence
        let next = changes.count < limit ? max(newest, last) : last
        return ChangePage(
            changes: changes,
            next: max(sequence, next),
            hasGap: sequence < forgotten
        )
    }

    /// Takes out changes that the policy does not keep.
    ///
    /// - Returns: The owners whom they mentioned.
    func trimChanges() throws -> Set<Int64> {
        let results = try session.batch(
            Self.numbering + [
                PostgresStatement(
                    "UPDATE signet_order SET forgotten = greatest(forgotten, last - $1)",
                    [.int(Int64(policy.keptChanges))]
                ),
                PostgresStatement(
                    """
                    DELETE FROM signet_change
                    WHERE sequence <= (SELECT forgotten FROM signet_order) RETURNING owner
                    """
                ),
            ]
        )
        return Set(try results[3].map { try $0.decode(0, as: Int64.self) })
    }
}

import Signet
import SignetRegistry

extension PostgresRows {
    /// Locks the owners of nodes, so that nobody else changes anything of theirs.
    ///
    /// - Parameters:
    ///   - condition: Which nodes: a condition on `node` and `owner`.
    ///   - values: Its parameters.
    /// - Returns: The statement. It stands alone: the one behind it sees what is there then.
    static func locking(
        ownersOf condition: String,
        _ values: [PostgresValue]
    ) -> PostgresStatement {
        PostgresStatement(
            """
            SELECT owner.number FROM signet_owner AS owner
            WHERE owner.number IN (SELECT node.owner FROM \(StoredNode.source) WHERE \(condition))
            ORDER BY owner.number FOR UPDATE
            """,
            values
        )
    }

    /// Ends the living nodes for which a condition holds, and all that hangs below them.
    ///
    /// The owners are locked. A node that has ended has nothing alive below it, so that only living
    /// ones are followed.
    ///
    /// - Parameters:
    ///   - condition: A condition on `node` and `owner`, whose parameters come first.
    ///   - values: The parameters.
    ///   - state: What they become.
    ///   - time: When.
    /// - Returns: The statement, which gives what ended, in the order of the IDs.
    func ending(
        where condition: String,
        _ values: [PostgresValue],
        as state: Node.State,
        at time: UInt64
    ) -> PostgresStatement {
        let event = state == .expired ? Change.Event.expired : .released
        let number = values.count
        return PostgresStatement(
            """
            WITH RECURSIVE ending (number) AS (
                SELECT node.number FROM \(StoredNode.source) WHERE node.state = 0 AND \(condition)
                UNION
                SELECT child.number FROM ending
                JOIN signet_edge AS edge ON edge.parent = ending.number
                JOIN signet_node AS child ON child.number = edge.child AND child.state = 0
            ), ended AS (
                UPDATE signet_node AS node
                SET state = $\(number + 1), ended = $\(number + 2), due = $\(number + 3),
                    holder = NULL, mark = $\(number + 4)
                FROM ending WHERE node.number = ending.number AND node.state = 0
                RETURNING node.*
            ), counted AS (
                UPDATE signet_tally AS tally SET active = active - gone.count
                FROM (SELECT owner, kind, count(*) FROM ended GROUP BY 1, 2) AS gone
                WHERE tally.owner = gone.owner AND tally.kind = gone.kind
            ), noted AS (
                INSERT INTO signet_change (event, core, kind, owner, time)
                SELECT $\(number + 5), core, kind, owner, $\(number + 2) FROM ended
                ORDER BY core, kind
            )
            SELECT \(StoredNode.columns) FROM ended AS node
            JOIN signet_owner AS owner ON owner.number = node.owner ORDER BY node.core, node.kind
            """,
            values + [
                .int(state.stored), .int(Int64(clamping: time)), .int(due(endedAt: time)),
                .int(mark), .int(event.stored),
            ]
        )
    }

    /// Ends nodes; see ``ending(where:_:as:at:)``.
    func end(
        where condition: String,
        _ values: [PostgresValue],
        as state: Node.State,
        at time: UInt64
    ) throws -> [Node] {
        if let done = try ownWork(endedAt: time) { return done }
        let results = try session.batch([
            Self.locking(ownersOf: condition, values),
            ending(where: condition, values, as: state, at: time),
        ])
        return try results[1].map { try StoredNode($0).node }
    }

    /// Forgets a holder and ends what it holds.
    func leave(_ holder: Core, at time: UInt64) throws -> [Node] {
        let held = "node.holder = $1"
        let results = try session.batch([
            PostgresStatement(
                "SELECT FROM signet_holder WHERE holder = $1 FOR UPDATE",
                [.uuid(holder)]
            ),
            Self.locking(ownersOf: held, [.uuid(holder)]),
            ending(where: held, [.uuid(holder)], as: .released, at: time),
            PostgresStatement("DELETE FROM signet_holder WHERE holder = $1", [.uuid(holder)]),
        ])
        return try results[2].map { try StoredNode($0).node }
    }
}

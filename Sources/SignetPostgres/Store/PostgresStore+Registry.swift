public import Signet
public import SignetRegistry

extension PostgresStore: RegistryStore {
    /// Records nodes, all or none.
    public func insert(
        _ nodes: [Node],
        aliases: [Alias],
        adopting: Bool
    ) async throws(RegistryError) -> [Node] {
        guard !nodes.isEmpty || !aliases.isEmpty else { return [] }
        while true {
            let result = try await step { rows in
                var insertion = PostgresInsertion(rows, isAdopting: adopting)
                return try insertion.insert(nodes, aliases: aliases)
            }
            if let result { return result }
            // An owner is new. His row comes first, since only what is there can be locked.
            try await look { try PostgresInsertion.add(ownersOf: nodes, $0) }
        }
    }

    /// The node of an ID, alive or ended.
    public func node(_ id: AnyID, in scope: NodeScope) async throws(RegistryError) -> Node? {
        try await look { try $0.node(id, in: scope) }
    }

    /// The nodes whose IDs have a core.
    public func nodes(of core: Core, in scope: NodeScope) async throws(RegistryError) -> [Node] {
        try await look { try $0.nodes(of: core, in: scope) }
    }

    /// The aliases with a text, or those of an ID.
    public func aliases(
        _ key: AliasKey,
        in scope: NodeScope
    ) async throws(RegistryError) -> [Alias] {
        try await look { try $0.aliases(key, in: scope) }
    }

    /// The nodes that are reached from a node over edges.
    public func relatives(
        of id: AnyID,
        _ direction: Direction,
        in scope: NodeScope
    ) async throws(RegistryError) -> [Node] {
        try await look { try $0.relatives(of: id, direction, in: scope) }
    }

    /// The nodes that a query asks for.
    public func nodes(
        _ query: NodeQuery,
        in scope: NodeScope
    ) async throws(RegistryError) -> [Node] {
        try await look { try $0.nodes(query, in: scope) }
    }

    /// Notes that a node is in use.
    public func touch(
        _ id: AnyID,
        in scope: NodeScope,
        at time: UInt64
    ) async throws(RegistryError) -> Node? {
        try await look { rows in
            let values = PostgresRows.values(scope) + [.uuid(id.core), .text(id.kind.description)]
            let condition = "node.core = $3 AND node.kind = $4 AND \(PostgresRows.inScope)"
            // The owner is locked, so that no sweep has looked at the node before.
            let results = try rows.session.batch([
                PostgresRows.locking(ownersOf: condition, values),
                PostgresStatement(
                    """
                    UPDATE signet_node AS node SET touched = greatest(node.touched, $5),
                        due = least(greatest(node.touched, $5)::numeric + node.lifetime,
                            9223372036854775807)::bigint
                    FROM signet_owner AS owner
                    WHERE owner.number = node.owner AND \(condition) AND node.state = 0
                        AND node.due > $5
                    RETURNING \(StoredNode.columns)
                    """,
                    values + [.int(Int64(clamping: time))]
                ),
            ])
            return try results[1].first.map { try StoredNode($0).node }
        }
    }

    /// Ends a node and all that hangs below it.
    public func release(
        _ id: AnyID,
        in scope: NodeScope,
        at time: UInt64
    ) async throws(RegistryError) -> [Node] {
        try await ending { rows in
            try rows.end(
                where: "node.core = $3 AND node.kind = $4 AND \(PostgresRows.inScope)",
                PostgresRows.values(scope) + [.uuid(id.core), .text(id.kind.description)],
                as: .released,
                at: time
            )
        }
    }

    /// Ends all nodes of an owner.
    public func releaseAll(of owner: Owner, at time: UInt64) async throws(RegistryError) -> [Node] {
        try await ending { rows in
            try rows.end(
                where: "owner.tenant = $1 AND owner.name = $2",
                [.text(owner.tenant), .text(owner.user)],
                as: .released,
                at: time
            )
        }
    }

    /// Ends what has expired or is held by a process that is gone, forgets what ended long ago.
    public func sweep(at time: UInt64, limit: Int) async throws(RegistryError) -> Sweep {
        try await step { try $0.sweep(at: time, limit: limit) }
    }

    /// Lets a process hold nodes until a deadline.
    public func hold(
        _ holder: Holder,
        until deadline: UInt64,
        joining: Bool,
        at time: UInt64
    ) async throws(RegistryError) -> Bool {
        try await look { rows in
            let result = try rows.session.query(
                """
                WITH renewed AS (
                    UPDATE signet_holder SET deadline = greatest(deadline, $2)
                    WHERE holder = $1 AND deadline > $3 RETURNING 1
                ), joined AS (
                    INSERT INTO signet_holder (holder, deadline)
                    SELECT $1, $2 WHERE $4 AND NOT EXISTS (SELECT FROM renewed)
                    ON CONFLICT DO NOTHING RETURNING 1
                )
                SELECT EXISTS (SELECT FROM renewed) OR EXISTS (SELECT FROM joined)
                """,
                [
                    .uuid(holder.core), .int(Int64(clamping: deadline)),
                    .int(Int64(clamping: time)), .bool(joining),
                ]
            )
            return try result[0].decode(0)
        }
    }

    /// Ends a holder and the nodes that it holds.
    public func leave(_ holder: Holder, at time: UInt64) async throws(RegistryError) -> [Node] {
        try await step { rows in
            try rows.ownWork(endedAt: time) ?? rows.leave(holder.core, at: time)
        }
    }

    /// Counts nodes.
    public func statistics(
        in scope: NodeScope
    ) async throws(RegistryError) -> RegistryStatistics {
        try await look { try $0.statistics(in: scope) }
    }

    /// The changes behind a place in the order, oldest first.
    public func changes(
        after sequence: UInt64?,
        limit: Int,
        in scope: NodeScope
    ) async throws(RegistryError) -> ChangePage {
        try await look { try $0.changes(after: sequence, limit: limit, in: scope) }
    }
}

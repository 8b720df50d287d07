import GRDB
public import Signet
public import SignetRegistry

extension SQLiteStore {
    /// Records nodes, all or none.
    public func insert(
        _ nodes: [Node],
        aliases: [Alias],
        adopting: Bool
    ) async throws(RegistryError) -> [Node] {
        try await step { rows in
            var insertion = NodeInsertion(rows, isAdopting: adopting)
            return try insertion.insert(nodes, aliases: aliases)
        }
    }

    /// The node of an ID, alive or ended.
    public func node(_ id: AnyID, in scope: NodeScope) async throws(RegistryError) -> Node? {
        try await look { try $0.row(of: id, in: scope)?.node }
    }

    /// The nodes whose IDs have a core.
    public func nodes(of core: Core, in scope: NodeScope) async throws(RegistryError) -> [Node] {
        try await look { rows in
            let condition = try rows.condition(scope)
            return try rows.rows(
                where: "core = ? AND \(condition.sql) ORDER BY kind",
                [core.data] + condition.arguments
            ).map { $0.node }
        }
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
        try await step { rows in
            guard var row = try rows.row(of: id, in: scope), row.node.state == .active,
                row.node.expires > time
            else { return nil }
            row.node.touched = max(row.node.touched, time)
            try rows.run(
                "UPDATE nodes SET touched = ?, due = ? WHERE number = ?",
                [
                    Int64(clamping: row.node.touched), Int64(clamping: row.node.expires),
                    row.number,
                ]
            )
            return row.node
        }
    }

    /// Ends a node and all that hangs below it.
    public func release(
        _ id: AnyID,
        in scope: NodeScope,
        at time: UInt64
    ) async throws(RegistryError) -> [Node] {
        try await step { rows in
            let condition = try rows.condition(scope)
            return try rows.end(
                where: "core = ? AND kind = ? AND \(condition.sql)",
                [id.core.data, id.kind.description] + condition.arguments,
                as: .released,
                at: time
            )
        }
    }

    /// Ends all nodes of an owner.
    public func releaseAll(of owner: Owner, at time: UInt64) async throws(RegistryError) -> [Node] {
        try await step { rows in
            let condition = try rows.condition(.owned(by: owner))
            return try rows.end(
                where: condition.sql,
                condition.arguments,
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
        try await step { rows in
            let name = holder.core.data
            try rows.run(
                "UPDATE holders SET deadline = max(deadline, ?) WHERE holder = ? AND deadline > ?",
                [Int64(clamping: deadline), name, Int64(clamping: time)]
            )
            if rows.database.changesCount > 0 { return true }
            guard joining else { return false }
            try rows.run(
                "INSERT INTO holders (holder, deadline) VALUES (?, ?) ON CONFLICT DO NOTHING",
                [name, Int64(clamping: deadline)]
            )
            return rows.database.changesCount > 0
        }
    }

    /// Ends a holder and the nodes that it holds.
    public func leave(_ holder: Holder, at time: UInt64) async throws(RegistryError) -> [Node] {
        try await step { try $0.leave(holder.core.data, at: time) }
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

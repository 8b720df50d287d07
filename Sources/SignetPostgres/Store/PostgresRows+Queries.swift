import Signet
import SignetRegistry

extension PostgresRows {
    /// The node of an ID.
    func node(_ id: AnyID, in scope: NodeScope) throws -> Node? {
        let (sql, values) = Self.condition(scope)
        let number = values.count
        return try rows(
            where: "node.core = $\(number + 1) AND node.kind = $\(number + 2) AND \(sql)",
            values + [.uuid(id.core), .text(id.kind.description)]
        ).first?.node
    }

    /// The nodes whose IDs have a core.
    func nodes(of core: Core, in scope: NodeScope) throws -> [Node] {
        let (sql, values) = Self.condition(scope)
        return try rows(
            where: "node.core = $\(values.count + 1) AND \(sql) ORDER BY node.kind",
            values + [.uuid(core)]
        ).map { $0.node }
    }

    /// The nodes that a query asks for.
    func nodes(_ query: NodeQuery, in scope: NodeScope) throws -> [Node] {
        var (sql, values) = Self.condition(scope)
        func add(_ condition: (Int) -> String, _ new: PostgresValue...) {
            sql += " AND " + condition(values.count)
            values += new
        }
        if let kind = query.kind { add({ "node.kind = $\($0 + 1)" }, .text(kind.description)) }
        if let state = query.state { add({ "node.state = $\($0 + 1)" }, .int(state.stored)) }
        if let after = query.after {
            add(
                { "(node.core, node.kind) > ($\($0 + 1), $\($0 + 2))" },
                .uuid(after.core),
                .text(after.kind.description)
            )
        }
        sql += " ORDER BY node.core, node.kind LIMIT $\(values.count + 1)"
        return try rows(where: sql, values + [.int(Int64(query.limit))]).map { $0.node }
    }

    /// The nodes that are reached over edges.
    func relatives(of id: AnyID, _ direction: Direction, in scope: NodeScope) throws -> [Node] {
        let (from, to) =
            direction == .children || direction == .descendants
            ? ("parent", "child") : ("child", "parent")
        let isDirect = direction == .children || direction == .parents
        let (sql, values) = Self.condition(scope)
        let number = values.count
        let first = """
            SELECT edge.\(to) FROM signet_edge AS edge JOIN signet_node AS node
            ON node.number = edge.\(from)
            WHERE node.core = $\(number + 1) AND node.kind = $\(number + 2) AND \(sql)
            """
        let further = """
            UNION
            SELECT edge.\(to) FROM signet_edge AS edge JOIN reached ON edge.\(from) = reached.number
            """
        return try rows(
            where: """
                node.number IN (
                    WITH RECURSIVE reached (number) AS (\(first) \(isDirect ? "" : further))
                    SELECT number FROM reached
                )
                ORDER BY node.core, node.kind
                """,
            values + [.uuid(id.core), .text(id.kind.description)]
        ).map { $0.node }
    }

    /// The aliases of a text or of an ID.
    func aliases(_ key: AliasKey, in scope: NodeScope) throws -> [Alias] {
        var (sql, values) = Self.condition(scope)
        switch key {
        case .original(let text):
            sql += " AND alias.original = $\(values.count + 1)"
            values.append(.text(text))
        case .id(let id):
            sql += " AND node.core = $\(values.count + 1) AND node.kind = $\(values.count + 2)"
            values += [.uuid(id.core), .text(id.kind.description)]
        }
        return try session.query(
            """
            SELECT alias.original, node.core, node.kind, alias.family
            FROM signet_alias AS alias JOIN signet_node AS node ON node.number = alias.node
            WHERE \(sql) ORDER BY alias.original, node.core, node.kind
            """,
            values
        ).map { row in
            Alias(
                original: try row.decode(0),
                id: AnyID(try Kind(stored: try row.decode(2)), try row.decode(1)),
                family: try row.decode(3)
            )
        }
    }

    /// Counts nodes.
    func statistics(in scope: NodeScope) throws -> RegistryStatistics {
        let (sql, values) = Self.condition(scope)
        let rows = try session.query(
            """
            SELECT node.kind, node.state = 0, count(*) FROM signet_node AS node
            WHERE \(sql) GROUP BY 1, 2
            """,
            values
        )
        var statistics = RegistryStatistics()
        for row in rows {
            let count = Int(try row.decode(2, as: Int64.self))
            if try row.decode(1) {
                statistics.active[try Kind(stored: try row.decode(0))] = count
            } else {
                statistics.ended += count
            }
        }
        return statistics
    }
}

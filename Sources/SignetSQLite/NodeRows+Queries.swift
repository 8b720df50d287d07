import Foundation
import GRDB
import Signet
import SignetRegistry

extension NodeRows {
    /// The nodes that a query asks for.
    func nodes(_ query: NodeQuery, in scope: NodeScope) throws -> [Node] {
        var (sql, arguments) = try condition(scope)
        if let kind = query.kind {
            sql += " AND kind = ?"
            arguments += [kind.description]
        }
        if let state = query.state {
            sql += " AND state = ?"
            arguments += [state.stored]
        }
        if let after = query.after {
            sql += " AND (core, kind) > (?, ?)"
            arguments += [after.core.data, after.kind.description]
        }
        sql += " ORDER BY core, kind LIMIT ?"
        return try rows(where: sql, arguments + [query.limit]).map { $0.node }
    }

    /// The nodes that are reached over edges.
    func relatives(of id: AnyID, _ direction: Direction, in scope: NodeScope) throws -> [Node] {
        guard let root = try row(of: id, in: scope) else { return [] }
        let (from, to) =
            direction == .children || direction == .descendants
            ? ("parent", "child") : ("child", "parent")
        let next = "SELECT edges.\(to) FROM edges"
        let numbers =
            switch direction {
            case .children, .parents: "\(next) WHERE edges.\(from) = ?"
            case .descendants, .ancestors:
                """
                WITH RECURSIVE reached (number) AS (
                    \(next) WHERE edges.\(from) = ?
                    UNION
                    \(next) JOIN reached ON edges.\(from) = reached.number
                )
                SELECT number FROM reached
                """
            }
        return try rows(
            where: "nodes.number IN (\(numbers)) ORDER BY core, kind",
            [root.number]
        ).map { $0.node }
    }

    /// The aliases of a text or of an ID.
    func aliases(_ key: AliasKey, in scope: NodeScope) throws -> [Alias] {
        var (sql, arguments) = try condition(scope)
        switch key {
        case .original(let text):
            sql += " AND original = ?"
            arguments += [text]
        case .id(let id):
            sql += " AND core = ? AND nodes.kind = ?"
            arguments += [id.core.data, id.kind.description]
        }
        let statement = try database.cachedStatement(
            sql: """
                SELECT original, core, nodes.kind, family
                FROM aliases JOIN nodes ON nodes.number = aliases.node
                WHERE \(sql) ORDER BY original, core, nodes.kind
                """
        )
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            Alias(original: row[0], id: try AnyID(stored: row[1], row[2]), family: row[3])
        }
    }

    /// Counts nodes.
    func statistics(in scope: NodeScope) throws -> RegistryStatistics {
        let condition = try condition(scope)
        let statement = try database.cachedStatement(
            sql: """
                SELECT kind, state = 0, count(*) FROM nodes WHERE \(condition.sql)
                GROUP BY kind, state = 0
                """
        )
        var statistics = RegistryStatistics()
        for row in try Row.fetchAll(statement, arguments: condition.arguments) {
            guard let kind = Kind(row[0] as String) else { throw RegistryError(.damaged) }
            if row[1] {
                statistics.active[kind] = row[2]
            } else {
                statistics.ended += row[2] as Int
            }
        }
        return statistics
    }

    /// The changes behind a place in the order.
    func changes(after sequence: UInt64?, limit: Int, in scope: NodeScope) throws -> ChangePage {
        let last = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'changes'")
        )
        let newest = UInt64(clamping: last ?? 0)
        guard let sequence else { return ChangePage(changes: [], next: newest, hasGap: false) }
        let oldest = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT min(sequence) FROM changes")
        )
        let hasGap = sequence + 1 < oldest.map { UInt64(clamping: $0) } ?? newest + 1
        let condition = try condition(scope)
        let owner = scope.owner == nil ? "TRUE" : "changes.owner = ?"
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT sequence, event, core, kind, tenant, user, time
                    FROM changes JOIN owners ON owners.number = changes.owner
                    WHERE sequence > ? AND \(owner) ORDER BY sequence LIMIT ?
                    """
            ),
            arguments: [Int64(clamping: sequence)] + condition.arguments + [limit]
        )
        let changes = try rows.map { row in
            Change(
                sequence: UInt64(clamping: row[0] as Int64),
                event: try Change.Event(stored: row[1]),
                id: try AnyID(stored: row[2], row[3]),
                owner: Owner(storedUser: row[5], tenant: row[4]),
                time: UInt64(clamping: row[6] as Int64)
            )
        }
        let next = changes.count < limit ? newest : changes.last?.sequence ?? sequence
        return ChangePage(changes: changes, next: max(sequence, next), hasGap: hasGap)
    }
}

import Foundation
import GRDB
import Signet
import SignetRegistry

extension NodeRows {
    /// Ends the living nodes for which a condition holds, and all that hangs below them.
    ///
    /// - Parameters:
    ///   - condition: A condition on `nodes`, and perhaps a limit.
    ///   - arguments: Its values.
    ///   - state: What they become.
    ///   - time: When.
    /// - Returns: What ended, in the order of the IDs.
    /// - Throws: An error of SQLite.
    func end(
        where condition: String,
        _ arguments: StatementArguments,
        as state: Node.State,
        at time: UInt64
    ) throws -> [Node] {
        // A node that has ended has nothing alive below it, so that only living ones are followed.
        let ending = try rows(
            where: """
                nodes.number IN (
                    WITH RECURSIVE ending (number) AS (
                        SELECT * FROM (
                            SELECT number FROM nodes WHERE state = 0 AND \(condition)
                        )
                        UNION
                        SELECT nodes.number FROM ending
                        JOIN edges ON edges.parent = ending.number
                        JOIN nodes ON nodes.number = edges.child AND nodes.state = 0
                    )
                    SELECT number FROM ending
                )
                ORDER BY core, kind
                """,
            arguments
        )
        let due = time.addingReportingOverflow(policy.retention.milliseconds)
        var tallies: [Tally: Int] = [:]
        for row in ending {
            try run(
                "UPDATE nodes SET state = ?, ended = ?, due = ?, holder = NULL WHERE number = ?",
                [
                    state.stored, Int64(clamping: time), Int64(clamping: due.partialValue),
                    row.number,
                ]
            )
            tallies[Tally(owner: row.owner, kind: row.node.id.kind), default: 0] -= 1
            try note(
                state == .expired ? .expired : .released,
                core: row.node.id.core.data,
                kind: row.node.id.kind.description,
                owner: row.owner,
                at: Int64(clamping: time)
            )
        }
        for (tally, change) in tallies {
            try count(change, owner: tally.owner, kind: tally.kind.description)
        }
        return ending.map { row in
            var node = row.node
            node.state = state
            node.ended = time
            node.holder = nil
            return node
        }
    }

    private struct Tally: Hashable {
        let owner: Int64
        let kind: Kind
    }

    /// Ends what is due, forgets what ended long ago.
    func sweep(at time: UInt64, limit: Int) throws -> Sweep {
        let now = Int64(clamping: time)
        var ended: [Node] = []
        let late = try Data.fetchAll(
            database.cachedStatement(sql: "SELECT holder FROM holders WHERE deadline <= ? LIMIT ?"),
            arguments: [now, limit]
        )
        for holder in late where ended.count < limit {
            ended += try leave(holder, at: time)
        }
        ended += try end(
            where: "due <= ? ORDER BY due LIMIT ?",
            [now, max(0, limit - ended.count)],
            as: .expired,
            at: time
        )
        let forgotten = try forget(at: now, limit: max(0, limit - ended.count))
        try trimChanges()
        let hasMore = try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM nodes WHERE due <= ?1)
                    OR EXISTS (SELECT 1 FROM holders WHERE deadline <= ?1)
                    """
            ),
            arguments: [now]
        )
        return Sweep(
            ended: ended.sorted { $0.id < $1.id },
            forgotten: forgotten,
            hasMore: hasMore ?? false
        )
    }

    /// Forgets a holder and ends what it holds.
    func leave(_ holder: Data, at time: UInt64) throws -> [Node] {
        let ended = try end(where: "holder = ?", [holder], as: .released, at: time)
        try run("DELETE FROM holders WHERE holder = ?", [holder])
        return ended
    }

    /// Takes out nodes that ended long ago, and what hung below them, which ended with them.
    private func forget(at time: Int64, limit: Int) throws -> Int {
        let numbers = try Int64.fetchAll(
            database.cachedStatement(
                sql: """
                    WITH RECURSIVE old (number) AS (
                        SELECT * FROM (
                            SELECT number FROM nodes WHERE state <> 0 AND due <= ?
                            ORDER BY due LIMIT ?
                        )
                        UNION
                        SELECT child FROM old JOIN edges ON edges.parent = old.number
                    )
                    SELECT number FROM old
                    """
            ),
            arguments: [time, limit]
        )
        var owners: Set<Int64> = []
        for number in numbers {
            try run("DELETE FROM aliases WHERE node = ?", [number])
            try run("DELETE FROM edges WHERE child = ?", [number])
            let owner = try Int64.fetchOne(
                database.cachedStatement(sql: "DELETE FROM nodes WHERE number = ? RETURNING owner"),
                arguments: [number]
            )
            if let owner { owners.insert(owner) }
        }
        try forget(owners)
        return numbers.count
    }

    /// Takes out changes that the policy does not keep.
    private func trimChanges() throws {
        let owners = try Int64.fetchSet(
            database.cachedStatement(
                sql: """
                    DELETE FROM changes
                    WHERE sequence <= (SELECT max(sequence) FROM changes) - ? RETURNING owner
                    """
            ),
            arguments: [policy.keptChanges]
        )
        try forget(owners)
    }

    /// Takes out those owners whom nothing mentions any more.
    private func forget(_ owners: Set<Int64>) throws {
        for owner in owners {
            try run(
                """
                DELETE FROM owners WHERE number = ?1
                AND NOT EXISTS (SELECT 1 FROM nodes WHERE owner = ?1)
                AND NOT EXISTS (SELECT 1 FROM changes WHERE owner = ?1)
                """,
                [owner]
            )
            guard database.changesCount > 0 else { continue }
            try run("DELETE FROM tallies WHERE owner = ?", [owner])
        }
    }
}

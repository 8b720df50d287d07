import Foundation
import GRDB
import Signet
import SignetRegistry

/// A node with the number of its row.
struct NodeRow {
    /// The columns that a node is read from, of `nodes` joined with `owners`.
    static let columns = """
        nodes.number, core, kind, tenant, user, parents, metadata, holder, lifetime, created, \
        touched, state, ended, owner
        """
    /// What they are read from.
    static let source = "nodes JOIN owners ON owners.number = nodes.owner"

    let number: Int64
    let owner: Int64
    var node: Node

    init(_ row: Row) throws {
        number = row[0]
        owner = row[13]
        let holder: Data? = row[7]
        let ended: Int64? = row[12]
        var node = Node(
            id: try AnyID(stored: row[1], row[2]),
            owner: Owner(storedUser: row[4], tenant: row[3]),
            parents: try AnyID.ids(stored: row[5]),
            metadata: try StoredMetadata.metadata(row[6]),
            holder: try holder.map { Holder(try Core(stored: $0)) },
            lifetime: UInt64(clamping: row[8] as Int64),
            created: UInt64(clamping: row[9] as Int64)
        )
        node.touched = UInt64(clamping: row[10] as Int64)
        node.state = try Node.State(stored: row[11])
        node.ended = ended.map { UInt64(clamping: $0) }
        self.node = node
    }
}

extension NodeRows {
    /// The nodes for which a condition holds.
    ///
    /// - Parameters:
    ///   - condition: What follows `WHERE`, and perhaps the order and the limit.
    ///   - arguments: The values of the condition.
    /// - Returns: The nodes with the numbers of their rows.
    /// - Throws: An error of SQLite, or that a row cannot be read.
    func rows(where condition: String, _ arguments: StatementArguments) throws -> [NodeRow] {
        let sql = "SELECT \(NodeRow.columns) FROM \(NodeRow.source) WHERE \(condition)"
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: sql),
            arguments: arguments
        )
        var nodes: [NodeRow] = []
        while let row = try rows.next() { nodes.append(try NodeRow(row)) }
        return nodes
    }

    /// The node of an ID.
    func row(of id: AnyID, in scope: NodeScope) throws -> NodeRow? {
        let condition = try condition(scope)
        return try rows(
            where: "core = ? AND kind = ? AND \(condition.sql)",
            [id.core.data, id.kind.description] + condition.arguments
        ).first
    }
}

import Signet
import SignetRegistry

/// The rows of a store within one step.
struct PostgresRows {
    let session: PostgresSession
    let policy: RegistryPolicy
    /// What the call marks its rows with.
    let mark: Int64

    init(_ session: PostgresSession, policy: RegistryPolicy, mark: Int64) {
        self.session = session
        self.policy = policy
        self.mark = mark
    }

    /// The part of a condition on `owner` that confines a call to a scope.
    ///
    /// Its parameters are the first two, null where there is no confinement.
    static let inScope = "($1::text IS NULL OR (owner.tenant = $1 AND owner.name = $2))"

    /// The parameters of ``inScope``.
    static func values(_ scope: NodeScope) -> [PostgresValue] {
        [.text(scope.owner?.tenant), .text(scope.owner?.user)]
    }

    /// The condition and the parameters for a scope, without a plan that fits neither well.
    static func condition(_ scope: NodeScope) -> (sql: String, values: [PostgresValue]) {
        guard let owner = scope.owner else { return ("TRUE", []) }
        return (
            "node.owner = (SELECT number FROM signet_owner WHERE tenant = $1 AND name = $2)",
            [.text(owner.tenant), .text(owner.user)]
        )
    }

    /// The nodes for which a condition holds.
    ///
    /// - Parameters:
    ///   - condition: What follows `WHERE`, and perhaps the order and the limit.
    ///   - values: The parameters of the condition.
    /// - Returns: The nodes with the numbers of their rows.
    /// - Throws: ``PostgresError``, or that a row cannot be read.
    func rows(where condition: String, _ values: [PostgresValue]) throws -> [StoredNode] {
        try session.query(
            "SELECT \(StoredNode.columns) FROM \(StoredNode.source) WHERE \(condition)",
            values
        ).map { try StoredNode($0) }
    }

    /// What this call has ended at a time, if it was done before its connection was lost.
    func ownWork(endedAt time: UInt64) throws -> [Node]? {
        guard session.mayBeDone else { return nil }
        let rows = try rows(
            where: "node.due = $1 AND node.mark = $2 ORDER BY node.core, node.kind",
            [.int(due(endedAt: time)), .int(mark)]
        )
        return rows.isEmpty ? nil : rows.map { $0.node }
    }

    /// When nodes that end at a time are to be forgotten.
    func due(endedAt time: UInt64) -> Int64 {
        Int64(clamping: time.addingReportingOverflow(policy.retention.milliseconds).partialValue)
    }
}

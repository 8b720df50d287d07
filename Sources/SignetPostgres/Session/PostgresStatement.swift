/// A statement and its parameters.
///
/// Keep the text constant and pass what varies as values: each connection prepares a text once,
/// at its first use.
public struct PostgresStatement: Hashable, Sendable {
    /// The statement, with `$1`, `$2` and so on for its parameters.
    public let sql: String
    /// The parameters, in order.
    public let values: [PostgresValue]

    /// Creates a statement.
    ///
    /// - Parameters:
    ///   - sql: One statement, with `$1`, `$2` and so on for its parameters.
    ///   - values: The parameters, in order.
    public init(_ sql: String, _ values: [PostgresValue] = []) {
        self.sql = sql
        self.values = values
    }

    /// What a prepared statement can be used again for: the same text with the same types.
    var key: Key { Key(sql: sql, types: values.map(\.type)) }

    struct Key: Hashable {
        let sql: String
        let types: [PostgresType]
    }
}

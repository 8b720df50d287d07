/// How far a transaction is kept apart from others (Postgres' manual, chapter 13.2).
public struct PostgresTransactionMode: Hashable, Sendable {
    let sql: String

    /// Each statement sees what was committed before it: Postgres' default.
    public static let readCommitted = Self(sql: "BEGIN ISOLATION LEVEL READ COMMITTED")
    /// All statements see what was committed before the first.
    ///
    /// Conflicts are repeated.
    public static let repeatableRead = Self(sql: "BEGIN ISOLATION LEVEL REPEATABLE READ")
    /// As if transactions came one after the other.
    ///
    /// Conflicts are repeated.
    public static let serializable = Self(sql: "BEGIN ISOLATION LEVEL SERIALIZABLE")
    /// Reads at one moment and writes nothing.
    public static let snapshot = Self(sql: "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
}

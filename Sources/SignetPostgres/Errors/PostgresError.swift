/// What went wrong between a program and its Postgres.
///
/// An error names a ``Code-swift.struct`` to branch on and keeps the server's SQLSTATE. Its
/// description says what to do. It never repeats values: the server's own sentences, which quote
/// them, are left where they are.
public struct PostgresError: Error, Hashable, Sendable {
    /// What is wrong; branch on this.
    public let code: Code
    /// The five characters by which Postgres names its reason (its manual, appendix A), where the
    /// server was the one to refuse.
    public let sqlState: String?
    /// The name of the constraint that a row would have broken.
    public let constraint: String?
    /// What exactly is concerned, in words of this package: the name of a migration, a column.
    public let subject: String?

    /// A group of reasons.
    public struct Code: Hashable, Sendable {
        /// The name by which logs call this code.
        public let name: String
        /// What is wrong and what to do, in one sentence without a full stop.
        let message: String

        /// The URL or a limit cannot be used.
        public static let configuration = Self(
            name: "configuration",
            message: "the connection's settings cannot be used; write postgres://USER@HOST/DATABASE"
        )
        /// No connection was made in time, or the server refuses it.
        public static let unreachable = Self(
            name: "unreachable",
            message: "no connection to Postgres; check that it runs, its address and the password"
        )
        /// All connections stayed in use for as long as the caller wanted to wait.
        public static let exhausted = Self(
            name: "exhausted",
            message: "all connections are in use; allow more, or do less at once"
        )
        /// The server took too long.
        ///
        /// Nothing has been changed.
        public static let timedOut = Self(
            name: "timed_out",
            message: "the statement took too long and was ended; nothing was changed"
        )
        /// The task was cancelled.
        ///
        /// Nothing has been changed.
        public static let cancelled = Self(
            name: "cancelled",
            message: "the task was cancelled; nothing was changed"
        )
        /// The connection broke before anything was changed: the step can be done again.
        public static let connectionLost = Self(
            name: "connection_lost",
            message: "the connection was lost before anything was changed; try again"
        )
        /// The connection broke while the server was at it: it is done wholly or not at all.
        public static let outcomeUnknown = Self(
            name: "outcome_unknown",
            message: "the connection was lost before the server's answer; "
                + "look whether the work is done before you repeat it"
        )
        /// The server refuses a statement; the SQLSTATE says why.
        public static let refused = Self(name: "refused", message: "Postgres refuses the statement")
        /// A result is not of the type that was asked for.
        public static let decoding = Self(
            name: "decoding",
            message: "a column is not of the type that is read; cast it in the statement"
        )
        /// The stored schema and this program's migrations contradict each other.
        public static let migration = Self(
            name: "migration",
            message: "the schema was migrated by another version of this program; run that one"
        )
        /// The pool is closed.
        public static let closed = Self(name: "closed", message: "the pool is closed")
        /// The process has no thread or descriptor left.
        public static let resources = Self(
            name: "resources",
            message: "the process has no thread or file descriptor left; raise its limits"
        )
        /// A connection got no ID, or the registry did not record it.
        public static let notRecorded = Self(
            name: "not_recorded",
            message: "a connection got no ID or was not recorded; "
                + "look at the clock and the registry of the configuration's record"
        )

        /// Whether two codes are the same, which their names decide.
        public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

        /// Hashes the name.
        public func hash(into hasher: inout Hasher) { hasher.combine(name) }
    }

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - code: What is wrong.
    ///   - sqlState: The server's own code.
    ///   - constraint: The constraint's name.
    ///   - subject: What is concerned, which must not hold values.
    public init(
        _ code: Code,
        sqlState: String? = nil,
        constraint: String? = nil,
        subject: String? = nil
    ) {
        self.code = code
        self.sqlState = sqlState
        self.constraint = constraint
        self.subject = subject
    }

    /// Whether the server ended a transaction because of others, so that it can be done again.
    ///
    /// Serialization failures (`40001`) and deadlocks (`40P01`).
    public var isConflict: Bool { sqlState == "40001" || sqlState == "40P01" }
}

extension PostgresError: CustomStringConvertible {
    /// What is wrong and what to do, in one sentence.
    public var description: String {
        var text = code.message
        if let sqlState {
            text += " (SQLSTATE \(sqlState)"
            if let name = Self.condition(sqlState) { text += ", \(name)" }
            if let constraint { text += ", constraint \(constraint)" }
            text += ")"
        }
        if let subject { text += ": \(subject)" }
        return text
    }

    /// The name of a common SQLSTATE, after appendix A of the manual.
    private static func condition(_ state: String) -> String? {
        switch state {
        case "22P02": "invalid_text_representation"
        case "22P03": "invalid_binary_representation"
        case "23502": "not_null_violation"
        case "23503": "foreign_key_violation"
        case "23505": "unique_violation"
        case "23514": "check_violation"
        case "25006": "read_only_sql_transaction"
        case "25P02": "in_failed_sql_transaction"
        case "28000": "invalid_authorization_specification"
        case "28P01": "invalid_password"
        case "3D000": "invalid_catalog_name"
        case "40001": "serialization_failure"
        case "40P01": "deadlock_detected"
        case "42501": "insufficient_privilege"
        case "42601": "syntax_error"
        case "42P01": "undefined_table"
        case "53100": "disk_full"
        case "53300": "too_many_connections"
        case "55P03": "lock_not_available"
        case "57014": "query_canceled"
        case "57P01": "admin_shutdown"
        case "57P03": "cannot_connect_now"
        default: nil
        }
    }
}

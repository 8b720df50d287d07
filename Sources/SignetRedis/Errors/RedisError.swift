/// What went wrong between a program and its Redis.
///
/// An error names a ``Code-swift.struct`` to branch on and keeps the word with which Redis begins
/// its refusals. Its description says what to do, and never repeats keys or values.
public struct RedisError: Error, Hashable, Sendable {
    /// What is wrong; branch on this.
    public let code: Code
    /// The word with which Redis began its refusal, such as `WRONGTYPE`.
    public let word: String?

    /// A group of reasons.
    public struct Code: Hashable, Sendable {
        /// The name by which logs call this code.
        public let name: String
        /// What is wrong and what to do, in one sentence without a full stop.
        let message: String

        /// The URL or a limit cannot be used.
        public static let configuration = Self(
            name: "configuration",
            message: "the connection's settings cannot be used; "
                + "write redis://USER:PASSWORD@HOST:PORT/NUMBER or unix:///PATH"
        )
        /// No connection was made in time, or the server refuses it.
        public static let unreachable = Self(
            name: "unreachable",
            message: "no connection to Redis; check that it runs, its address and the password"
        )
        /// All connections stayed in use for as long as the caller wanted to wait.
        public static let exhausted = Self(
            name: "exhausted",
            message: "all connections are in use; allow more, or do less at once"
        )
        /// Time ran out before anything was sent.
        public static let timedOut = Self(
            name: "timed_out",
            message: "no time was left to ask Redis; nothing was changed"
        )
        /// The task was cancelled before anything was sent.
        public static let cancelled = Self(
            name: "cancelled",
            message: "the task was cancelled; nothing was changed"
        )
        /// No answer came: the connection was lost, time ran out, or the task was cancelled.
        ///
        /// Redis cannot be asked to stop, so what was sent may be done.
        public static let outcomeUnknown = Self(
            name: "outcome_unknown",
            message: "no answer came from Redis; "
                + "look whether the work is done before you repeat it"
        )
        /// The server refuses a command.
        public static let refused = Self(name: "refused", message: "Redis refuses the command")
        /// A reply is not of the type that was expected.
        public static let decoding = Self(
            name: "decoding",
            message: "a reply is not of the expected type; something else wrote this key"
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
    ///   - word: The first word of the server's refusal.
    public init(_ code: Code, word: String? = nil) {
        self.code = code
        self.word = word
    }
}

extension RedisError: CustomStringConvertible {
    /// What is wrong and what to do, in one sentence.
    public var description: String {
        word.map { "\(code.message) (\($0))" } ?? code.message
    }
}

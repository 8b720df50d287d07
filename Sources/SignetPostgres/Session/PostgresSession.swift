import SignetConnections

/// A connection to Postgres, for as long as a closure has it.
///
/// ``PostgresPool`` and ``PostgresConnection`` hand a session to a closure that runs on the
/// connection's own thread. Statements wait there and return their results, so that what belongs
/// together is written down one line after the other, and nothing else can come between.
///
/// A session is good inside its closure only, which the compiler sees to.
public final class PostgresSession {
    let configuration: PostgresConfiguration
    let bell: Bell
    var link: PostgresLink?
    /// The wait of the operation that runs.
    var wait: SocketWait
    var deadline: Deadline
    /// The names under which this connection has prepared statements.
    var names: [PostgresStatement.Key: String] = [:]
    /// How many statements have been prepared, which numbers their names.
    var preparedCount = 0
    /// How many transactions are open, one inside the other.
    var depth = 0
    /// The `BEGIN` that goes out together with the next statement.
    var pendingBegin: PostgresTransactionMode?
    /// Whether a `COMMIT` is under way.
    var isCommitting = false
    /// Whether the transaction is undone in the end.
    var isRollBackOnly = false
    /// Whether this is a repetition of a step that the server may have done.
    ///
    /// The connection was lost at a moment that left it open. Only idempotent steps are repeated
    /// so; they look whether their work is there already.
    public internal(set) var mayBeDone = false
    /// The channels of which this connection hears.
    var channels: Set<String> = []

    init(_ configuration: PostgresConfiguration, bell: Bell) {
        self.configuration = configuration
        self.bell = bell
        deadline = Deadline(after: .zero)
        wait = SocketWait(bell: bell, ticket: Ticket(bell: bell), deadline: deadline)
    }

    /// Begins an operation.
    func begin(_ ticket: Ticket, until deadline: Deadline) {
        self.deadline = deadline
        wait = SocketWait(bell: bell, ticket: ticket, deadline: deadline)
    }

    /// Runs one statement.
    ///
    /// - Parameters:
    ///   - sql: The statement, with `$1`, `$2` and so on for its parameters.
    ///   - values: The parameters.
    /// - Returns: Its rows.
    /// - Throws: ``PostgresError``.
    @discardableResult
    public func query(
        _ sql: String,
        _ values: [PostgresValue] = []
    ) throws(PostgresError) -> PostgresResult {
        let results = try batch([PostgresStatement(sql, values)])
        guard let result = results.first else { throw PostgresError(.connectionLost) }
        return result
    }

    /// Runs statements that are sent together, so that they wait for the network once.
    ///
    /// Outside a transaction they are one: all of them are done or none. The first refusal ends
    /// them.
    ///
    /// - Parameter statements: The statements, in order.
    /// - Returns: The result of each.
    /// - Throws: ``PostgresError``.
    @discardableResult
    public func batch(
        _ statements: [PostgresStatement]
    ) throws(PostgresError) -> [PostgresResult] {
        guard !statements.isEmpty else { return [] }
        let begin = pendingBegin.map { [PostgresStatement($0.sql)] } ?? []
        defer {
            // It has begun, whether or not what was sent with it was done.
            if let link, !link.isIdle { pendingBegin = nil }
        }
        return Array(try exchange(begin + statements).dropFirst(begin.count))
    }
}

/// Stays where it was made.
@available(*, unavailable)
extension PostgresSession: Sendable {}

import SignetConnections

/// A bounded number of connections to one Postgres.
///
/// ```swift
/// let pool = PostgresPool(try PostgresConfiguration(url: "postgres://app@localhost/app"))
/// let rows = try await pool.query("SELECT name FROM account WHERE id = $1", [.int(7)])
/// let moved = try await pool.transaction { session throws(PostgresError) in
///     try session.query("UPDATE account SET total = total - 1 WHERE id = $1", [.int(7)])
///     return try session.query("UPDATE account SET total = total + 1 WHERE id = $1", [.int(8)])
///         .affected
/// }
/// ```
///
/// Connections are made when they are needed and made anew when they break, when the server comes
/// back and not before, without all clients coming at once.
public final class PostgresPool: Sendable {
    private let pool: ConnectionPool<PostgresConnection>
    private let configuration: PostgresConfiguration

    /// Creates a pool; nothing is connected yet.
    public init(_ configuration: PostgresConfiguration) {
        self.configuration = configuration
        pool = ConnectionPool(
            size: configuration.poolSize,
            crowd: configuration.waitingTasks
        ) { () throws(SystemFailure) in
            try PostgresConnection(making: configuration)
        }
    }

    /// How many connections there are, how many of them are idle, and how many tasks wait for one.
    public var statistics: (open: Int, idle: Int, waiting: Int) {
        let statistics = pool.statistics
        return (statistics.open, statistics.idle, statistics.waiting)
    }

    /// Runs one statement.
    ///
    /// - Parameters:
    ///   - sql: The statement, with `$1`, `$2` and so on for its parameters.
    ///   - values: The parameters.
    ///   - isIdempotent: Whether it may be done twice: anything that only reads, for example.
    /// - Returns: Its rows.
    /// - Throws: ``PostgresError``.
    @discardableResult
    public func query(
        _ sql: String,
        _ values: [PostgresValue] = [],
        isIdempotent: Bool = false
    ) async throws(PostgresError) -> PostgresResult {
        try await run(isIdempotent: isIdempotent) { (session) throws(PostgresError) in
            try session.query(sql, values)
        }
    }

    /// Runs statements that are sent together: all of them are done or none.
    ///
    /// - Parameters:
    ///   - statements: The statements, in order.
    ///   - isIdempotent: Whether they may be done twice.
    /// - Returns: The result of each.
    /// - Throws: ``PostgresError``.
    @discardableResult
    public func batch(
        _ statements: [PostgresStatement],
        isIdempotent: Bool = false
    ) async throws(PostgresError) -> [PostgresResult] {
        try await run(isIdempotent: isIdempotent) { (session) throws(PostgresError) in
            try session.batch(statements)
        }
    }

    /// Runs a closure with a connection of the pool, on that connection's thread.
    ///
    /// - Parameters:
    ///   - isIdempotent: Whether the step may be done twice; see
    ///     ``PostgresConnection/run(isIdempotent:limit:_:)``.
    ///   - limit: How long it may take in all; nil for the configuration's limit.
    ///   - body: What to do. It may run several times.
    /// - Returns: What the closure returns.
    /// - Throws: What the closure throws, or ``PostgresError``.
    @discardableResult
    public func run<Value: Sendable>(
        isIdempotent: Bool = false,
        limit: Duration? = nil,
        _ body: @Sendable (PostgresSession) throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        let outcome: Result<Value, PostgresError>
        do throws(PoolRefusal) {
            outcome = try await pool.withConnection(limit: configuration.waitLimit) { connection in
                do throws(PostgresError) {
                    return .success(
                        try await connection.run(isIdempotent: isIdempotent, limit: limit, body)
                    )
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            throw PostgresError(refusal: error)
        }
        return try outcome.get()
    }

    /// Runs a closure's statements as one transaction.
    ///
    /// - Parameters:
    ///   - mode: How far it is kept apart from others.
    ///   - isIdempotent: Whether the transaction may be done twice; see
    ///     ``PostgresConnection/run(isIdempotent:limit:_:)``.
    ///   - limit: How long it may take in all; nil for the configuration's limit.
    ///   - body: What to do. It may run several times.
    /// - Returns: What the closure returns, once the server has stored it.
    /// - Throws: What the closure throws, or ``PostgresError``.
    @discardableResult
    public func transaction<Value: Sendable>(
        _ mode: PostgresTransactionMode = .readCommitted,
        isIdempotent: Bool = false,
        limit: Duration? = nil,
        _ body: @Sendable (PostgresSession) throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        try await run(isIdempotent: isIdempotent, limit: limit) {
            (session) throws(PostgresError) in try session.transaction(mode, body)
        }
    }

    /// Hears what `NOTIFY` sends on channels, over a connection of its own beside the pool.
    ///
    /// - Parameter channels: The channels' names, of letters, digits and underscores.
    /// - Returns: The messages, from the first iteration on.
    public func notifications(on channels: Set<String>) -> PostgresNotifications {
        PostgresNotifications(configuration: configuration, channels: channels)
    }

    /// Lets nobody use the pool any more, and returns when all connections are closed.
    public func close() async {
        await pool.close()
    }
}

import Signet
import SignetRegistry

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
/// back and not before, without all clients coming at once. Each is a client with an ID of the kind
/// `db_conn`, by which the server lists it, recorded if ``PostgresConfiguration/record`` says where.
public final class PostgresPool: Sendable {
    private let clients: ClientPool<PostgresConnection>
    private let owner: Owner
    private let configuration: PostgresConfiguration

    /// Creates a pool; nothing is connected yet.
    public init(_ configuration: PostgresConfiguration) {
        self.configuration = configuration
        owner = configuration.record?.owner ?? ClientNames.storeOwner
        clients = ClientPool(
            ClientNames(configuration.record, for: .dbConn),
            limit: configuration.poolSize,
            crowd: configuration.waitingTasks,
            patience: configuration.waitLimit
        ) { id in
            try PostgresConnection(making: configuration.named(id))
        } close: { connection in
            await connection.close()
        }
    }

    /// How many connections there are, how many of them are idle, and how many tasks wait for one.
    public var statistics: (open: Int, idle: Int, waiting: Int) { clients.statistics }

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
        try await clients.withClient(
            of: owner,
            isMending: true,
            refused: PostgresError.init(refusal:)
        ) { (connection, _) async throws(PostgresError) in
            try await connection.run(isIdempotent: isIdempotent, limit: limit, body)
        }
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
        await clients.shutDown()
    }
}

import SignetConnections

/// One connection to Postgres, which makes itself anew when it breaks.
///
/// The actor runs on a thread of its own. libpq could also be driven from the threads that tasks
/// share, but it looks up host names, reads certificates and cancels statements in calls that
/// wait, and a transaction would change threads with every statement. So waiting is done where it
/// hurts nobody, and what a closure does with a ``PostgresSession`` is plain, synchronous code. A
/// pool bounds the number of threads.
public actor PostgresConnection {
    private let executor: ThreadExecutor
    private let bell: Bell
    private let configuration: PostgresConfiguration
    private let session: PostgresSession

    /// The connection's thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    /// Creates a connection; its first use connects it.
    ///
    /// - Parameter configuration: Where to, and the limits.
    /// - Throws: ``PostgresError/Code-swift.struct/resources``.
    public init(_ configuration: PostgresConfiguration) throws(PostgresError) {
        do throws(SystemFailure) {
            try self.init(making: configuration)
        } catch {
            throw PostgresError(failure: error)
        }
    }

    init(making configuration: PostgresConfiguration) throws(SystemFailure) {
        let bell = try Bell()
        executor = try ThreadExecutor()
        self.bell = bell
        self.configuration = configuration
        session = PostgresSession(configuration, bell: bell)
    }

    /// Runs a closure on the connection's thread.
    ///
    /// Conflicts with other transactions (`40001`, `40P01`) are repeated, and so is what was lost
    /// before the server changed anything: the closure may run several times, so let it act
    /// through its session only.
    ///
    /// - Parameters:
    ///   - isIdempotent: Whether the step may be done twice. Then it is also repeated when the
    ///     connection was lost and nobody knows whether the server had done it.
    ///   - limit: How long it may take in all; nil for the configuration's limit.
    ///   - body: What to do.
    /// - Returns: What the closure returns.
    /// - Throws: What the closure throws, or ``PostgresError``.
    @discardableResult
    public func run<Value: Sendable>(
        isIdempotent: Bool = false,
        limit: Duration? = nil,
        _ body: @Sendable (PostgresSession) throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        let ticket = Ticket(bell: bell)
        let deadline = Deadline(after: limit ?? configuration.statementLimit)
        let outcome: Result<Value, PostgresError> = await withTaskCancellationHandler {
            session.begin(ticket, until: deadline)
            do throws(PostgresError) {
                return .success(try session.repeating(isIdempotent: isIdempotent, body))
            } catch {
                return .failure(error)
            }
        } onCancel: {
            ticket.cancel()
        }
        return try outcome.get()
    }

    /// Runs a closure's statements as one transaction on the connection's thread.
    ///
    /// - Parameters:
    ///   - mode: How far it is kept apart from others.
    ///   - isIdempotent: Whether the transaction may be done twice; see ``run(isIdempotent:limit:_:)``.
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

    /// Closes the connection.
    ///
    /// A later use makes a new one.
    public func close() {
        session.dropLink()
    }

    /// Waits for notifications; see ``PostgresNotifications``.
    func receive(on channels: Set<String>) async throws(PostgresError) -> [PostgresEvent] {
        try await run(limit: .seconds(3600)) { (session) throws(PostgresError) in
            try session.receive(on: channels)
        }
    }
}

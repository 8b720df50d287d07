import SignetConnections

/// One connection to Redis, which makes itself anew when it breaks.
///
/// The actor runs on a thread of its own, so that waiting for the server holds none of the threads
/// that tasks share.
public actor RedisConnection {
    private let executor: ThreadExecutor
    private let bell: Bell
    private let configuration: RedisConfiguration
    private let session: RedisSession

    /// The connection's thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    /// Creates a connection; its first use connects it.
    ///
    /// - Parameter configuration: Where to, and the limits.
    /// - Throws: ``RedisError/Code-swift.struct/resources``.
    public init(_ configuration: RedisConfiguration) throws(RedisError) {
        do throws(SystemFailure) {
            try self.init(making: configuration)
        } catch {
            throw RedisError(.resources)
        }
    }

    init(making configuration: RedisConfiguration) throws(SystemFailure) {
        let bell = try Bell()
        executor = try ThreadExecutor()
        self.bell = bell
        self.configuration = configuration
        session = RedisSession(configuration, bell: bell)
    }

    /// Sends commands together, so that they wait for the network once.
    ///
    /// - Parameters:
    ///   - commands: The commands, in order. Others' commands may come in between.
    ///   - isIdempotent: Whether they may be done twice. Then they are repeated when no answer came.
    ///   - limit: How long it may take in all; nil for the configuration's limit.
    /// - Returns: A reply for each. One that is refused does not keep the next from being done:
    ///   ``RedisValue/get()`` tells.
    /// - Throws: ``RedisError``.
    public func pipeline(
        _ commands: [RedisCommand],
        isIdempotent: Bool = false,
        limit: Duration? = nil
    ) async throws(RedisError) -> [RedisValue] {
        try await run(limit: limit ?? configuration.commandLimit) { (session) throws(RedisError) in
            isIdempotent ? try session.repeating(commands) : try session.exchange(commands)
        }
    }

    /// Closes the connection.
    ///
    /// A later use makes a new one.
    public func close() {
        session.drop()
    }

    /// Runs a closure on the connection's thread.
    func run<Value: Sendable>(
        limit: Duration,
        _ body: @Sendable (RedisSession) throws(RedisError) -> Value
    ) async throws(RedisError) -> Value {
        let ticket = Ticket(bell: bell)
        let deadline = Deadline(after: limit)
        let outcome: Result<Value, RedisError> = await withTaskCancellationHandler {
            session.begin(ticket, until: deadline)
            do throws(RedisError) {
                return .success(try body(session))
            } catch {
                return .failure(error)
            }
        } onCancel: {
            ticket.cancel()
        }
        return try outcome.get()
    }
}

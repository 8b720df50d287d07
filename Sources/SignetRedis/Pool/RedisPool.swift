import SignetConnections

/// A bounded number of connections to one Redis.
///
/// ```swift
/// let pool = RedisPool(try RedisConfiguration(url: "redis://localhost:6379/0"))
/// try await pool.send(["SET", "greeting", "hello"], isIdempotent: true)
/// let text = try await pool.send(["GET", "greeting"], isIdempotent: true).text
/// ```
///
/// Connections are made when they are needed, and made anew when they break.
public final class RedisPool: Sendable {
    private let pool: ConnectionPool<RedisConnection>
    private let configuration: RedisConfiguration

    /// Creates a pool; nothing is connected yet.
    public init(_ configuration: RedisConfiguration) {
        self.configuration = configuration
        pool = ConnectionPool(
            size: configuration.poolSize,
            crowd: configuration.waitingTasks
        ) { () throws(SystemFailure) in
            try RedisConnection(making: configuration)
        }
    }

    /// How many connections there are, how many of them are idle, and how many tasks wait for one.
    public var statistics: (open: Int, idle: Int, waiting: Int) {
        let statistics = pool.statistics
        return (statistics.open, statistics.idle, statistics.waiting)
    }

    /// Sends one command.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - isIdempotent: Whether it may be done twice. Then it is repeated when no answer came.
    /// - Returns: The reply.
    /// - Throws: ``RedisError``.
    @discardableResult
    public func send(
        _ command: RedisCommand,
        isIdempotent: Bool = false
    ) async throws(RedisError) -> RedisValue {
        let replies = try await pipeline([command], isIdempotent: isIdempotent)
        guard let reply = replies.first else { throw RedisError(.outcomeUnknown) }
        return try reply.get()
    }

    /// Sends commands together; see ``RedisConnection/pipeline(_:isIdempotent:limit:)``.
    ///
    /// - Parameters:
    ///   - commands: The commands, in order.
    ///   - isIdempotent: Whether they may be done twice.
    /// - Returns: A reply for each, some of which may be refusals.
    /// - Throws: ``RedisError``.
    public func pipeline(
        _ commands: [RedisCommand],
        isIdempotent: Bool = false
    ) async throws(RedisError) -> [RedisValue] {
        let outcome: Result<[RedisValue], RedisError>
        do throws(PoolRefusal) {
            outcome = try await pool.withConnection(limit: configuration.waitLimit) { connection in
                do throws(RedisError) {
                    return .success(
                        try await connection.pipeline(commands, isIdempotent: isIdempotent)
                    )
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            throw RedisError(refusal: error)
        }
        return try outcome.get()
    }

    /// Runs a script as one step.
    ///
    /// - Parameters:
    ///   - script: The script.
    ///   - keys: The keys that it touches.
    ///   - arguments: What else it is to know.
    ///   - isIdempotent: Whether it may be done twice.
    /// - Returns: What the script returns.
    /// - Throws: ``RedisError``.
    @discardableResult
    public func run(
        _ script: RedisScript,
        keys: [String],
        arguments: [[UInt8]] = [],
        isIdempotent: Bool = false
    ) async throws(RedisError) -> RedisValue {
        do throws(RedisError) {
            let named = script.command(withText: false, keys: keys, arguments: arguments)
            return try await send(named, isIdempotent: isIdempotent)
        } catch {
            // The server has started anew, or emptied its memory of scripts.
            guard error.word == "NOSCRIPT" else { throw error }
            let whole = script.command(withText: true, keys: keys, arguments: arguments)
            return try await send(whole, isIdempotent: isIdempotent)
        }
    }

    /// Hears what is published on channels, over a connection of its own beside the pool.
    ///
    /// - Parameter channels: The channels' names; at least one.
    /// - Returns: The messages, from the first iteration on.
    public func messages(on channels: Set<String>) -> RedisMessages {
        RedisMessages(configuration: configuration, channels: channels)
    }

    /// Lets nobody use the pool any more, and returns when all connections are closed.
    public func close() async {
        await pool.close()
    }
}

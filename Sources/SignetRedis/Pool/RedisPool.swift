import Signet
import SignetRegistry

/// A bounded number of connections to one Redis.
///
/// ```swift
/// let pool = RedisPool(try RedisConfiguration(url: "redis://localhost:6379/0"))
/// try await pool.send(["SET", "greeting", "hello"], isIdempotent: true)
/// let text = try await pool.send(["GET", "greeting"], isIdempotent: true).text
/// ```
///
/// Connections are made when they are needed, and made anew when they break. Each is a client with
/// an ID of the kind `redis_client`, by which the server lists it, recorded if
/// ``RedisConfiguration/record`` says where.
public final class RedisPool: Sendable {
    private let clients: ClientPool<RedisConnection>
    private let owner: Owner
    private let configuration: RedisConfiguration

    /// Creates a pool; nothing is connected yet.
    public init(_ configuration: RedisConfiguration) {
        self.configuration = configuration
        owner = configuration.record?.owner ?? ClientNames.storeOwner
        clients = ClientPool(
            ClientNames(configuration.record, for: .redisClient),
            limit: configuration.poolSize,
            crowd: configuration.waitingTasks,
            patience: configuration.waitLimit
        ) { id in
            try RedisConnection(making: configuration.named(id))
        } close: { connection in
            await connection.close()
        }
    }

    /// How many connections there are, how many of them are idle, and how many tasks wait for one.
    public var statistics: (open: Int, idle: Int, waiting: Int) { clients.statistics }

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
        try await clients.withClient(
            of: owner,
            isMending: true,
            refused: RedisError.init(refusal:)
        ) { (connection, _) async throws(RedisError) in
            try await connection.pipeline(commands, isIdempotent: isIdempotent)
        }
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
        await clients.shutDown()
    }
}

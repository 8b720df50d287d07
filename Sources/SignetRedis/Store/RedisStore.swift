public import Signet
public import SignetRegistry

/// Leases and wake-ups in a Redis, which may lose all it knows at any time.
///
/// No fact is kept here. After a loss (`FLUSHALL`, a restart, a restored backup, a replica that
/// takes over) nobody is given a number for as long as the longest lease lasts; holders renew theirs
/// meanwhile and go on. A new Redis cannot be told from one that lost everything, so the same
/// quiet comes first of all. ``quiet`` tells how much of it is left.
///
/// Tokens grow as long as the clock of the server that follows is not behind that of the server
/// before by more than the quiet.
public final class RedisStore: Sendable {
    let pool: RedisPool
    let clock: WallClock?
    let longestLease: Duration
    let prefix: String
    private let watchers = WakeUps()
    private let relay: ChangeRelay

    /// Opens a store.
    ///
    /// - Parameters:
    ///   - configuration: Which Redis, and the limits.
    ///   - prefix: What the keys begin with; all programs that share leases have the same.
    ///   - longestLease: What no lease exceeds, and how long it is quiet after a loss; the same in
    ///     all programs.
    ///   - clock: What leases are measured by; nil is the clock of the server, which all machines
    ///     have in common.
    /// - Throws: ``RegistryError/Code-swift.struct/unavailable`` when Redis cannot be used.
    public init(
        _ configuration: RedisConfiguration,
        prefix: String = "signet",
        longestLease: Duration = .seconds(60),
        clock: WallClock? = nil
    ) async throws(RegistryError) {
        self.prefix = prefix
        self.longestLease = longestLease
        self.clock = clock
        pool = RedisPool(configuration)
        relay = .redis(pool, channel: prefix + ":change", waking: watchers)
        _ = try await quiet
    }

    /// Opens a store.
    ///
    /// - Parameters:
    ///   - url: `redis://USER:PASSWORD@HOST:PORT/NUMBER` or `unix:///PATH`.
    ///   - prefix: What the keys begin with; all programs that share leases have the same.
    ///   - longestLease: What no lease exceeds, and how long it is quiet after a loss.
    ///   - clock: What leases are measured by; nil is the clock of the server.
    /// - Throws: As ``init(_:prefix:longestLease:clock:)``.
    public convenience init(
        url: String,
        prefix: String = "signet",
        longestLease: Duration = .seconds(60),
        clock: WallClock? = nil
    ) async throws(RegistryError) {
        let configuration: RedisConfiguration
        do throws(RedisError) {
            configuration = try RedisConfiguration(url: url)
        } catch {
            throw RegistryError(error)
        }
        try await self.init(configuration, prefix: prefix, longestLease: longestLease, clock: clock)
    }

    /// How long nobody is given a number yet; zero when all is as usual.
    public var quiet: Duration {
        get async throws(RegistryError) {
            let left = try await lease(LeaseScripts.look, []).array?.first?.text.flatMap {
                Int64($0)
            }
            guard let left else { throw RegistryError(.damaged) }
            return .milliseconds(max(0, left))
        }
    }

    /// Tells all who follow, in every process, that there may be new changes.
    ///
    /// It does not wait for Redis. A hint that gets lost is no matter: who follows looks by himself
    /// every so often.
    public func wake() {
        relay.note()
    }

    /// Hints of ``wake()``, of any process, and every other second without.
    public func wakeUps() -> AsyncStream<Void> {
        relay.listen()
        return watchers.stream(atLeastEvery: .seconds(2))
    }

    /// Closes all connections.
    ///
    /// Calls that come later are refused.
    public func close() async {
        relay.stop()
        await pool.close()
    }

    /// Runs a script on the leases.
    func lease(
        _ script: RedisScript,
        _ arguments: [String]
    ) async throws(RegistryError) -> RedisValue {
        var time = ""
        if let clock {
            do throws(IDError) { time = String(try clock.milliseconds()) } catch {
                throw RegistryError(.unavailable, cause: error)
            }
        }
        do throws(RedisError) {
            return try await pool.run(
                script,
                keys: [prefix + ":leases"],
                arguments: ([time, String(longestLease.milliseconds)] + arguments).map {
                    Array($0.utf8)
                },
                isIdempotent: true
            )
        } catch {
            throw RegistryError(error)
        }
    }
}

extension RegistryError {
    /// What an error of the connection means to who uses a registry.
    init(_ error: RedisError) {
        let code: Code =
            switch error.code {
            case .decoding: .damaged
            case .outcomeUnknown: .outcomeUnknown
            default: .unavailable
            }
        self.init(code, cause: error)
    }
}

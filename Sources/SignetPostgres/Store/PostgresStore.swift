public import Signet
public import SignetRegistry

/// A store in a Postgres, for the processes of many machines: of live resources, of audit logs, and
/// of the flags of a rollout.
///
/// All that concerns one owner is done in turn, since each step first locks the owner's row; what
/// concerns different owners is done side by side. Steps that end in a lost connection are done
/// again and find their own work by a mark, so that nothing is done twice and no result is lost.
public final class PostgresStore: Sendable {
    /// The bounds that the store enforces.
    public let policy: RegistryPolicy
    let pool: PostgresPool
    let clock: WallClock?
    private let watchers = WakeUps()
    let relay: ChangeRelay

    /// Opens a store and brings its tables up to date.
    ///
    /// - Parameters:
    ///   - configuration: Which database, and the limits.
    ///   - policy: The bounds that the store enforces.
    ///   - clock: What leases are measured by; nil is the clock of the server, which all machines
    ///     have in common.
    /// - Throws: ``RegistryError/Code-swift.struct/unavailable`` when the database cannot be used;
    ///   ``RegistryError/Code-swift.struct/newerStore``.
    public init(
        _ configuration: PostgresConfiguration,
        policy: RegistryPolicy = RegistryPolicy(),
        clock: WallClock? = nil
    ) async throws(RegistryError) {
        self.policy = policy
        self.clock = clock
        var configuration = configuration
        // Each statement's plan is right for all values, so it is made once.
        configuration.settings.merge(["plan_cache_mode": "force_generic_plan"]) { own, _ in own }
        pool = PostgresPool(configuration)
        relay = .postgres(pool, waking: watchers)
        do throws(PostgresError) {
            try await PostgresSchema.migrator.migrate(pool)
        } catch {
            throw RegistryError(error)
        }
    }

    /// Opens a store and brings its tables up to date.
    ///
    /// - Parameters:
    ///   - url: `postgres://USER:PASSWORD@HOST:PORT/DATABASE?PARAMETERS`.
    ///   - policy: The bounds that the store enforces.
    ///   - clock: What leases are measured by; nil is the clock of the server.
    /// - Throws: As ``init(_:policy:clock:)``.
    public convenience init(
        url: String,
        policy: RegistryPolicy = RegistryPolicy(),
        clock: WallClock? = nil
    ) async throws(RegistryError) {
        let configuration: PostgresConfiguration
        do throws(PostgresError) {
            configuration = try PostgresConfiguration(url: url)
        } catch {
            throw RegistryError(error)
        }
        try await self.init(configuration, policy: policy, clock: clock)
    }

    /// How many connections there are, how many of them are idle, and how many tasks wait for one.
    public var statistics: (open: Int, idle: Int, waiting: Int) { pool.statistics }

    /// Closes all connections.
    ///
    /// Calls that come later are refused.
    public func close() async {
        relay.stop()
        await pool.close()
    }

    /// Tells that there may be new changes, of this process at once and of others soon.
    public func wakeUps() -> AsyncStream<Void> {
        relay.listen()
        return watchers.stream(atLeastEvery: .seconds(2))
    }
}

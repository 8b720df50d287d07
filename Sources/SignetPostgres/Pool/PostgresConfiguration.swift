import CPostgres
import Signet
public import SignetRegistry

/// Which Postgres to talk to, and how long and how much at once.
///
/// Every limit has a value by default: nothing waits for ever.
public struct PostgresConfiguration: Sendable {
    let url: String

    /// The name under which the server lists the connections, unless the URL gives one.
    ///
    /// The connections of a pool add their IDs: `signet/db_conn_…`.
    public var applicationName = "signet"
    /// How many connections a pool makes at most.
    ///
    /// Each has a thread of its own.
    public var poolSize = 8
    /// How many tasks may wait for a connection of the pool; more are refused at once.
    public var waitingTasks = 10_000
    /// How long a task waits for a connection of the pool.
    public var waitLimit = Duration.seconds(10)
    /// How long an operation tries to connect, with pauses in between, before it gives up.
    public var connectLimit = Duration.seconds(10)
    /// How long an operation may take, connecting and repetitions included.
    ///
    /// The server ends statements that take as long, should the program be gone.
    public var statementLimit = Duration.seconds(30)
    /// How long the server has to end a statement that is cancelled or has run out of time, before
    /// its connection is closed.
    public var cancelLimit = Duration.seconds(2)
    /// How long a connection that listens may be quiet before it is tried; the server then has a
    /// third of that to answer.
    public var quietLimit = Duration.seconds(15)
    /// Parameters that each connection sets when it begins, such as `plan_cache_mode`.
    ///
    /// Those that the server does not know are left out.
    public var settings: [String: String] = [:]
    /// Whose the connections of a pool are, and where they are recorded.
    ///
    /// Without it they have IDs and are counted, but not recorded: a registry's own store cannot
    /// record the connections by which it is reached.
    public var record: ClientRecord?
    /// How often an operation is tried when others are in its way or its connection is lost.
    public var attempts = 20

    /// Reads a URL.
    ///
    /// - Parameter url: `postgres://USER:PASSWORD@HOST:PORT/DATABASE?PARAMETERS`, with all
    ///   parameters of libpq: `sslmode=verify-full` and `sslrootcert` for TLS, several hosts,
    ///   `target_session_attrs`. What is missing is taken from libpq's environment variables and
    ///   files.
    /// - Throws: ``PostgresError/Code-swift.struct/configuration``.
    public init(url: String) throws(PostgresError) {
        guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://"),
            let options = unsafe PQconninfoParse(url, nil)
        else { throw PostgresError(.configuration) }
        unsafe PQconninfoFree(options)
        self.url = url
    }

    /// The same for a connection with an ID.
    func named(_ id: AnyID) -> Self {
        var copy = self
        copy.applicationName += "/\(id.compact)"
        return copy
    }
}

extension PostgresConfiguration: CustomStringConvertible, CustomReflectable {
    /// The limits, without the URL, which may hold a password.
    public var description: String {
        "Postgres, \(poolSize) connections, \(statementLimit) a statement"
    }

    /// Shows nothing of the URL to a debugger or a dump.
    public var customMirror: Mirror { Mirror(self, children: ["poolSize": poolSize]) }
}

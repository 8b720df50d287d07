/// A type that stands for a kind in ``ID``, so that the compiler keeps IDs of different kinds apart.
///
/// ```swift
/// enum Invoice: KindTag {
///     static let kind: Kind = "invoice"
/// }
/// let id: ID<Invoice> = try Generator.shared.mint()
/// ```
public protocol KindTag: Sendable {
    /// The kind. Read it from a `static let`: it is used for every ID that is parsed or written.
    static var kind: Kind { get }
}

extension Kind {
    /// Tags `user`: an account.
    public enum User: KindTag, Sendable {
        /// The kind `user`.
        public static var kind: Kind { .user }
    }

    /// Tags `session`: an authenticated session.
    public enum Session: KindTag, Sendable {
        /// The kind `session`.
        public static var kind: Kind { .session }
    }

    /// Tags `jwt_token`: a token's `jti`.
    public enum JWTToken: KindTag, Sendable {
        /// The kind `jwt_token`.
        public static var kind: Kind { .jwtToken }
    }

    /// Tags `thread`: a conversation.
    public enum Thread: KindTag, Sendable {
        /// The kind `thread`.
        public static var kind: Kind { .thread }
    }

    /// Tags `run`: one run inside a thread.
    public enum Run: KindTag, Sendable {
        /// The kind `run`.
        public static var kind: Kind { .run }
    }

    /// Tags `req`: one request.
    public enum Request: KindTag, Sendable {
        /// The kind `req`.
        public static var kind: Kind { .req }
    }

    /// Tags `ws_conn`: a WebSocket connection.
    public enum WebSocketConnection: KindTag, Sendable {
        /// The kind `ws_conn`.
        public static var kind: Kind { .wsConn }
    }

    /// Tags `ws_client`: a WebSocket client device.
    public enum WebSocketClient: KindTag, Sendable {
        /// The kind `ws_client`.
        public static var kind: Kind { .wsClient }
    }

    /// Tags `event`: a delivered event.
    public enum Event: KindTag, Sendable {
        /// The kind `event`.
        public static var kind: Kind { .event }
    }

    /// Tags `bypass`: a recorded bypass of event validation.
    public enum Bypass: KindTag, Sendable {
        /// The kind `bypass`.
        public static var kind: Kind { .bypass }
    }

    /// Tags `error`: an error record.
    public enum Error: KindTag, Sendable {
        /// The kind `error`.
        public static var kind: Kind { .error }
    }

    /// Tags `msg`: a chat message.
    public enum Message: KindTag, Sendable {
        /// The kind `msg`.
        public static var kind: Kind { .msg }
    }

    /// Tags `agent`: an agent instance.
    public enum Agent: KindTag, Sendable {
        /// The kind `agent`.
        public static var kind: Kind { .agent }
    }

    /// Tags `exec`: one execution of an agent.
    public enum Execution: KindTag, Sendable {
        /// The kind `exec`.
        public static var kind: Kind { .exec }
    }

    /// Tags `tool`: one tool call.
    public enum Tool: KindTag, Sendable {
        /// The kind `tool`.
        public static var kind: Kind { .tool }
    }

    /// Tags `state`: a state checkpoint.
    public enum State: KindTag, Sendable {
        /// The kind `state`.
        public static var kind: Kind { .state }
    }

    /// Tags `report`: an error or analysis report.
    public enum Report: KindTag, Sendable {
        /// The kind `report`.
        public static var kind: Kind { .report }
    }

    /// Tags `timing`: a timing record.
    public enum Timing: KindTag, Sendable {
        /// The kind `timing`.
        public static var kind: Kind { .timing }
    }

    /// Tags `audit`: an audit record.
    public enum Audit: KindTag, Sendable {
        /// The kind `audit`.
        public static var kind: Kind { .audit }
    }

    /// Tags `tx`: a transaction.
    public enum Transaction: KindTag, Sendable {
        /// The kind `tx`.
        public static var kind: Kind { .tx }
    }

    /// Tags `alert`: an alert.
    public enum Alert: KindTag, Sendable {
        /// The kind `alert`.
        public static var kind: Kind { .alert }
    }

    /// Tags `redis_client`: a Redis client from a factory.
    public enum RedisClient: KindTag, Sendable {
        /// The kind `redis_client`.
        public static var kind: Kind { .redisClient }
    }

    /// Tags `clickhouse_client`: a ClickHouse client from a factory.
    public enum ClickHouseClient: KindTag, Sendable {
        /// The kind `clickhouse_client`.
        public static var kind: Kind { .clickhouseClient }
    }

    /// Tags `db_conn`: a database connection from a factory.
    public enum DatabaseConnection: KindTag, Sendable {
        /// The kind `db_conn`.
        public static var kind: Kind { .dbConn }
    }

    /// Tags `migration`: a run of a code or data migration.
    public enum Migration: KindTag, Sendable {
        /// The kind `migration`.
        public static var kind: Kind { .migration }
    }
}

/// The ID of an account.
public typealias UserID = ID<Kind.User>
/// The ID of an authenticated session.
public typealias SessionID = ID<Kind.Session>
/// The ID of a token's `jti`.
public typealias JWTTokenID = ID<Kind.JWTToken>
/// The ID of a conversation.
public typealias ThreadID = ID<Kind.Thread>
/// The ID of one run inside a thread.
public typealias RunID = ID<Kind.Run>
/// The ID of one request.
public typealias RequestID = ID<Kind.Request>
/// The ID of a WebSocket connection.
public typealias WebSocketConnectionID = ID<Kind.WebSocketConnection>
/// The ID of a WebSocket client device.
public typealias WebSocketClientID = ID<Kind.WebSocketClient>
/// The ID of a delivered event.
public typealias EventID = ID<Kind.Event>
/// The ID of a recorded bypass of event validation.
public typealias BypassID = ID<Kind.Bypass>
/// The ID of an error record.
public typealias ErrorID = ID<Kind.Error>
/// The ID of a chat message.
public typealias MessageID = ID<Kind.Message>
/// The ID of an agent instance.
public typealias AgentID = ID<Kind.Agent>
/// The ID of one execution of an agent.
public typealias ExecutionID = ID<Kind.Execution>
/// The ID of one tool call.
public typealias ToolID = ID<Kind.Tool>
/// The ID of a state checkpoint.
public typealias StateID = ID<Kind.State>
/// The ID of an error or analysis report.
public typealias ReportID = ID<Kind.Report>
/// The ID of a timing record.
public typealias TimingID = ID<Kind.Timing>
/// The ID of an audit record.
public typealias AuditID = ID<Kind.Audit>
/// The ID of a transaction.
public typealias TransactionID = ID<Kind.Transaction>
/// The ID of an alert.
public typealias AlertID = ID<Kind.Alert>
/// The ID of a Redis client from a factory.
public typealias RedisClientID = ID<Kind.RedisClient>
/// The ID of a ClickHouse client from a factory.
public typealias ClickHouseClientID = ID<Kind.ClickHouseClient>
/// The ID of a database connection from a factory.
public typealias DatabaseConnectionID = ID<Kind.DatabaseConnection>
/// The ID of a run of a code or data migration.
public typealias MigrationID = ID<Kind.Migration>

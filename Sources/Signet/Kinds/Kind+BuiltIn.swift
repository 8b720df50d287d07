extension Kind {
    /// `user`: an account.
    public static let user: Kind = "user"
    /// `session`: an authenticated session.
    public static let session: Kind = "session"
    /// `jwt_token`: a token's `jti`.
    public static let jwtToken: Kind = "jwt_token"
    /// `thread`: a conversation.
    public static let thread: Kind = "thread"
    /// `run`: one run inside a thread.
    public static let run: Kind = "run"
    /// `req`: one request.
    public static let req: Kind = "req"
    /// `ws_conn`: a WebSocket connection.
    public static let wsConn: Kind = "ws_conn"
    /// `ws_client`: a WebSocket client device.
    public static let wsClient: Kind = "ws_client"
    /// `event`: a delivered event.
    public static let event: Kind = "event"
    /// `bypass`: a recorded bypass of event validation.
    public static let bypass: Kind = "bypass"
    /// `error`: an error record.
    public static let error: Kind = "error"
    /// `msg`: a chat message.
    public static let msg: Kind = "msg"
    /// `agent`: an agent instance.
    public static let agent: Kind = "agent"
    /// `exec`: one execution of an agent.
    public static let exec: Kind = "exec"
    /// `tool`: one tool call.
    public static let tool: Kind = "tool"
    /// `state`: a state checkpoint.
    public static let state: Kind = "state"
    /// `report`: an error or analysis report.
    public static let report: Kind = "report"
    /// `timing`: a timing record.
    public static let timing: Kind = "timing"
    /// `audit`: an audit record.
    public static let audit: Kind = "audit"
    /// `tx`: a transaction.
    public static let tx: Kind = "tx"
    /// `alert`: an alert.
    public static let alert: Kind = "alert"
    /// `redis_client`: a Redis client from a factory.
    public static let redisClient: Kind = "redis_client"
    /// `clickhouse_client`: a ClickHouse client from a factory.
    public static let clickhouseClient: Kind = "clickhouse_client"
    /// `db_conn`: a database connection from a factory.
    public static let dbConn: Kind = "db_conn"
    /// `migration`: a run of a code or data migration.
    public static let migration: Kind = "migration"
}

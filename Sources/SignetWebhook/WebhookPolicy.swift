/// How long a webhook is waited for, and how often it is tried.
public struct WebhookPolicy: Hashable, Sendable {
    /// How many alerts wait for their turn at most; the oldest go first.
    public var waitingAlerts: Int
    /// How long one attempt may take, from the connection to the end of the answer.
    public var timeout: Duration
    /// How often an alert is tried, at least once.
    public var attempts: Int
    /// The longest pause after the first attempt; each further pause may be twice as long.
    public var pause: Duration
    /// What no pause exceeds.
    public var longestPause: Duration

    /// Creates a policy.
    ///
    /// The values by default give up on an alert after some four minutes.
    public init(
        waitingAlerts: Int = 64,
        timeout: Duration = .seconds(10),
        attempts: Int = 8,
        pause: Duration = .seconds(1),
        longestPause: Duration = .seconds(60)
    ) {
        self.waitingAlerts = max(1, waitingAlerts)
        self.timeout = timeout
        self.attempts = max(1, attempts)
        self.pause = pause
        self.longestPause = longestPause
    }
}

/// How often a validator alerts, and how much it remembers.
public struct AlertPolicy: Hashable, Sendable {
    /// The least time between two alerts about one kind and family; what comes in between is
    /// counted and said with the next.
    public var interval: Duration
    /// How many offenders are kept, 1 to 4096.
    public var offenderCount: Int

    /// Creates a policy.
    public init(interval: Duration = .seconds(60), offenderCount: Int = 64) {
        self.interval = interval
        self.offenderCount = min(max(offenderCount, 1), 4096)
    }
}

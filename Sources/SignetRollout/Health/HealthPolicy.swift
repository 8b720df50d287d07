/// What has to be seen before a step forward counts as safe.
public struct HealthPolicy: Hashable, Sendable {
    /// How many IDs must have come by since the step before.
    public var minimumCount: UInt64
    /// How long the step before must have lasted.
    public var minimumTime: Duration
    /// How long no ID of an earlier form may have come by before they are refused.
    public var quietTime: Duration

    /// Creates a policy.
    public init(
        minimumCount: UInt64 = 1000,
        minimumTime: Duration = .seconds(3600),
        quietTime: Duration = .seconds(7 * 86_400)
    ) {
        self.minimumCount = minimumCount
        self.minimumTime = minimumTime
        self.quietTime = quietTime
    }
}

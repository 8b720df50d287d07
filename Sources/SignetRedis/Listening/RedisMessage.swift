/// A message that somebody published.
public struct RedisMessage: Hashable, Sendable {
    /// The channel on which it was published.
    public let channel: String
    /// What was published.
    public let payload: [UInt8]
}

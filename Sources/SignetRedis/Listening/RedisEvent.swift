/// What ``RedisMessages`` tells: a message, or that it hears from now on.
public struct RedisEvent: Hashable, Sendable {
    /// The message; nil when the subscription was made, at first and after each loss.
    ///
    /// What was published before that moment was not heard.
    public let message: RedisMessage?

    /// Messages are heard from here on; earlier ones may have been missed.
    public static let resumed = Self(message: nil)
}

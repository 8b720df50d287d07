/// What ``PostgresNotifications`` tells: a message, or that it hears from now on.
public struct PostgresEvent: Hashable, Sendable {
    /// The message; nil when the connection was made, at first and after each loss.
    ///
    /// What was sent before that moment was not heard. Whoever keeps a copy of stored rows reads
    /// them anew then.
    public let notification: PostgresNotification?

    /// Messages are heard from here on; earlier ones may have been missed.
    public static let resumed = Self(notification: nil)
}

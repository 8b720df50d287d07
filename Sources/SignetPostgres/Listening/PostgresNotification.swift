/// A message that some session sent with `NOTIFY`.
public struct PostgresNotification: Hashable, Sendable {
    /// The channel on which it was sent.
    public let channel: String
    /// What was sent: up to 7,999 bytes.
    public let payload: String
}

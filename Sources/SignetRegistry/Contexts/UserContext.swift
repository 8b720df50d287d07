public import Signet

/// Who asks, and in which session, thread, run and request: one immutable value.
///
/// Only ``Registry`` makes contexts, from authenticated facts and after looking that every ID is
/// the user's. Whoever holds one reaches the resources of its owner and no others.
public struct UserContext: Hashable, Sendable {
    /// How deeply contexts may be nested.
    public static let maximumDepth = 32

    /// The user, whole.
    public let owner: Owner
    /// The authenticated session.
    public let session: SessionID
    /// The WebSocket connection, if the user came over one.
    public let connection: WebSocketConnectionID?
    /// The conversation.
    public let thread: ThreadID
    /// The run within the thread.
    public let run: RunID
    /// The request within the run.
    public let request: RequestID
    /// How many contexts stand around this one, 0 for that of a request.
    public let depth: Int

    /// What a store is shown.
    var scope: NodeScope { .owned(by: owner) }
}

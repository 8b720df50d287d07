public import Signet

/// Which nodes to list, a page at a time.
public struct NodeQuery: Hashable, Sendable {
    /// The greatest size of a page.
    public static let maximumPage = 10_000

    /// Only nodes of this kind; nil is any.
    public var kind: Kind?
    /// Only nodes in this state; nil is any.
    public var state: Node.State?
    /// Only nodes behind this one; the last of the page before.
    public var after: AnyID?
    /// How many at most, 1 to 10,000.
    public var limit: Int

    /// Asks for the nodes that live.
    ///
    /// - Parameters:
    ///   - kind: Only nodes of this kind; nil is any.
    ///   - state: Only nodes in this state; nil is any.
    ///   - after: Only nodes behind this one; the last of the page before.
    ///   - limit: How many at most; brought into 1 to 10,000.
    public init(
        kind: Kind? = nil,
        state: Node.State? = .active,
        after: AnyID? = nil,
        limit: Int = 1000
    ) {
        self.kind = kind
        self.state = state
        self.after = after
        self.limit = min(max(1, limit), Self.maximumPage)
    }
}

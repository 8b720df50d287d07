public import Signet

/// Where a registry keeps its nodes.
///
/// A store keeps; it does not judge who may ask. Every call is one atomic step: it is done whole or
/// not at all, also when the process is killed in the middle of it, and calls of several processes
/// on one store follow each other in some order. Whoever writes a store passes the contract suite
/// of `SignetStoreTesting`, which is what these sentences mean.
///
/// Times are Unix milliseconds and come from the caller. A node outside of the scope of a call does
/// not exist for it.
public protocol RegistryStore: Sendable {
    /// The bounds that the store enforces.
    var policy: RegistryPolicy { get }

    /// Records nodes, all or none.
    ///
    /// Parents live, are of the same owner, and are in the store or stand earlier in `nodes`.
    /// With `adopting`, a node that lives already and is of the same owner is left as it is and
    /// given back; its aliases are added.
    ///
    /// - Parameters:
    ///   - nodes: Active nodes.
    ///   - aliases: The texts by which they were known.
    ///   - adopting: Whether nodes may be there already.
    /// - Returns: The nodes, in the order given, as they are in the store now.
    /// - Throws: ``RegistryError/Code-swift.struct/conflict``,
    ///   ``RegistryError/Code-swift.struct/parentNotFound``,
    ///   ``RegistryError/Code-swift.struct/limitReached``,
    ///   ``RegistryError/Code-swift.struct/holderLost`` or
    ///   ``RegistryError/Code-swift.struct/unavailable``.
    func insert(
        _ nodes: [Node],
        aliases: [Alias],
        adopting: Bool
    ) async throws(RegistryError) -> [Node]

    /// The node of an ID, alive or ended.
    func node(_ id: AnyID, in scope: NodeScope) async throws(RegistryError) -> Node?

    /// The nodes whose IDs have a core: a resource and its siblings, in the order of their kinds.
    func nodes(of core: Core, in scope: NodeScope) async throws(RegistryError) -> [Node]

    /// The aliases with a text, or those of an ID, in the order of their texts.
    func aliases(_ key: AliasKey, in scope: NodeScope) async throws(RegistryError) -> [Alias]

    /// The nodes that are reached from a node over edges, without the node itself, each once.
    ///
    /// They come in the order of their IDs. A node that is not there has none.
    func relatives(
        of id: AnyID,
        _ direction: Direction,
        in scope: NodeScope
    ) async throws(RegistryError) -> [Node]

    /// The nodes that a query asks for, in the order of their IDs.
    func nodes(_ query: NodeQuery, in scope: NodeScope) async throws(RegistryError) -> [Node]

    /// Notes that a node is in use: it lives on for its lifetime from now.
    ///
    /// - Returns: The node, or nil if it does not live.
    func touch(
        _ id: AnyID,
        in scope: NodeScope,
        at time: UInt64
    ) async throws(RegistryError) -> Node?

    /// Ends a node and all that hangs below it.
    ///
    /// - Returns: What ended by this call, in the order of the IDs; nothing if it had ended before.
    func release(
        _ id: AnyID,
        in scope: NodeScope,
        at time: UInt64
    ) async throws(RegistryError) -> [Node]

    /// Ends all nodes of an owner.
    ///
    /// - Returns: What ended by this call.
    func releaseAll(of owner: Owner, at time: UInt64) async throws(RegistryError) -> [Node]

    /// Ends what has expired or is held by a process that is gone, forgets what ended long ago.
    ///
    /// Of several processes that sweep at once, each node is given to one.
    ///
    /// - Parameters:
    ///   - time: Now.
    ///   - limit: About how many nodes to look at; a cascade may make it more.
    /// - Returns: What ended by this call, and whether there is more to do.
    /// - Throws: ``RegistryError/Code-swift.struct/unavailable``.
    func sweep(at time: UInt64, limit: Int) async throws(RegistryError) -> Sweep

    /// Lets a process hold nodes until a deadline.
    ///
    /// - Returns: Whether the holder is there; a holder whose deadline has passed may be gone, and
    ///   only a `joining` call makes one.
    func hold(
        _ holder: Holder,
        until deadline: UInt64,
        joining: Bool,
        at time: UInt64
    ) async throws(RegistryError) -> Bool

    /// Ends a holder and the nodes that it holds.
    ///
    /// - Returns: What ended by this call.
    func leave(_ holder: Holder, at time: UInt64) async throws(RegistryError) -> [Node]

    /// Counts nodes.
    func statistics(in scope: NodeScope) async throws(RegistryError) -> RegistryStatistics

    /// The changes behind a place in the order, oldest first.
    ///
    /// - Parameters:
    ///   - sequence: Where the page before ended; nil asks for no changes and where the next
    ///     ones begin.
    ///   - limit: How many at most.
    ///   - scope: Whose changes.
    /// - Returns: The changes, and where to ask on from.
    /// - Throws: ``RegistryError/Code-swift.struct/unavailable``.
    func changes(
        after sequence: UInt64?,
        limit: Int,
        in scope: NodeScope
    ) async throws(RegistryError) -> ChangePage

    /// Tells, soon after a change of any process and perhaps more often, that there may be new ones.
    func wakeUps() -> AsyncStream<Void>
}

/// What a store is asked for aliases by.
@frozen public enum AliasKey: Hashable, Sendable {
    /// The text of the earlier generator.
    case original(String)
    /// The ID.
    case id(AnyID)
}

/// The way along the edges between nodes.
@frozen public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// What hangs directly below.
    case children
    /// All that hangs below.
    case descendants
    /// What it hangs directly below.
    case parents
    /// All that it hangs below.
    case ancestors
}

/// What a sweep did.
public struct Sweep: Hashable, Sendable {
    /// What ended, in the order of the IDs.
    public let ended: [Node]
    /// How many nodes that ended long ago were forgotten.
    public let forgotten: Int
    /// Whether there is more to do now.
    public let hasMore: Bool

    package init(ended: [Node], forgotten: Int, hasMore: Bool) {
        self.ended = ended
        self.forgotten = forgotten
        self.hasMore = hasMore
    }
}

public import Signet
import Synchronization

/// A store in the memory of one process: for tests, and for what may end with the process.
///
/// A node takes about 200 bytes. Every call takes one lock for about a microsecond; a cascade and
/// a sweep hold it for as long as they take.
public final class MemoryStore: RegistryStore {
    /// The bounds that the store enforces.
    public let policy: RegistryPolicy
    private let table: Mutex<NodeTable>
    private let watchers = WakeUps()
    let leases: LeaseTable

    /// Creates an empty store.
    ///
    /// - Parameters:
    ///   - policy: The bounds that it enforces.
    ///   - clock: What its leases are measured by.
    public init(policy: RegistryPolicy = RegistryPolicy(), clock: WallClock = .system) {
        self.policy = policy
        table = Mutex(NodeTable(policy: policy))
        leases = LeaseTable(clock: clock)
    }

    /// Does a step, and wakes those who follow if it changed something.
    private func step<Result: Sendable>(
        _ body: (inout NodeTable) throws(RegistryError) -> Result
    ) throws(RegistryError) -> Result {
        let (result, hasChanged) = try table.withLock { table throws(RegistryError) in
            let before = table.log.next
            let result = try body(&table)
            return (result, table.log.next != before)
        }
        if hasChanged { watchers.wake() }
        return result
    }

    /// Records nodes, all or none.
    public func insert(
        _ nodes: [Node],
        aliases: [Alias],
        adopting: Bool
    ) async throws(RegistryError) -> [Node] {
        try step { table throws(RegistryError) in
            try table.insert(nodes, aliases: aliases, adopting: adopting)
        }
    }

    /// The node of an ID, alive or ended.
    public func node(_ id: AnyID, in scope: NodeScope) async throws(RegistryError) -> Node? {
        table.withLock { table in
            table.slot(of: id, in: scope).map { table.node(at: $0) }
        }
    }

    /// The nodes whose IDs have a core.
    public func nodes(of core: Core, in scope: NodeScope) async throws(RegistryError) -> [Node] {
        table.withLock { $0.nodes(of: core, in: scope) }
    }

    /// The aliases with a text, or those of an ID.
    public func aliases(
        _ key: AliasKey,
        in scope: NodeScope
    ) async throws(RegistryError) -> [Alias] {
        table.withLock { $0.aliases(key, in: scope) }
    }

    /// The nodes that are reached from a node over edges.
    public func relatives(
        of id: AnyID,
        _ direction: Direction,
        in scope: NodeScope
    ) async throws(RegistryError) -> [Node] {
        table.withLock { $0.relatives(of: id, direction, in: scope) }
    }

    /// The nodes that a query asks for.
    public func nodes(
        _ query: NodeQuery,
        in scope: NodeScope
    ) async throws(RegistryError) -> [Node] {
        table.withLock { $0.nodes(query, in: scope) }
    }

    /// Notes that a node is in use.
    public func touch(
        _ id: AnyID,
        in scope: NodeScope,
        at time: UInt64
    ) async throws(RegistryError) -> Node? {
        table.withLock { $0.touch(id, in: scope, at: time) }
    }

    /// Ends a node and all that hangs below it.
    public func release(
        _ id: AnyID,
        in scope: NodeScope,
        at time: UInt64
    ) async throws(RegistryError) -> [Node] {
        try step { table throws(RegistryError) in
            guard let slot = table.slot(of: id, in: scope) else { return [] }
            return table.end([slot], as: .released, at: time)
        }
    }

    /// Ends all nodes of an owner.
    public func releaseAll(of owner: Owner, at time: UInt64) async throws(RegistryError) -> [Node] {
        try step { table throws(RegistryError) in
            let slots = table.owners.members(of: owner)
            return table.end(slots, as: .released, at: time)
        }
    }

    /// Ends what has expired or is held by a process that is gone, forgets what ended long ago.
    public func sweep(at time: UInt64, limit: Int) async throws(RegistryError) -> Sweep {
        try step { table throws(RegistryError) in table.sweep(at: time, limit: limit) }
    }

    /// Lets a process hold nodes until a deadline.
    public func hold(
        _ holder: Holder,
        until deadline: UInt64,
        joining: Bool,
        at time: UInt64
    ) async throws(RegistryError) -> Bool {
        table.withLock { $0.holders.hold(holder, until: deadline, joining: joining, at: time) }
    }

    /// Ends a holder and the nodes that it holds.
    public func leave(_ holder: Holder, at time: UInt64) async throws(RegistryError) -> [Node] {
        try step { table throws(RegistryError) in
            let slots = table.holders.remove(holder)
            return table.end(slots, as: .released, at: time)
        }
    }

    /// Counts nodes.
    public func statistics(
        in scope: NodeScope
    ) async throws(RegistryError) -> RegistryStatistics {
        table.withLock { $0.statistics(in: scope) }
    }

    /// The changes behind a place in the order, oldest first.
    public func changes(
        after sequence: UInt64?,
        limit: Int,
        in scope: NodeScope
    ) async throws(RegistryError) -> ChangePage {
        table.withLock { $0.log.page(after: sequence, limit: limit, in: scope) }
    }

    /// Tells that there may be new changes.
    public func wakeUps() -> AsyncStream<Void> { watchers.stream() }
}

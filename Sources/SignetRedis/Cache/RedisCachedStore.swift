public import Signet
public import SignetRegistry

/// A store with a Redis before it, which answers for nodes that were asked for of late and tells
/// every process of changes.
///
/// All facts are in the store behind; a Redis that is away, empty or slow to come back makes
/// look-ups slower, and nothing else. What the cache says of a living node is at most
/// `lifetime` old, even if a process could not reach Redis when it ended the node; in all other
/// cases an end is seen at once.
public final class RedisCachedStore: RegistryStore {
    private let store: any RegistryStore
    private let redis: RedisStore
    private let cache: NodeCache

    /// The bounds of the store behind.
    public var policy: RegistryPolicy { store.policy }

    /// Puts a Redis before a store.
    ///
    /// - Parameters:
    ///   - store: Where the facts are.
    ///   - redis: The Redis; all processes on the store have the same.
    ///   - lifetime: How long a node stays in the cache at most, which also bounds its size.
    public init(
        _ store: any RegistryStore,
        redis: RedisStore,
        lifetime: Duration = .seconds(5)
    ) {
        self.store = store
        self.redis = redis
        cache = NodeCache(redis, lifetime: lifetime)
    }

    /// The node of an ID, alive or ended.
    public func node(_ id: AnyID, in scope: NodeScope) async throws(RegistryError) -> Node? {
        if let node = await cache.node(id) { return scope.contains(node.owner) ? node : nil }
        let node = try await store.node(id, in: scope)
        if let node { await cache.keep(node) }
        return node
    }

    /// Records nodes, all or none.
    public func insert(
        _ nodes: [Node],
        aliases: [Alias],
        adopting: Bool
    ) async throws(RegistryError) -> [Node] {
        let given = try await store.insert(nodes, aliases: aliases, adopting: adopting)
        redis.wake()
        return given
    }

    /// Notes that a node is in use.
    public func touch(
        _ id: AnyID,
        in scope: NodeScope,
        at time: UInt64
    ) async throws(RegistryError) -> Node? {
        let node = try await store.touch(id, in: scope, at: time)
        if node != nil { await cache.forget([id]) }
        return node
    }

    /// Ends a node and all that hangs below it.
    public func release(
        _ id: AnyID,
        in scope: NodeScope,
        at time: UInt64
    ) async throws(RegistryError) -> [Node] {
        await told(try await store.release(id, in: scope, at: time))
    }

    /// Ends all nodes of an owner.
    public func releaseAll(of owner: Owner, at time: UInt64) async throws(RegistryError) -> [Node] {
        await told(try await store.releaseAll(of: owner, at: time))
    }

    /// Ends what has expired or is held by a process that is gone, forgets what ended long ago.
    public func sweep(at time: UInt64, limit: Int) async throws(RegistryError) -> Sweep {
        let sweep = try await store.sweep(at: time, limit: limit)
        _ = await told(sweep.ended)
        return sweep
    }

    /// Ends a holder and the nodes that it holds.
    public func leave(_ holder: Holder, at time: UInt64) async throws(RegistryError) -> [Node] {
        await told(try await store.leave(holder, at: time))
    }

    /// Hints of the store behind, and of every process that has the same Redis.
    public func wakeUps() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(
            bufferingPolicy: .bufferingNewest(1)
        )
        let tasks = [store.wakeUps(), redis.wakeUps()].map { hints in
            Task { for await _ in hints { continuation.yield() } }
        }
        continuation.onTermination = { _ in for task in tasks { task.cancel() } }
        return stream
    }

    /// Lets the cache and all who follow know of what ended.
    private func told(_ ended: [Node]) async -> [Node] {
        guard !ended.isEmpty else { return ended }
        await cache.forget(ended.map { $0.id })
        redis.wake()
        return ended
    }
}

/// What the store behind answers alone.
extension RedisCachedStore {
    /// The nodes whose IDs have a core.
    public func nodes(of core: Core, in scope: NodeScope) async throws(RegistryError) -> [Node] {
        try await store.nodes(of: core, in: scope)
    }

    /// The aliases with a text, or those of an ID.
    public func aliases(
        _ key: AliasKey,
        in scope: NodeScope
    ) async throws(RegistryError) -> [Alias] {
        try await store.aliases(key, in: scope)
    }

    /// The nodes that are reached from a node over edges.
    public func relatives(
        of id: AnyID,
        _ direction: Direction,
        in scope: NodeScope
    ) async throws(RegistryError) -> [Node] {
        try await store.relatives(of: id, direction, in: scope)
    }

    /// The nodes that a query asks for.
    public func nodes(
        _ query: NodeQuery,
        in scope: NodeScope
    ) async throws(RegistryError) -> [Node] {
        try await store.nodes(query, in: scope)
    }

    /// Lets a process hold nodes until a deadline.
    public func hold(
        _ holder: Holder,
        until deadline: UInt64,
        joining: Bool,
        at time: UInt64
    ) async throws(RegistryError) -> Bool {
        try await store.hold(holder, until: deadline, joining: joining, at: time)
    }

    /// Counts nodes.
    public func statistics(
        in scope: NodeScope
    ) async throws(RegistryError) -> RegistryStatistics {
        try await store.statistics(in: scope)
    }

    /// The changes behind a place in the order, oldest first.
    public func changes(
        after sequence: UInt64?,
        limit: Int,
        in scope: NodeScope
    ) async throws(RegistryError) -> ChangePage {
        try await store.changes(after: sequence, limit: limit, in: scope)
    }
}

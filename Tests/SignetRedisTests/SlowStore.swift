import Signet
import SignetRegistry

/// A store whose answer about a node comes so late that something happens before.
final class SlowStore: RegistryStore {
    private let store: any RegistryStore
    private let meanwhile: @Sendable () async -> Void

    init(_ store: any RegistryStore, _ meanwhile: @escaping @Sendable () async -> Void) {
        self.store = store
        self.meanwhile = meanwhile
    }

    func node(_ id: AnyID, in scope: NodeScope) async throws(RegistryError) -> Node? {
        let node = try await store.node(id, in: scope)
        await meanwhile()
        return node
    }

    var policy: RegistryPolicy { store.policy }

    func insert(
        _ nodes: [Node],
        aliases: [Alias],
        adopting: Bool
    ) async throws(RegistryError) -> [Node] {
        try await store.insert(nodes, aliases: aliases, adopting: adopting)
    }

    func nodes(of core: Core, in scope: NodeScope) async throws(RegistryError) -> [Node] {
        try await store.nodes(of: core, in: scope)
    }

    func aliases(_ key: AliasKey, in scope: NodeScope) async throws(RegistryError) -> [Alias] {
        try await store.aliases(key, in: scope)
    }

    func relatives(
        of id: AnyID,
        _ direction: Direction,
        in scope: NodeScope
    ) async throws(RegistryError) -> [Node] {
        try await store.relatives(of: id, direction, in: scope)
    }

    func nodes(_ query: NodeQuery, in scope: NodeScope) async throws(RegistryError) -> [Node] {
        try await store.nodes(query, in: scope)
    }

    func touch(
        _ id: AnyID,
        in scope: NodeScope,
        at time: UInt64
    ) async throws(RegistryError) -> Node? {
        try await store.touch(id, in: scope, at: time)
    }

    func release(
        _ id: AnyID,
        in scope: NodeScope,
        at time: UInt64
    ) async throws(RegistryError) -> [Node] {
        try await store.release(id, in: scope, at: time)
    }

    func releaseAll(of owner: Owner, at time: UInt64) async throws(RegistryError) -> [Node] {
        try await store.releaseAll(of: owner, at: time)
    }

    func sweep(at time: UInt64, limit: Int) async throws(RegistryError) -> Sweep {
        try await store.sweep(at: time, limit: limit)
    }

    func hold(
        _ holder: Holder,
        until deadline: UInt64,
        joining: Bool,
        at time: UInt64
    ) async throws(RegistryError) -> Bool {
        try await store.hold(holder, until: deadline, joining: joining, at: time)
    }

    func leave(_ holder: Holder, at time: UInt64) async throws(RegistryError) -> [Node] {
        try await store.leave(holder, at: time)
    }

    func statistics(in scope: NodeScope) async throws(RegistryError) -> RegistryStatistics {
        try await store.statistics(in: scope)
    }

    func changes(
        after sequence: UInt64?,
        limit: Int,
        in scope: NodeScope
    ) async throws(RegistryError) -> ChangePage {
        try await store.changes(after: sequence, limit: limit, in: scope)
    }

    func wakeUps() -> AsyncStream<Void> { store.wakeUps() }
}

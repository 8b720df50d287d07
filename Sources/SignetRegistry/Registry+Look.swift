public import Signet

extension Registry {
    /// The node of an ID.
    ///
    /// - Parameters:
    ///   - id: The ID.
    ///   - context: Who asks.
    /// - Returns: The node, alive or ended.
    /// - Throws: ``RegistryError/Code-swift.struct/notFound`` also where it is another owner's.
    public func node(_ id: AnyID, in context: UserContext) async throws(RegistryError) -> Node {
        try await node(id, in: context.scope)
    }

    func node(_ id: AnyID, in scope: NodeScope) async throws(RegistryError) -> Node {
        guard let node = try await store.node(id, in: scope) else {
            throw RegistryError(.notFound, kind: id.kind)
        }
        return aged(node, at: try now())
    }

    /// What is reached from a node over edges, in the order of the IDs.
    ///
    /// - Parameters:
    ///   - direction: Children, descendants, parents or ancestors.
    ///   - id: The node.
    ///   - context: Who asks.
    /// - Returns: The nodes, alive and ended, each once.
    /// - Throws: ``RegistryError/Code-swift.struct/notFound`` if there is no such node.
    public func relatives(
        _ direction: Direction,
        of id: AnyID,
        in context: UserContext
    ) async throws(RegistryError) -> [Node] {
        try await relatives(direction, of: id, in: context.scope)
    }

    func relatives(
        _ direction: Direction,
        of id: AnyID,
        in scope: NodeScope
    ) async throws(RegistryError) -> [Node] {
        let relatives = try await store.relatives(of: id, direction, in: scope)
        let now = try now()
        // A node that is there may have no relatives; one that is not must be told apart.
        if relatives.isEmpty { _ = try await node(id, in: scope) }
        return relatives.map { aged($0, at: now) }
    }

    /// A node with all that hangs below it: for a run its requests, executions, tool calls, states,
    /// reports and timings.
    ///
    /// - Parameters:
    ///   - id: The node at the top.
    ///   - context: Who asks.
    /// - Returns: The tree.
    /// - Throws: ``RegistryError/Code-swift.struct/notFound``.
    public func tree(
        of id: AnyID,
        in context: UserContext
    ) async throws(RegistryError) -> NodeTree {
        try await tree(of: id, in: context.scope)
    }

    func tree(of id: AnyID, in scope: NodeScope) async throws(RegistryError) -> NodeTree {
        let root = try await node(id, in: scope)
        let now = try now()
        let descendants = try await store.relatives(of: id, .descendants, in: scope)
        return NodeTree(root, descendants: descendants.map { aged($0, at: now) })
    }

    /// The user's nodes, a page at a time.
    ///
    /// - Parameters:
    ///   - query: Which.
    ///   - context: Who asks.
    /// - Returns: The nodes, in the order of their IDs; fewer than the limit at the end.
    /// - Throws: ``RegistryError``.
    public func nodes(
        _ query: NodeQuery = NodeQuery(),
        in context: UserContext
    ) async throws(RegistryError) -> [Node] {
        try await store.nodes(query, in: context.scope)
    }

    /// Counts the user's nodes.
    public func statistics(
        in context: UserContext
    ) async throws(RegistryError) -> RegistryStatistics {
        try await store.statistics(in: context.scope)
    }
}

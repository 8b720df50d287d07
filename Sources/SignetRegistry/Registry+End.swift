public import Signet

extension Registry {
    /// Notes that a node is in use: it lives on for its lifetime from now.
    ///
    /// What it hangs below and what hangs below it is not touched.
    ///
    /// - Parameters:
    ///   - id: The node.
    ///   - context: Who asks.
    /// - Returns: The node.
    /// - Throws: ``RegistryError/Code-swift.struct/notFound`` if it does not live.
    @discardableResult
    public func touch(_ id: AnyID, in context: UserContext) async throws(RegistryError) -> Node {
        guard let node = try await store.touch(id, in: context.scope, at: try now()) else {
            throw RegistryError(.notFound, kind: id.kind)
        }
        return node
    }

    /// Ends a node and all that hangs below it.
    ///
    /// - Parameters:
    ///   - id: The node.
    ///   - context: Who asks.
    /// - Returns: What ended by this call, in the order of the IDs; nothing when it had ended
    ///   before, or is not the user's.
    /// - Throws: ``RegistryError``.
    @discardableResult
    public func release(
        _ id: AnyID,
        in context: UserContext
    ) async throws(RegistryError) -> [Node] {
        let ended = try await store.release(id, in: context.scope, at: try now())
        metrics.count(ended: ended)
        return ended
    }

    /// Ends all that the user has, as when an account is closed.
    ///
    /// - Parameter context: Who asks.
    /// - Returns: What ended by this call.
    /// - Throws: ``RegistryError``.
    @discardableResult
    public func releaseAll(in context: UserContext) async throws(RegistryError) -> [Node] {
        let ended = try await store.releaseAll(of: context.owner, at: try now())
        metrics.count(ended: ended)
        return ended
    }

    /// Ends what has expired or is held by a process that is gone, forgets what ended long ago.
    ///
    /// Any process may sweep at any time, several at once; ``RegistryService`` does it by itself.
    /// What ended belongs to many owners, so only its number is told; who must act on each node
    /// follows the changes.
    ///
    /// - Returns: How many nodes ended, and how many were forgotten.
    /// - Throws: ``RegistryError``.
    @discardableResult
    public func sweep() async throws(RegistryError) -> (ended: Int, forgotten: Int) {
        var total = (ended: 0, forgotten: 0)
        while true {
            let sweep = try await store.sweep(at: try now(), limit: 1000)
            metrics.count(ended: sweep.ended)
            total.ended += sweep.ended.count
            total.forgotten += sweep.forgotten
            let hasDone = !sweep.ended.isEmpty || sweep.forgotten > 0
            guard sweep.hasMore, hasDone, !Task.isCancelled else { return total }
            await Task.yield()
        }
    }
}

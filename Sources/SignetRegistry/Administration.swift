public import Signet
public import SignetAudit

extension Registry {
    /// Opens the one way to other users' resources.
    ///
    /// - Parameters:
    ///   - actor: Who looks, such as an operator's account: 1 to 256 bytes.
    ///   - reason: Why, such as the number of a support case: not empty.
    ///   - tenant: Whose log the looks are recorded in.
    ///   - audit: The audit log. Each call is recorded before it gives anything.
    /// - Returns: What can be done across owners.
    /// - Throws: ``RegistryError/Code-swift.struct/reasonMissing``.
    public func administer(
        as actor: String,
        reason: String,
        tenant: String = "default",
        audit: any AuditSink
    ) throws(RegistryError) -> Administration {
        guard !actor.isEmpty, !reason.isEmpty, !tenant.isEmpty else {
            throw RegistryError(.reasonMissing)
        }
        return Administration(
            registry: self,
            actor: actor,
            reason: reason,
            tenant: tenant,
            audit: audit
        )
    }
}

/// What operators may do across owners.
///
/// Each call leaves a record in the audit log first; if the log does not take it, nothing is done.
public struct Administration: Sendable {
    let registry: Registry
    let actor: String
    let reason: String
    let tenant: String
    let audit: any AuditSink

    /// The node that a name leads to, whoever owns it.
    public func resolve(_ name: String, as kind: Kind? = nil) async throws(RegistryError) -> Node {
        try await record("registry.resolve")
        return try await registry.resolve(name, as: kind, in: .all)
    }

    /// Every name of a resource, whoever owns it.
    public func names(of id: AnyID) async throws(RegistryError) -> [ResourceName] {
        try await record("registry.names", of: id)
        return try await registry.names(of: id, in: .all)
    }

    /// A node with all that hangs below it, whoever owns it.
    public func tree(of id: AnyID) async throws(RegistryError) -> NodeTree {
        try await record("registry.tree", of: id)
        return try await registry.tree(of: id, in: .all)
    }

    /// What is reached from a node over edges, whoever owns it.
    public func relatives(
        _ direction: Direction,
        of id: AnyID
    ) async throws(RegistryError) -> [Node] {
        try await record("registry.relatives", of: id)
        return try await registry.relatives(direction, of: id, in: .all)
    }

    /// Nodes of one owner, or of all, a page at a time.
    public func nodes(
        _ query: NodeQuery = NodeQuery(),
        of owner: Owner? = nil
    ) async throws(RegistryError) -> [Node] {
        try await record("registry.list", details: owner.map { ["owner": $0.user] } ?? [:])
        return try await registry.store.nodes(query, in: owner.map { .owned(by: $0) } ?? .all)
    }

    /// Ends a node and all that hangs below it, whoever owns it.
    public func release(_ id: AnyID) async throws(RegistryError) -> [Node] {
        try await record("registry.release", of: id)
        let ended = try await registry.store.release(id, in: .all, at: try registry.now())
        registry.metrics.count(ended: ended)
        return ended
    }

    /// Ends all that an owner has.
    public func releaseAll(of owner: Owner) async throws(RegistryError) -> [Node] {
        try await record("registry.release_all", details: ["owner": owner.user])
        let ended = try await registry.store.releaseAll(of: owner, at: try registry.now())
        registry.metrics.count(ended: ended)
        return ended
    }

    /// Counts all nodes.
    public func statistics() async throws(RegistryError) -> RegistryStatistics {
        try await record("registry.statistics")
        return try await registry.store.statistics(in: .all)
    }

    /// The changes of all owners from now on.
    public func changes() async throws(RegistryError) -> RegistryChanges {
        try await record("registry.watch")
        return try await registry.changes(in: .all)
    }

    private func record(
        _ action: String,
        of id: AnyID? = nil,
        details: [String: String] = [:]
    ) async throws(RegistryError) {
        var details = details
        details["reason"] = reason
        let event = AuditEvent(
            tenant: tenant,
            actor: actor,
            action: action,
            resource: id,
            details: details
        )
        do throws(AuditError) { try await audit.record(event) } catch {
            throw RegistryError(.notAudited, cause: error)
        }
        registry.metrics.countCrossing()
    }
}

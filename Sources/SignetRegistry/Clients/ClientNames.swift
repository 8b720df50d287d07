package import Signet

/// Where the clients of a pool get their IDs from, and where they are written down.
package struct ClientNames: Sendable {
    /// Whose clients are when the pool of a store makes them.
    package static let storeOwner = Owner(storedUser: "signet", tenant: "signet")

    /// What the clients are.
    package let kind: Kind
    private let registry: Registry?
    private let holder: Holder?

    /// Names clients and records them in a registry.
    init(_ kind: Kind, registry: Registry, holder: Holder?) {
        self.kind = kind
        self.registry = registry
        self.holder = holder
    }

    /// Names the clients of a program.
    ///
    /// - Parameters:
    ///   - record: Where they are recorded; nil for the clients that a registry's own store works
    ///     with, which cannot be recorded before they work.
    ///   - kind: What the clients are.
    package init(_ record: ClientRecord?, for kind: Kind) {
        self.kind = kind
        registry = record?.registry
        holder = record?.holder
    }

    /// The ID of a client that is about to be made.
    func issue(to owner: Owner) async throws -> AnyID {
        guard let registry else { return try Generator.shared.mint(kind) }
        let draft = NodeDraft(id: try registry.mint(kind), holder: holder)
        return try await registry.record([draft], of: owner)[0].id
    }

    /// Ends the node of a client that is closed.
    ///
    /// If the store cannot be reached it ends with its process or its lifetime.
    func release(_ id: AnyID, of owner: Owner) async {
        guard let registry, let now = try? registry.now() else { return }
        _ = try? await registry.store.release(id, in: .owned(by: owner), at: now)
    }
}

package import Signet
package import SignetRegistry
import SignetTesting

/// A fresh store and what a clause needs to use it: two users, predictable IDs and times.
package struct RegistryFixture: Sendable {
    /// The time at which clauses begin.
    package static let start: UInt64 = 1_726_234_567_890
    /// How long nodes live here without being touched, in milliseconds.
    package static let lifetime: UInt64 = 60_000

    /// The store.
    package let store: any RegistryStore
    /// A user.
    package let alice: Owner
    /// A user whose name begins as that of the first does.
    package let alicia: Owner
    private let generator: Generator

    /// Takes a store.
    package init(_ store: any RegistryStore, seed: UInt64 = 0) throws {
        self.store = store
        alice = try Owner("alice", tenant: "acme")
        alicia = try Owner("alice2", tenant: "acme")
        generator = Generator.fixed(time: Self.start, seed: seed)
    }

    /// A node that is not recorded yet.
    package func draft(
        _ kind: Kind,
        of owner: Owner,
        under parents: [AnyID] = [],
        at time: UInt64 = start,
        lifetime: UInt64 = lifetime,
        heldBy holder: Holder? = nil,
        metadata: [String: String] = [:]
    ) throws -> Node {
        Node(
            id: try generator.mint(kind),
            owner: owner,
            parents: parents,
            metadata: metadata,
            holder: holder,
            lifetime: lifetime,
            created: time
        )
    }

    /// A new holder that is not joined yet.
    package func holder() throws -> Holder { Holder(try generator.mintCore()) }

    /// Records a node of the first user.
    package func add(
        _ kind: Kind,
        under parents: [AnyID] = [],
        at time: UInt64 = start,
        lifetime: UInt64 = lifetime,
        heldBy holder: Holder? = nil
    ) async throws -> AnyID {
        try await add(
            kind,
            of: alice,
            under: parents,
            at: time,
            lifetime: lifetime,
            heldBy: holder
        )
    }

    /// Records a node.
    package func add(
        _ kind: Kind,
        of owner: Owner,
        under parents: [AnyID] = [],
        at time: UInt64 = start,
        lifetime: UInt64 = lifetime,
        heldBy holder: Holder? = nil
    ) async throws -> AnyID {
        let node = try draft(
            kind,
            of: owner,
            under: parents,
            at: time,
            lifetime: lifetime,
            heldBy: holder
        )
        return try await store.insert([node], aliases: [], adopting: false)[0].id
    }

    /// The state of a node, or nil if it is not there.
    package func state(_ id: AnyID) async throws -> Node.State? {
        try await store.node(id, in: .all)?.state
    }

    /// The code with which `body` is refused.
    package func refusal(_ body: () async throws -> Void) async throws -> RegistryError.Code? {
        do { try await body() } catch let error as RegistryError { return error.code }
        return nil
    }
}

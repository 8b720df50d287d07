/// Whose nodes a store may see in one call.
///
/// Whoever asks through a ``UserContext`` gets the scope of its owner. The scope of all is made by
/// ``Administration`` only, which records what it does.
public struct NodeScope: Hashable, Sendable {
    /// The owner to whom the call is confined; nil is no confinement.
    package let owner: Owner?

    /// One owner's nodes; to this scope all others do not exist.
    package static func owned(by owner: Owner) -> Self { Self(owner: owner) }

    /// Every owner's nodes.
    package static let all = Self(owner: nil)

    /// Whether a node of an owner is seen.
    package func contains(_ owner: Owner) -> Bool { self.owner == nil || self.owner == owner }
}

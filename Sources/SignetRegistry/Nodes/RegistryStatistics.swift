public import Signet

/// How many nodes there are.
public struct RegistryStatistics: Hashable, Sendable {
    /// The number of nodes of each kind that live.
    public package(set) var active: [Kind: Int]
    /// The number of nodes that ended and are still kept.
    public package(set) var ended: Int

    package init(active: [Kind: Int] = [:], ended: Int = 0) {
        self.active = active
        self.ended = ended
    }

    /// The number of nodes that live.
    public var total: Int { active.values.reduce(0, +) }
}

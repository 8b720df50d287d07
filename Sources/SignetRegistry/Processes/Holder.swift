public import Signet

/// One process that holds nodes, as long as it renews its deadline.
///
/// A holder is joined once. When its deadline has passed, any process may sweep it: its nodes end,
/// once, and the holder is gone for ever. A process that was only slow joins again as a new one.
public struct Holder: Hashable, Sendable, BitwiseCopyable {
    /// What tells the holder from all others.
    public let core: Core

    /// Takes what a store has kept.
    package init(_ core: Core) { self.core = core }
}

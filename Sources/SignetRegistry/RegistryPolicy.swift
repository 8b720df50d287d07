public import Signet

/// The bounds within which a registry lives.
///
/// All of them are on by default, so that nothing grows for ever.
public struct RegistryPolicy: Hashable, Sendable {
    /// How many nodes of a kind one owner may have alive at once, for kinds that ``limits`` leaves
    /// out.
    public var limit: Int
    /// How many nodes of a kind one owner may have alive at once.
    public var limits: [Kind: Int]
    /// How long nodes live without being touched, where neither the caller nor the catalog says so.
    public var lifetime: Duration
    /// How long nodes are kept, and found, after their end.
    public var retention: Duration
    /// How many changes a store keeps for those who follow them.
    public var keptChanges: Int

    /// Sets bounds.
    ///
    /// - Parameters:
    ///   - limit: How many nodes of a kind one owner may have alive at once.
    ///   - limits: The same for single kinds.
    ///   - lifetime: How long nodes live without being touched, where nothing else says so.
    ///   - retention: How long nodes are kept after their end.
    ///   - keptChanges: How many changes are kept for those who follow them.
    public init(
        limit: Int = 10_000,
        limits: [Kind: Int] = [:],
        lifetime: Duration = .seconds(30 * 86_400),
        retention: Duration = .seconds(3600),
        keptChanges: Int = 65_536
    ) {
        self.limit = limit
        self.limits = limits
        self.lifetime = lifetime
        self.retention = retention
        self.keptChanges = keptChanges
    }

    /// The limit of a kind.
    package func limit(of kind: Kind) -> Int { limits[kind] ?? limit }
}

extension Duration {
    /// The whole milliseconds, 0 for what is negative, and at most 2^53: what stores and JSON hold.
    package var milliseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        let (product, overflow) = UInt64(seconds).multipliedReportingOverflow(by: 1000)
        let maximum: UInt64 = 1 << 53
        if overflow { return maximum }
        return min(maximum, product &+ UInt64(attoseconds / 1_000_000_000_000_000))
    }
}

import CoreMetrics

/// What a registry counts.
///
/// Whoever bootstraps swift-metrics sees it; else it costs next to nothing.
struct RegistryMetrics: Sendable {
    private let recorded = Counter(label: "signet_registry_recorded_total")
    private let released = Counter(label: "signet_registry_released_total")
    private let expired = Counter(label: "signet_registry_expired_total")
    private let refused = Counter(label: "signet_registry_refused_total")
    private let crossings = Counter(label: "signet_registry_crossings_total")

    /// Counts nodes that were issued or adopted.
    func count(recorded nodes: [Node]) { recorded.increment(by: nodes.count) }

    /// Counts a refusal of the store.
    func countRefusal() { refused.increment() }

    /// Counts a look across owners.
    func countCrossing() { crossings.increment() }

    /// Counts nodes that ended.
    func count(ended nodes: [Node]) {
        let expired = nodes.count { $0.state == .expired }
        if expired > 0 { self.expired.increment(by: expired) }
        if nodes.count > expired { released.increment(by: nodes.count - expired) }
    }
}

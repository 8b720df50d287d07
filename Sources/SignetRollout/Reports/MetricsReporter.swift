import CoreMetrics
import Signet
import Synchronization

/// Hands what was counted to swift-metrics: not for each ID, but as sums now and then.
final class MetricsReporter: Sendable {
    private let state: Mutex<(reported: [UInt64], counters: [Int: Counter])>

    init(count: Int) {
        state = Mutex(([UInt64](repeating: 0, count: count), [:]))
    }

    /// Adds what is new to the counters.
    ///
    /// - Parameters:
    ///   - index: The place of the count.
    ///   - value: The sum since the process began.
    ///   - label: What the counter is called.
    ///   - dimensions: What the counter is labelled with.
    func report(_ index: Int, _ value: UInt64, _ label: String, _ dimensions: [(String, String)]) {
        state.withLock { state in
            let new = value - state.reported[index]
            guard new > 0 else { return }
            let counter = state.counters[index] ?? Counter(label: label, dimensions: dimensions)
            state.counters[index] = counter
            state.reported[index] = value
            counter.increment(by: Int64(clamping: new))
        }
    }
}

extension FormatValidator {
    /// Hands what was counted since the last time to swift-metrics.
    ///
    /// `signet_ids_total` counts IDs by service, kind, family, format and direction,
    /// `signet_ids_refused_total` those that the stage did not allow, and
    /// `signet_rollout_alerts_total` the alerts.
    public func reportMetrics() {
        visitCounts { row, slot, direction, value in
            let kind = row < kinds.count ? kinds[row].description : "none"
            var dimensions = [
                ("service", service), ("kind", kind), ("direction", direction.rawValue),
            ]
            guard slot != .refused else {
                return metrics.report(
                    index(row, slot, direction),
                    value,
                    "signet_ids_refused_total",
                    dimensions
                )
            }
            dimensions += [("family", slot.name), ("format", slot.format.description)]
            metrics.report(index(row, slot, direction), value, "signet_ids_total", dimensions)
        }
    }

    /// Gives each count that is not 0 to `body`.
    func visitCounts(
        _ body: (_ row: Int, FamilySlot, IDDirection, _ value: UInt64) -> Void
    ) {
        for row in 0..<rowCount {
            for direction in IDDirection.allCases {
                for slot in FamilySlot.families + [.refused] {
                    let value = counters[index(row, slot, direction)]
                    if value > 0 { body(row, slot, direction, value) }
                }
            }
        }
    }
}

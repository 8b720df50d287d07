import Signet
import Synchronization

extension FormatValidator {
    /// What the counters were when the step of each row began.
    struct Baselines {
        /// The revision to which the row's baseline belongs.
        var revisions: [UInt64] = []
        /// The values at the beginning of each row's step.
        var values: [UInt64] = []
        /// All values as they were before the newest change of any flag was taken over.
        var beforeChange: [UInt64] = []
    }

    /// What was counted since the step of each kind began; kinds of which nothing came are left
    /// out.
    public func tallies() -> [FormatTally] {
        let values = counters.values
        return baselines.withLock { baselines in
            assign(&baselines)
            return (0..<rowCount).compactMap { row in tally(row, values, baselines) }
        }
    }

    /// Takes note of the counters before a change: what is counted from here on is of the new step.
    func settle() {
        let values = counters.values
        baselines.withLock { baselines in
            assign(&baselines)
            baselines.beforeChange = values
        }
    }

    /// Gives rows whose step is a new one the baseline from before the change.
    private func assign(_ baselines: inout Baselines) {
        if baselines.revisions.isEmpty {
            baselines.revisions = (0..<rowCount).map { gate($0).state.revision }
            baselines.values = [UInt64](repeating: 0, count: counters.count)
            baselines.beforeChange = baselines.values
        }
        for row in 0..<rowCount {
            let revision = gate(row).state.revision
            guard revision != baselines.revisions[row] else { continue }
            baselines.revisions[row] = revision
            for direction in IDDirection.allCases {
                for column in 0..<FamilySlot.count {
                    let index = index(row, column, direction)
                    baselines.values[index] = baselines.beforeChange[index]
                }
            }
        }
    }

    private func tally(_ row: Int, _ values: [UInt64], _ baselines: Baselines) -> FormatTally? {
        let inbound = counts(row, .inbound, values, baselines)
        let outbound = counts(row, .outbound, values, baselines)
        guard !inbound.isEmpty || !outbound.isEmpty else { return nil }
        let refused = IDDirection.allCases.reduce(0 as UInt64) { sum, direction in
            let index = index(row, .refused, direction)
            return sum + values[index] - baselines.values[index]
        }
        let formats = [inbound, outbound].joined().map { FamilySlot.format(ofFamily: $0.key) }
        let hasLegacy = formats.contains { $0 == .legacy || $0 == .mixed }
        return FormatTally(
            service: service,
            kind: row < kinds.count ? kinds[row].description : nil,
            step: baselines.revisions[row],
            inbound: inbound,
            outbound: outbound,
            refused: refused,
            lastLegacy: hasLegacy ? lastLegacy[row] : nil
        )
    }

    private func counts(
        _ row: Int,
        _ direction: IDDirection,
        _ values: [UInt64],
        _ baselines: Baselines
    ) -> [String: UInt64] {
        var counts: [String: UInt64] = [:]
        for slot in FamilySlot.families {
            let index = index(row, slot, direction)
            let count = values[index] - baselines.values[index]
            if count > 0 { counts[slot.name] = count }
        }
        return counts
    }

    private func index(_ row: Int, _ column: Int, _ direction: IDDirection) -> Int {
        index(row, FamilySlot.current, direction) - FamilySlot.current.index + column
    }
}

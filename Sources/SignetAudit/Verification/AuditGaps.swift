/// The numbers of records that were passed over, until they turn up somewhere else.
struct AuditGaps {
    /// One stretch of missing records, and where it was noticed.
    struct Gap {
        let range: ClosedRange<UInt64>
        let place: AuditPlace?
    }

    /// What has not turned up, in the order in which it was noticed.
    private(set) var remaining: [Gap] = []

    /// Takes note of missing records.
    mutating func add(_ range: ClosedRange<UInt64>, at place: AuditPlace?) {
        remaining.append(Gap(range: range, place: place))
    }

    /// Takes a number out that turned up; false when it was not missing.
    mutating func fill(_ sequence: UInt64) -> Bool {
        guard let index = remaining.lastIndex(where: { $0.range.contains(sequence) }) else {
            return false
        }
        let gap = remaining.remove(at: index)
        var parts: [Gap] = []
        if gap.range.lowerBound < sequence {
            parts.append(Gap(range: gap.range.lowerBound...sequence - 1, place: gap.place))
        }
        if sequence < gap.range.upperBound {
            parts.append(Gap(range: sequence + 1...gap.range.upperBound, place: gap.place))
        }
        remaining.insert(contentsOf: parts, at: index)
        return true
    }
}

import SignetScan

extension SourceAnalysis {
    /// Whether every list is in the order of the source.
    var isOrdered: Bool {
        lists.allSatisfy { ranges in
            zip(ranges, ranges.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound }
        }
    }

    /// Whether every fact lies within a source of `count` bytes.
    func isWithin(_ count: Int) -> Bool {
        let fits = lists.joined().allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= count }
        return fits && (0...count).contains(syntaxError?.offset ?? 0)
    }

    private var lists: [[Range<Int>]] {
        [
            generations.map(\.range), compositions.map(\.range), cuts.map(\.range),
            consumptions.map(\.range), placeholders.map(\.range), familySplits.map(\.range),
            minters.map(\.range), directives,
        ]
    }
}

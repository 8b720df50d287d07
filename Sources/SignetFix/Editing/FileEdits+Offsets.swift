extension FileEdits {
    /// Which side of what is inserted at an offset is meant.
    package enum Side: Sendable {
        /// Before the inserted bytes, as the end of something that stood before them.
        case before
        /// Behind the inserted bytes, as the start of something that stood behind them.
        case after
    }

    /// The ranges of the result that the edits have written, in order.
    package var writtenRanges: [Range<Int>] {
        zip(edits, starts).map { $1..<($1 + $0.replacement.count) }
    }

    /// The offset in the result of an offset in the original; `nil` inside of replaced bytes.
    package func newOffset(of offset: Int, _ side: Side) -> Int? {
        Self.map(offset, side, count: edits.count) { index in
            let edit = edits[index]
            return (edit.range, starts[index]..<(starts[index] + edit.replacement.count))
        }
    }

    /// The offset in the original of an offset in the result; `nil` inside of written bytes.
    package func oldOffset(of offset: Int, _ side: Side) -> Int? {
        Self.map(offset, side, count: edits.count) { index in
            let edit = edits[index]
            return (starts[index]..<(starts[index] + edit.replacement.count), edit.range)
        }
    }

    /// Where bytes of the original that no edit touches stand in the result; `nil` for others.
    ///
    /// Bytes between which something is inserted are touched.
    package func newRange(of range: Range<Int>) -> Range<Int>? {
        let first = Self.count(before: range.lowerBound, .after, of: edits.count) {
            edits[$0].range
        }
        let last = Self.count(before: range.upperBound, .before, of: edits.count) {
            edits[$0].range
        }
        guard first == last, !range.isEmpty, range.upperBound <= original.count,
            let start = newOffset(of: range.lowerBound, .after),
            let end = newOffset(of: range.upperBound, .before)
        else { return nil }
        return start..<end
    }

    /// Maps an offset over `count` pairs of ranges, which are in order on both sides.
    private static func map(
        _ offset: Int,
        _ side: Side,
        count: Int,
        _ pair: (Int) -> (from: Range<Int>, to: Range<Int>)
    ) -> Int? {
        let index = Self.count(before: offset, side, of: count) { pair($0).from }
        if index < count {
            let next = pair(index).from
            if next.lowerBound < offset, offset < next.upperBound { return nil }
        }
        guard index > 0 else { return offset }
        let last = pair(index - 1)
        return last.to.upperBound + offset - last.from.upperBound
    }

    /// How many of `count` ranges, which are in order, lie before an offset seen from its side.
    private static func count(
        before offset: Int,
        _ side: Side,
        of count: Int,
        _ range: (Int) -> Range<Int>
    ) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(range(middle), offset, side) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether the range lies before the offset, seen from its side.
    private static func isBefore(_ range: Range<Int>, _ offset: Int, _ side: Side) -> Bool {
        if range.upperBound != offset { return range.upperBound < offset }
        // What is inserted here is before or behind it, as the side says; a run that ends here is
        // always before.
        return !range.isEmpty || side == .after
    }
}

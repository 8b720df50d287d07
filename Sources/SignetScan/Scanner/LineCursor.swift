/// Turns byte offsets of one source into lines and columns.
///
/// The source is read once, up to the furthest offset that is asked for; the starts of its lines
/// are kept, so that offsets may come in any order. A line ends with a line feed, a carriage
/// return, or both together, as in Python.
struct LineCursor {
    private var offset = 0
    /// Where each line up to `offset` begins.
    private var starts: ContiguousArray<Int> = [0]

    /// The location of `target` in `source`.
    mutating func location(of target: Int, in source: Span<UInt8>) -> SourceLocation {
        read(to: min(target, source.count), source)
        var (low, high) = (0, starts.count)
        // Most questions are about the line that was read last.
        if starts[high - 1] <= target { low = high - 1 }
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= target { low = middle } else { high = middle }
        }
        return SourceLocation(line: low + 1, column: target - starts[low] + 1)
    }

    private mutating func read(to end: Int, _ source: Span<UInt8>) {
        while offset < end {
            let found = ByteScan.first(of: 0x0a, 0x0d, 0x0a, 0x0d, in: source, from: offset)
            guard found < end else {
                offset = end
                return
            }
            offset = found + 1
            let isPair =
                source[found] == 0x0d && offset < source.count && source[offset] == 0x0a
            if !isPair { starts.append(offset) }
        }
    }
}

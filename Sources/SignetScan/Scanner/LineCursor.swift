/// Turns byte offsets of one source into lines and columns, at the cost of one pass in all when
/// they come in order.
///
/// A line ends with a line feed, a carriage return, or both together, as in Python.
struct LineCursor {
    private var offset = 0
    private var line = 1
    private var lineStart = 0

    /// The location of `target` in `source`.
    mutating func location(of target: Int, in source: Span<UInt8>) -> SourceLocation {
        if target < offset { self = LineCursor() }
        while offset < min(target, source.count) {
            let byte = source[offset]
            offset += 1
            let isPair =
                byte == 0x0d && offset < source.count && source[offset] == 0x0a
            if byte == 0x0a || byte == 0x0d && !isPair {
                line += 1
                lineStart = offset
            }
        }
        return SourceLocation(line: line, column: target - lineStart + 1)
    }
}

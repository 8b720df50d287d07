/// Where the lines of a source begin: turns byte offsets into lines and columns.
///
/// A line ends after `\n`, `\r\n` or a lone `\r`, as CPython reads source text. A UTF-8 byte order
/// mark belongs to no column.
package struct PythonLineTable: Sendable {
    /// A place in a source, counted as people do.
    package struct Position: Sendable, Equatable {
        /// The line, from 1.
        package var line: Int
        /// The column in UTF-8 bytes, from 1.
        package var column: Int
    }

    /// The offset of the first byte of each line.
    package let starts: ContiguousArray<UInt32>

    /// Finds the lines of `source` in one pass.
    package init(_ source: Span<UInt8>) {
        var starts: ContiguousArray<UInt32> = [UInt32(PythonLexer.byteOrderMarkLength(source))]
        var offset = 0
        while true {
            offset = ByteScan.first(of: 0x0A, 0x0D, 0x0A, 0x0D, in: source, from: offset)
            guard offset < source.count else { break }
            let isPair =
                source[offset] == 0x0D && offset + 1 < source.count
                && source[offset + 1] == 0x0A
            offset += isPair ? 2 : 1
            starts.append(UInt32(truncatingIfNeeded: offset))
        }
        self.starts = starts
    }

    /// The number of lines; text after the last line end is one, nothing after it is none.
    package func lineCount(of source: Span<UInt8>) -> Int {
        guard let last = starts.last, Int(last) >= source.count else { return starts.count }
        return starts.count - 1
    }

    /// The line and column of a byte offset, in time logarithmic in the number of lines.
    package func position(of offset: Int) -> Position {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return Position(line: low + 1, column: max(0, offset - Int(starts[low])) + 1)
    }
}

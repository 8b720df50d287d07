/// Where the lines of a file start; only a line feed ends a line, as for git and patch.
struct LineTable {
    /// The bytes of the file.
    let bytes: [UInt8]
    /// The offset of each line, and at the end the length of the file.
    let starts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
            starts.append(index + 1)
        }
        if starts.last != bytes.count { starts.append(bytes.count) }
        self.starts = starts
    }

    /// How many lines there are; a last one without a line feed counts.
    var count: Int { starts.count - 1 }

    /// The bytes of a line with its line feed.
    subscript(line: Int) -> ArraySlice<UInt8> { bytes[starts[line]..<starts[line + 1]] }

    /// The line that holds the byte at an offset; `count` for the end of a file whose last line
    /// is ended.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle + 1] <= offset { low = middle + 1 } else { high = middle }
        }
        // Behind the last byte of a line that is not ended is still that line.
        let isOpen = low == count && count > 0 && bytes.last != UInt8(ascii: "\n")
        return isOpen ? count - 1 : low
    }
}

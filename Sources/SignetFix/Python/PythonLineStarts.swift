import SignetScan

/// Where the lines of a source begin, to find the bytes of a location again.
struct PythonLineStarts {
    private var starts = [0]

    init(_ source: [UInt8]) {
        for index in source.indices {
            let byte = source[index]
            let isPair =
                byte == 0x0d && index + 1 < source.count && source[index + 1] == 0x0a
            if byte == 0x0a || byte == 0x0d && !isPair { starts.append(index + 1) }
        }
    }

    /// The offset of a location.
    func offset(of location: SourceLocation) -> Int {
        guard starts.indices.contains(location.line - 1) else { return starts[starts.count - 1] }
        return starts[location.line - 1] + location.column - 1
    }
}

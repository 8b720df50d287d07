import SignetScan

/// Where the lines of a source begin, to find the bytes of a location again.
struct PythonLineStarts {
    private var starts = [0]

    init(_ source: [UInt8]) {
        let text = source.span
        var offset = 0
        while true {
            offset = ByteScan.first(of: 0x0a, 0x0d, 0x0a, 0x0d, in: text, from: offset)
            guard offset < text.count else { return }
            let isPair =
                text[offset] == 0x0d && offset + 1 < text.count && text[offset + 1] == 0x0a
            offset += 1
            if !isPair { starts.append(offset) }
        }
    }

    /// The offset of a location.
    func offset(of location: SourceLocation) -> Int {
        guard starts.indices.contains(location.line - 1) else { return starts[starts.count - 1] }
        return starts[location.line - 1] + location.column - 1
    }
}

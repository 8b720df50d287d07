/// The commands of IPython's shell that stand between lines of Python in a notebook.
///
/// See "Built-in magic commands" and "System shell access" in IPython's documentation.
enum NotebookMagic {
    /// Commands at the head of a cell whose rest still is Python.
    private static let pythonCells: Set<String> = [
        "time", "timeit", "capture", "prun", "python", "python3", "pypy", "memit", "mprun",
        "snakeviz", "lprun", "scalene", "local",
    ]

    /// Turns every command in the cell that begins at `start` into blanks; lines stay as long.
    static func blank(_ text: inout [UInt8], from start: Int) {
        var offset = start
        while offset < text.count, isBlank(text[offset]) || text[offset] == 0x0a { offset += 1 }
        if offset + 1 < text.count, text[offset] == percent, text[offset + 1] == percent {
            let end = endOfLine(offset, text)
            if !isPython(offset + 2..<end, text) { return clear(offset..<text.count, &text) }
            clear(offset..<end, &text)
        }
        offset = start
        var continues = false
        while offset < text.count {
            let end = endOfLine(offset, text)
            if continues || isCommand(offset..<end, text) {
                continues = end > offset && text[end - 1] == UInt8(ascii: "\\")
                clear(offset..<end, &text)
            }
            offset = end + 1
        }
    }

    private static let percent = UInt8(ascii: "%")

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func endOfLine(_ start: Int, _ text: [UInt8]) -> Int {
        text[start...].firstIndex(of: 0x0a) ?? text.count
    }

    private static func clear(_ range: Range<Int>, _ text: inout [UInt8]) {
        for index in range where text[index] != 0x0a { text[index] = 0x20 }
    }

    /// Whether the cell with this command holds Python.
    private static func isPython(_ command: Range<Int>, _ text: [UInt8]) -> Bool {
        let name = text[command].prefix { !isBlank($0) && $0 != 0x0d }
        return pythonCells.contains(String(decoding: name, as: UTF8.self))
    }

    /// Whether the line is a command: `%magic`, `!shell`, `?help`, `help?`, `name = !shell`.
    private static func isCommand(_ line: Range<Int>, _ text: [UInt8]) -> Bool {
        let words = text[line].drop(while: isBlank)
        guard let first = words.first else { return false }
        if first == UInt8(ascii: "!") || first == UInt8(ascii: "?") { return true }
        if first == percent { return beginsName(words.dropFirst().first) }
        if words.last == UInt8(ascii: "?"), !words.contains(where: isQuoteOrMark) { return true }
        guard let equals = words.firstIndex(of: UInt8(ascii: "=")) else { return false }
        let value = words[(equals + 1)...].drop(while: isBlank)
        guard words[..<equals].allSatisfy(isTarget) else { return false }
        if value.first == UInt8(ascii: "!") { return true }
        return value.first == percent && beginsName(value.dropFirst().first)
    }

    private static func beginsName(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == percent
    }

    private static func isQuoteOrMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "#")
    }

    /// Whether the byte may stand in the target of an assignment from the shell.
    private static func isTarget(_ byte: UInt8) -> Bool {
        PythonByteClass.isIdentifier(byte) || isBlank(byte) || byte == UInt8(ascii: ",")
            || byte == UInt8(ascii: ".")
    }
}

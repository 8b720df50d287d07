/// The physical lines of a source, as edits of whole lines need them.
struct PythonLines {
    private let source: [UInt8]
    /// How the file ends its lines.
    let end: String

    init(_ source: [UInt8]) {
        self.source = source
        let first = source.firstIndex { $0 == 0x0a || $0 == 0x0d }
        if let first, source[first] == 0x0d {
            end = first + 1 < source.count && source[first + 1] == 0x0a ? "\r\n" : "\r"
        } else {
            end = "\n"
        }
    }

    /// The first byte of the line in which `offset` is.
    func start(of offset: Int) -> Int {
        var start = offset
        while start > 0, !isEnded(before: start) { start -= 1 }
        return start
    }

    /// The first byte of the line after the one in which `offset` is.
    func next(after offset: Int) -> Int {
        var next = offset
        while next < source.count {
            let byte = source[next]
            next += 1
            if byte == 0x0a { return next }
            if byte == 0x0d {
                return next < source.count && source[next] == 0x0a ? next + 1 : next
            }
        }
        return next
    }

    /// Whether a line ends just before `offset`; the beginning of the file counts as one.
    func isEnded(before offset: Int) -> Bool {
        guard offset > 0 else { return true }
        if source[offset - 1] == 0x0a { return true }
        let isPair = offset < source.count && source[offset] == 0x0a
        return source[offset - 1] == 0x0d && !isPair
    }

    /// The spaces and tabs before `offset`, if nothing else stands before it on its line.
    func indentation(before offset: Int) -> String? {
        let start = start(of: offset)
        guard source[start..<offset].allSatisfy(Self.isBlank) else { return nil }
        return String(decoding: source[start..<offset], as: UTF8.self)
    }

    /// The lines that hold only spaces before `offset`, which begins a line.
    func blanks(before offset: Int) -> Range<Int> {
        var first = offset
        while first > 0 {
            let start = start(of: first - 1)
            guard source[start..<first].allSatisfy({ Self.isBlank($0) || Self.isEnd($0) }) else {
                break
            }
            first = start
        }
        return first..<offset
    }

    /// The lines that hold only spaces from `offset` on, which begins a line.
    func blanks(after offset: Int) -> Range<Int> {
        var last = offset
        while last < source.count {
            let next = next(after: last)
            guard source[last..<next].allSatisfy({ Self.isBlank($0) || Self.isEnd($0) }) else {
                break
            }
            last = next
        }
        return offset..<last
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0c
    }

    private static func isEnd(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }
}

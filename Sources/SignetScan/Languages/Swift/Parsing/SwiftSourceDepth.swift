/// Finds where a Swift source nests too deeply to be parsed.
///
/// The parser calls itself for what stands within brackets, behind `else` and behind words such as
/// `try`; for each square bracket it looks ahead to tell an array from a type, which doubles its work
/// at every level. It stops by itself at a depth of brackets, but only after it has made tokens of
/// all that follows. Looking at the bytes first keeps a hostile file from costing memory, stack and
/// time. Comments and texts within a line are stepped over, roughly: texts over several lines rarely
/// hold hundreds of open brackets.
struct SwiftSourceDepth {
    /// The most brackets that may be open at once.
    static let maximum = 256
    /// The most square brackets that may be open within each other without braces between them.
    private static let maximumSquares = 16
    /// The most open angle brackets, `#if` and number signs in a row.
    private static let maximumMarks = 64
    /// The most words and brackets in a row of which each takes the rest as a part of its own.
    private static let longestRun = 512

    /// The most `else` that may follow each other.
    private static let maximumElses = 1_000

    private var open: [UInt8] = []
    /// For each depth of brackets: how many `else` have followed each other there.
    private var elses = [Int](repeating: 0, count: maximum + 2)
    private var isBehindBrace = false
    private var run = 0
    private var angles = 0
    private var signs = 0
    private var conditions = 0

    /// The offset at which the source is cut; its end if it need not be.
    static func limit(of source: Span<UInt8>) -> Int {
        var depth = SwiftSourceDepth()
        var index = 0
        while index < source.count {
            let next = depth.read(index, source)
            if depth.isTooDeep { return index }
            index = next
        }
        return source.count
    }

    private var isTooDeep: Bool {
        if open.count > Self.maximum { return true }
        return run > Self.longestRun || angles > Self.maximumMarks
            || signs > Self.maximumMarks || conditions > Self.maximumMarks
            || elses[open.count] > Self.maximumElses || hasManySquares
    }

    /// Whether too many square brackets are open since the last brace.
    private var hasManySquares: Bool {
        guard open.count > Self.maximumSquares, open.last == UInt8(ascii: "[") else { return false }
        var count = 0
        for byte in open.reversed() {
            if byte == UInt8(ascii: "{") { return false }
            if byte == UInt8(ascii: "[") { count += 1 }
            if count > Self.maximumSquares { return true }
        }
        return false
    }

    /// Reads what stands at `index`; the offset behind it.
    private mutating func read(_ index: Int, _ source: Span<UInt8>) -> Int {
        let byte = source[index]
        signs = byte == UInt8(ascii: "#") ? signs + 1 : 0
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            open.append(byte)
            if byte == UInt8(ascii: "{") { angles = 0 }
            run += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            _ = open.popLast()
            isBehindBrace = byte == UInt8(ascii: "}")
            // `else if` goes on behind braces.
            if byte != UInt8(ascii: "}") { run = 0 }
        case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "="): run = 0
        case UInt8(ascii: "<"): angles += 1
        case UInt8(ascii: ">"): angles = max(0, angles - 1)
        case 0x0a: angles = 0
        case UInt8(ascii: "/") where index + 1 < source.count && source[index + 1] == byte:
            return Self.endOfLine(index, source)
        case UInt8(ascii: "\""):
            run = 0
            return Self.endOfText(index, source)
        case let first where first.isSwiftName: return readWord(index, source)
        default: break
        }
        return index + 1
    }

    private mutating func readWord(_ start: Int, _ source: Span<UInt8>) -> Int {
        var end = start + 1
        while end < source.count, source[end].isSwiftName { end += 1 }
        let word = source.extracting(start..<end)
        run = Self.isPrefix(word) ? run + 1 : 0
        if isBehindBrace {
            elses[open.count] = word.equals("else") ? elses[open.count] + 1 : 0
            isBehindBrace = false
        }
        if start > 0, source[start - 1] == UInt8(ascii: "#") {
            if word.equals("if") { conditions += 1 }
            if word.equals("endif") { conditions = max(0, conditions - 1) }
        }
        return end
    }

    private static func endOfLine(_ start: Int, _ source: Span<UInt8>) -> Int {
        var index = start
        while index < source.count, source[index] != 0x0a { index += 1 }
        return index
    }

    /// The offset behind the quote that ends the text at `start`, or of the end of the line.
    private static func endOfText(_ start: Int, _ source: Span<UInt8>) -> Int {
        var index = start + 1
        while index < source.count, source[index] != 0x0a {
            if source[index] == UInt8(ascii: "\"") { return index + 1 }
            index += source[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index, source.count)
    }

    /// Whether the word takes what follows it as a part of its own.
    private static func isPrefix(_ word: Span<UInt8>) -> Bool {
        guard (2...9).contains(word.count) else { return false }
        return prefixes.contains { word.equals($0) }
    }

    private static let prefixes: [StaticString] = [
        "try", "await", "else", "if", "unsafe", "any", "some", "inout", "each", "repeat", "consume",
        "copy", "borrow", "borrowing", "consuming", "sending", "isolated", "throw", "return",
        "async", "throws", "defer", "do", "while", "is", "as", "in", "where", "case", "let", "var",
    ]
}

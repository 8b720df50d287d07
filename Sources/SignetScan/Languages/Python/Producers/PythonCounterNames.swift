/// Tells by their names which variables count.
struct PythonCounterNames {
    private enum Class: UInt8 {
        case unknown
        case other
        case counter
    }

    private static let words: Set<String> = [
        "counter", "ctr", "count", "seq", "seqno", "sequence", "serial", "idx", "index", "i", "j",
        "n", "next", "nextid",
    ]

    /// By symbol: what has been found out so far.
    private var classes: ContiguousArray<Class>

    init(symbolCount: Int) {
        classes = ContiguousArray(repeating: .unknown, count: symbolCount)
    }

    /// The tokens of a variable or attribute that counts and is put into a text at once.
    ///
    /// Only places inside a replacement field, arguments or beside an operator are looked at.
    mutating func counter(
        at token: Int,
        _ outline: PythonOutline,
        _ source: Span<UInt8>
    ) -> Range<Int>? {
        let before = token - 1
        guard before >= 0 else { return nil }
        let previous = outline.tokens[before].op
        switch previous {
        case .leftBrace where outline.isField(at: before): break
        case .percent, .plus: break
        case .leftParen, .comma:
            guard let open = outline.opening(around: token), Self.takesTexts(open, outline) else {
                return nil
            }
        default: return nil
        }
        var last = token
        while outline.isOp(.dot, at: last + 1), outline.isName(at: last + 2) { last += 2 }
        guard !outline.isOp(.leftParen, at: last + 1), isCounter(last, outline, source) else {
            return nil
        }
        return token..<last + 1
    }

    /// Whether the arguments in the bracket become part of a text: `str(…)`, `.format(…)`, `% (…)`.
    private static func takesTexts(_ open: Int, _ outline: PythonOutline) -> Bool {
        if outline.isOp(.percent, at: open - 1) { return true }
        return outline.isWord(.str, at: open - 1) || outline.isWord(.format, at: open - 1)
            || outline.isWord(.join, at: open - 1)
    }

    private mutating func isCounter(
        _ token: Int,
        _ outline: PythonOutline,
        _ source: Span<UInt8>
    ) -> Bool {
        let symbol = Int(outline.symbol(at: token))
        if classes[symbol] == .unknown {
            let words = NameWords.of(source.text(in: outline.tokens[token].range, limit: 40))
            let isNext = words.count == 2 && words[0] == "next"
            let counts = words.last.map(Self.words.contains) == true || isNext
            classes[symbol] = counts ? .counter : .other
        }
        return classes[symbol] == .counter
    }
}

/// Tells by their names which variables count.
struct PythonCounterNames {
    private enum Class: UInt8 {
        case unknown
        case other
        case counter
        case loop
    }

    /// Last words of variables and attributes that count.
    private static let words: Set<String> = [
        "counter", "ctr", "count", "seq", "seqno", "sequence", "nextid",
    ]
    /// Last words of variables that count in a loop; attributes of these names are properties.
    private static let loopWords: Set<String> = ["idx", "index", "i", "j"]

    /// The letters with which those words end.
    private static let lastLetters = "rtqoedxijRTQOEDX".utf8.map { $0 }

    /// By symbol: what has been found out so far.
    private var classes: ContiguousArray<Class>

    /// Takes the names that loops count with from `binder`.
    init(_ binder: PythonBinder) {
        classes = ContiguousArray(repeating: .unknown, count: binder.outline.symbolCount)
        for symbol in binder.counters { classes[Int(symbol)] = .loop }
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
        case .equal:
            // Beside no text only what is called a counter is one.
            return bare(at: token, outline, source)
        case .leftParen, .comma:
            guard let open = outline.opening(around: token), Self.takesTexts(open, outline) else {
                return nil
            }
        default: return nil
        }
        var last = token
        while outline.isOp(.dot, at: last + 1), outline.isName(at: last + 2) { last += 2 }
        guard !outline.isOp(.leftParen, at: last + 1) else { return nil }
        switch classify(last, outline, source) {
        case .counter: return token..<last + 1
        case .loop: return last == token ? token..<last + 1 : nil
        case .other, .unknown: return nil
        }
    }

    /// The tokens of a counter whose value is assigned or passed as it is.
    private mutating func bare(
        at token: Int,
        _ outline: PythonOutline,
        _ source: Span<UInt8>
    ) -> Range<Int>? {
        var last = token
        while outline.isOp(.dot, at: last + 1), outline.isName(at: last + 2) { last += 2 }
        guard !outline.isOp(.leftParen, at: last + 1), !outline.isOp(.leftBracket, at: last + 1),
            classify(last, outline, source) == .counter
        else { return nil }
        let words = NameWords.of(source.text(in: outline.tokens[last].range, limit: 40))
        return words.last == "count" ? nil : token..<last + 1
    }

    /// Whether the arguments in the bracket become part of a text: `str(…)`, `.format(…)`, `% (…)`.
    private static func takesTexts(_ open: Int, _ outline: PythonOutline) -> Bool {
        if outline.isOp(.percent, at: open - 1) { return true }
        return outline.isWord(.str, at: open - 1) || outline.isWord(.format, at: open - 1)
            || outline.isWord(.join, at: open - 1)
    }

    private mutating func classify(
        _ token: Int,
        _ outline: PythonOutline,
        _ source: Span<UInt8>
    ) -> Class {
        let symbol = Int(outline.symbol(at: token))
        if classes[symbol] == .unknown {
            let name = outline.tokens[token].range
            // Most names end in other letters; only the rest are taken apart.
            let mayCount = Self.lastLetters.contains(source[name.upperBound - 1])
            classes[symbol] = mayCount ? Self.classify(source.text(in: name, limit: 40)) : .other
        }
        return classes[symbol]
    }

    private static func classify(_ name: String) -> Class {
        let words = NameWords.of(name)
        let last = words.last ?? ""
        let isNext = words.count == 2 && words[0] == "next" && last == "id"
        if Self.words.contains(last) || isNext { return .counter }
        return loopWords.contains(last) ? .loop : .other
    }
}

/// Tells by their names, and by how the file uses them, which variables count and which functions
/// generate.
struct PythonTellingNames {
    /// What a name tells.
    private enum Class: UInt8 {
        case unknown
        case other
        /// Counts, and is worth an identifier by itself.
        case counter
        /// Counts inside a text; also as an attribute.
        case tally
        /// Says that it is the next number, though the file never steps it: an attribute counts
        /// inside a text, anything else may be where somebody else goes on, such as the next page.
        case upcoming
        /// Counts inside a text, as a variable of a loop; attributes of the name are properties.
        case loop
        /// Counts inside a text by its name alone: no loop of the file counts it.
        case index
        /// A function that generates something like a UUID.
        case generator
    }

    /// A use of such a name.
    struct Use {
        var tokens: Range<Int>
        var value: PythonValue
    }

    /// Last words of variables and attributes that count.
    private static let counters: Set<String> = [
        "counter", "ctr", "count", "seq", "seqno", "sequence", "nextid",
    ]
    /// Last words of variables that mostly count in a loop.
    private static let indexes: Set<String> = ["idx", "index", "i", "j"]
    /// Last words behind a first word `next`.
    private static let numbers: Set<String> = ["id", "seq", "number", "index", "no", "num"]
    /// Last words of functions that generate.
    private static let formats: Set<String> = ["uuid", "guid", "ulid", "nanoid", "uuid4", "ksuid"]
    /// Words of functions that generate what their last word says.
    private static let verbs: Set<String> = [
        "random", "unique", "new", "make", "gen", "generate", "rand", "short",
    ]
    private static let products: Set<String> = [
        "id", "suffix", "string", "hex", "str", "chars", "slug", "identifier",
    ]
    /// Attributes and methods of counters that give the next number.
    private static let steps: Set<String> = [
        "value", "inc", "incr", "increment", "next", "get_next", "increment_and_get",
    ]
    /// By symbol: what has been found out so far.
    private var classes: ContiguousArray<Class>

    /// Takes the names with which the file counts from `binder`.
    init(_ binder: PythonBinder) {
        classes = ContiguousArray(repeating: .unknown, count: binder.outline.symbolCount)
        for symbol in binder.elements { classes[Int(symbol)] = .other }
        for symbol in binder.tallies { classes[Int(symbol)] = .tally }
        for symbol in binder.counters { classes[Int(symbol)] = .loop }
    }

    /// The counter, or the call of a generating function, that begins at `token` and whose value is
    /// put into a text, assigned or passed on at once.
    mutating func use(
        at token: Int,
        _ outline: PythonOutline,
        _ source: Span<UInt8>
    ) -> Use? {
        guard let isText = Self.place(token, outline, source) else { return nil }
        var last = token
        while outline.isOp(.dot, at: last + 1), outline.isName(at: last + 2) {
            // A counter may stand before the method that gives its next number.
            if classify(last, outline, source) == .counter,
                Self.steps.contains(source.text(in: outline.tokens[last + 2].range, limit: 20))
            {
                return Use(tokens: token..<Self.behindCall(last + 3, outline), value: Self.number)
            }
            last += 2
        }
        let kind = classify(last, outline, source)
        if outline.isOp(.leftParen, at: last + 1) {
            guard isText, kind == .generator, let close = outline.partner(of: last + 1),
                close <= last + 3
            else { return nil }
            // Of unknown format, so that no digits can be cut off.
            var value = PythonValue(.uuid, .object)
            value.entropy = PythonTexts.unknownEntropy
            return Use(tokens: token..<close + 1, value: value)
        }
        switch kind {
        case .counter: break
        case .upcoming where isText && last > token: break
        case .tally where isText: break
        case .loop where isText && last == token: break
        case .index where isText && last == token: break
        default: return nil
        }
        if !isText, !isNumber(last, outline, source) { return nil }
        var value = Self.number
        value.isPosition = kind != .counter && kind != .upcoming
        value.isGiven = kind == .index || kind == .loop && isElement(token, outline)
        let end = kind == .counter ? Self.behindIndex(last + 1, outline) : last + 1
        return Use(tokens: token..<end, value: value)
    }

    /// Whether a comprehension around `token` takes it from something other than a count, though
    /// a loop elsewhere in the file counts with the same letter.
    private func isElement(_ token: Int, _ outline: PythonOutline) -> Bool {
        let symbol = outline.symbol(at: token)
        var index = token + 1
        // Longer ways are no code that somebody has written.
        for _ in 0..<256 where index + 3 < outline.tokens.count {
            let isBinding =
                outline.isWord(.for, at: index) && outline.isWord(.in, at: index + 2)
                && outline.symbol(at: index + 1) == symbol
            if isBinding { return !outline.isWord(.range, at: index + 3) }
            if outline.tokens[index].kind == .newline { return false }
            index = outline.behind(index)
        }
        return false
    }

    /// Whether the value of a counter is one number; a sequence may be a list, a count is a size.
    private func isNumber(_ token: Int, _ outline: PythonOutline, _ source: Span<UInt8>) -> Bool {
        let name = source.text(in: outline.tokens[token].range, limit: 40)
        return !name.hasSuffix("count") && !name.hasSuffix("sequence")
    }

    /// Whether a function that generates is passed on uncalled, as in `default_factory=new_uuid`.
    mutating func isPassedGenerator(
        at token: Int,
        _ outline: PythonOutline,
        _ source: Span<UInt8>
    ) -> Bool {
        guard outline.isOp(.equal, at: token - 1), outline.isName(at: token - 2),
            outline.isOp(.comma, at: token + 1) || outline.isOp(.rightParen, at: token + 1),
            classify(token, outline, source) == .generator
        else { return false }
        let keyword = source.text(in: outline.tokens[token - 2].range, limit: 20)
        return keyword == "default_factory" || keyword == "default"
    }

    private static let number = PythonValue(.counter, .number)

    /// Whether the place before `token` puts a value into a text (true), hands it on as it is
    /// (false), or does something else with it.
    private static func place(
        _ token: Int,
        _ outline: PythonOutline,
        _ source: Span<UInt8>
    ) -> Bool? {
        let before = token - 1
        guard before >= 0 else { return nil }
        switch outline.tokens[before].op {
        case .leftBrace where outline.isField(at: before): return true
        case .percent, .plus: return true
        case .equal: return false
        case .colon:
            guard let open = outline.opening(around: token) else { return nil }
            return outline.isOp(.leftBrace, at: open) && !outline.isField(at: open) ? false : nil
        case .leftParen, .comma:
            guard let open = outline.opening(around: token) else { return nil }
            if takesTexts(open, outline) { return true }
            // A type for identifiers takes one as it is: `RunID(…)`.
            let isType =
                open == before && outline.isName(at: open - 1)
                && IdentifierSpelling.isIdentifier(
                    source.extracting(outline.tokens[open - 1].range)
                )
            return isType ? false : nil
        case .none:
            let passes = [.return, .else, .or].contains { outline.isWord($0, at: before) }
            return passes ? false : nil
        default: return nil
        }
    }

    /// Whether the arguments in the bracket become part of a text: `str(…)`, `.format(…)`, `% (…)`.
    private static func takesTexts(_ open: Int, _ outline: PythonOutline) -> Bool {
        if outline.isOp(.percent, at: open - 1) { return true }
        return outline.isWord(.str, at: open - 1) || outline.isWord(.format, at: open - 1)
            || outline.isWord(.join, at: open - 1)
    }

    /// The index behind the call at `index`, if one begins there.
    private static func behindCall(_ index: Int, _ outline: PythonOutline) -> Int {
        outline.isOp(.leftParen, at: index) ? outline.behind(index) : index
    }

    /// The index behind a subscript with one literal at `index`, as in `counter["value"]`.
    private static func behindIndex(_ index: Int, _ outline: PythonOutline) -> Int {
        guard outline.isOp(.leftBracket, at: index), outline.isOp(.rightBracket, at: index + 2)
        else { return index }
        let kind = outline.tokens[index + 1].kind
        return kind == .string || kind == .number ? index + 3 : index
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
            let mayTell = Self.mayTell(name, source)
            classes[symbol] = mayTell ? Self.classify(source.text(in: name, limit: 40)) : .other
        } else if classes[symbol] == .tally {
            let name = source.text(in: outline.tokens[token].range, limit: 40)
            let told = Self.classify(name)
            if told == .counter || told == .upcoming { classes[symbol] = .counter }
        }
        return classes[symbol]
    }

    /// The last words that tell, by their last bytes.
    private static let endings: [[[UInt8]]] = {
        var endings: [[[UInt8]]] = Array(repeating: [], count: 128)
        for word in counters.union(indexes).union(numbers).union(formats).union(products) {
            guard let last = word.utf8.last else { continue }
            endings[Int(last)].append(Array(word.utf8))
        }
        return endings
    }()

    /// Whether the name ends with one of the words; a word of one letter is the whole name.
    private static func mayTell(_ name: Range<Int>, _ source: Span<UInt8>) -> Bool {
        let last = source[name.upperBound - 1] | 0x20
        guard last < 0x80 else { return false }
        return endings[Int(last)].contains { word in
            guard word.count > 1 ? word.count <= name.count : name.count == 1 else { return false }
            let start = name.upperBound - word.count
            return word.indices.allSatisfy { source[start + $0] | 0x20 == word[$0] }
        }
    }

    private static func classify(_ name: String) -> Class {
        let words = NameWords.of(name)
        guard let last = words.last else { return .other }
        // A sequence of identifiers is no number.
        let isList = last == "seq" && words.dropLast().last == "id"
        if counters.contains(last) { return isList ? .other : .counter }
        if words.count > 1, words[0] == "next", numbers.contains(last) { return .upcoming }
        if indexes.contains(last) { return .index }
        if formats.contains(last) { return .generator }
        let isMade = products.contains(last) && words.contains(where: verbs.contains)
        return isMade ? .generator : .other
    }
}

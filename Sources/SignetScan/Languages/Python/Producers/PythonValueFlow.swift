/// Follows a generated value outwards: through attributes, slices, conversions and arithmetic, up
/// to the text it is put into or to whatever takes it.
struct PythonValueFlow {
    /// Where the way of a value ends.
    enum End {
        /// In a replacement field of the f-string that begins with this token.
        case field(Int)
        /// In `.format(…)` or `.join(…)` of the text that ends with this token.
        case method(text: Int, open: Int)
        /// On the right side of `"…" % …`; the token is the percent sign.
        case percent(Int)
        /// In a sum with texts.
        case sum(Range<Int>)
        /// In a place that takes it as it is.
        case taken
        /// In something that is no value of its kind any more: a comparison, a duration, a call.
        case lost
    }

    /// Functions whose result is the value of their first argument in another form.
    static let conversions: Set<String> = [
        "str", "int", "float", "round", "repr", "abs", "bytes", "hex", "bin", "oct", "format",
        "floor", "ceil", "trunc", "next", "hexlify", "b64encode", "urlsafe_b64encode",
        "standard_b64encode", "b32encode", "b16encode", "b85encode", "quote", "smart_str",
        "force_str", "force_text", "to_bytes", "text_type", "ensure_str", "unicode", "slugify",
        "hash", "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s",
        "sha3_256", "crc32", "adler32", "fromtimestamp", "utcfromtimestamp", "UUID", "Decimal",
        "base36", "base62", "int_to_base36", "base36encode", "b58encode", "Str", "cast",
    ]

    /// The outline in which the value stands.
    let outline: PythonOutline
    /// The tokens of the expression that has the value, without parentheses around it.
    private(set) var tokens: Range<Int>
    /// What is known of the value.
    var value: PythonValue

    /// The tokens of the expression with which digits were cut off first.
    private(set) var cutTokens: Range<Int>?

    /// Begins with an expression.
    init(_ outline: PythonOutline, _ tokens: Range<Int>, _ value: PythonValue) {
        self.outline = outline
        self.tokens = tokens
        self.value = value
    }

    /// The tokens of the expression with all parentheses around it.
    var enclosed: Range<Int> {
        var range = tokens
        while outline.isGrouping(at: range.lowerBound - 1),
            outline.partner(of: range.lowerBound - 1) == range.upperBound
        {
            range = range.lowerBound - 1..<range.upperBound + 1
        }
        return range
    }

    /// Goes as far as the value keeps its identity.
    mutating func follow(_ source: Span<UInt8>) -> End {
        // Longer ways are no code that somebody has written.
        for _ in 0..<64 {
            tokens = enclosed
            if value.isCut, cutTokens == nil { cutTokens = tokens }
            let next = tokens.upperBound
            if outline.isOp(.dot, at: next), outline.isName(at: next + 1) {
                guard stepToAttribute(source) else { return .lost }
            } else if outline.isOp(.leftBracket, at: next), let close = outline.partner(of: next) {
                guard subscripted(by: next + 1..<close, source) else { return .lost }
                tokens = tokens.lowerBound..<close + 1
            } else if outline.isOp(.leftParen, at: next) {
                return .lost
            } else if let end = stepOverOperator(source) {
                return end
            } else if tokens.upperBound == next {
                let open = tokens.lowerBound - 1
                if outline.isOp(.leftBrace, at: open), outline.isField(at: open) {
                    return outline.opening(around: open).map { .field($0) } ?? .lost
                }
                guard stepToConversion(source) else { return enclosing(open) ?? .taken }
            }
        }
        return .lost
    }

    /// Moves on to the expression at `range`, which still has the value.
    mutating func step(to range: Range<Int>) { tokens = range }

    /// Goes on to a conversion of which the expression is the first argument.
    private mutating func stepToConversion(_ source: Span<UInt8>) -> Bool {
        let open = tokens.lowerBound - 1
        if outline.isOp(.comma, at: open) { return stepToLookup(open, source) }
        guard outline.isOp(.leftParen, at: open), outline.isName(at: open - 1),
            let close = outline.partner(of: open),
            close == tokens.upperBound || outline.isOp(.comma, at: tokens.upperBound)
        else { return false }
        let name = source.text(in: outline.tokens[open - 1].range)
        guard Self.conversions.contains(name), !isTextMethod(open) else { return false }
        converted(by: name)
        tokens = outline.startOfPrimary(close + 1)..<close + 1
        return true
    }

    /// Goes on to a look-up of which the expression is the last argument, behind `comma`, and so
    /// stands in for what is not there.
    private mutating func stepToLookup(_ comma: Int, _ source: Span<UInt8>) -> Bool {
        guard let open = outline.opening(around: comma), outline.isOp(.leftParen, at: open),
            outline.partner(of: open) == tokens.upperBound, outline.isName(at: open - 1),
            ["get", "getattr", "pop"].contains(
                source.text(in: outline.tokens[open - 1].range, limit: 8)
            )
        else { return false }
        tokens = outline.startOfPrimary(tokens.upperBound + 1)..<tokens.upperBound + 1
        return true
    }

    /// Whether the parenthesis at `open` is that of a method of a text literal.
    private func isTextMethod(_ open: Int) -> Bool {
        guard outline.isOp(.dot, at: open - 2) else { return false }
        let kind = outline.tokens[max(0, open - 3)].kind
        return kind == .string || kind == .fstringEnd
    }

    private mutating func converted(by name: String) {
        switch name {
        case "int", "round", "float", "abs", "floor", "ceil", "trunc", "next": value.form = .number
        case "hash":
            value.ingredients.insert(.hash)
            value.form = .number
        case "fromtimestamp", "utcfromtimestamp":
            value.ingredients = .calendar
            value.form = .object
        case "str", "repr", "format", "Str", "smart_str", "force_str", "text_type":
            let isUUID = value.form == .object && value.ingredients == .uuid
            if isUUID || value.form == .number { value.form = .text(isUUID ? 36 : nil) }
        case "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s",
            "sha3_256", "crc32", "adler32":
            value.ingredients.insert(.hash)
            value.form = .object
        default: break
        }
    }

    /// The text that the list, tuple or arguments around the expression become.
    private func enclosing(_ before: Int) -> End? {
        // What a loop goes through, or a value is looked for in, is not handed on.
        if outline.isWord(.in, at: before) { return .lost }
        guard let open = outline.opening(around: tokens.lowerBound), open <= before else {
            return nil
        }
        if outline.isGrouping(at: open), outline.isOp(.percent, at: open - 1) {
            return endsText(open - 2) ? .percent(open - 1) : nil
        }
        var call = open
        let isList =
            outline.isOp(.leftBracket, at: open) && !outline.endsExpression(at: open - 1)
            || outline.isGrouping(at: open)
        if isList { call = open - 1 }
        guard outline.isOp(.leftParen, at: call), outline.isName(at: call - 1),
            outline.isOp(.dot, at: call - 2)
        else { return nil }
        let isJoin = outline.isWord(.join, at: call - 1)
        guard isJoin || !isList && outline.isWord(.format, at: call - 1) else { return nil }
        return endsText(call - 3) || isJoin ? .method(text: call - 3, open: open) : nil
    }

    /// Whether a text literal ends at `index`.
    func endsText(_ index: Int) -> Bool {
        guard index >= 0 else { return false }
        if outline.isOp(.rightParen, at: index), let open = outline.partner(of: index),
            outline.isGrouping(at: open)
        {
            return endsText(index - 1)
        }
        let kind = outline.tokens[index].kind
        return kind == .string || kind == .fstringEnd
    }
}

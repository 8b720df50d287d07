/// Places that depend on how an identifier looks.
extension ScriptAnalyzer {
    mutating func consume(
        _ operation: Consumption.Operation,
        _ tokens: Range<Int>,
        subject: String?,
        detail: String?,
        width: Int? = nil
    ) {
        analysis.consumptions.append(
            Consumption(
                range: outline.byteRange(tokens),
                operation: operation,
                subject: subject,
                detail: detail,
                width: width,
                function: function(around: tokens.lowerBound)
            )
        )
    }

    /// Looks at a member that takes text apart, such as `.split`, at `index`.
    mutating func readConsumingMember(_ index: Int, _ word: ScriptWord) {
        switch word {
        case .split, .slice, .substring, .substr, .charAt, .startsWith, .endsWith, .indexOf,
            .length, .match, .localeCompare:
            guard isIdentifier(endingAt: index - 2) else { return }
            readMethod(index, word)
        case .test, .exec: break
        case .sort, .orderBy, .sortBy: readOrder(index)
        case .mock, .doMock, .spyOn, .stub: readMock(index)
        case .uuid, .guid, .uuidv4, .uuidv7: readSchema(index)
        case .upperUUID, .upperString, .upperChar, .upperVarchar: readColumnType(index)
        case .isUUID: readValidator(index)
        default: break
        }
    }

    /// Whether the expression that ends at `last` is called as one identifier is.
    private mutating func isIdentifier(endingAt last: Int) -> Bool {
        var index = last
        if outline.op(at: index) == .exclamation { index -= 1 }
        if outline.kind(at: index) == .name || outline.kind(at: index) == .privateName {
            if outline.isWord(.length, at: index) { return false }
            return traits(at: index).contains(.identifier)
        }
        guard let name = naming.subject(endingAt: index) else { return false }
        return ScriptTraits(name).contains(.identifier)
    }

    private mutating func readMethod(_ index: Int, _ word: ScriptWord) {
        if word == .length { return readLengthCheck(index) }
        guard outline.op(at: index + 1) == .leftParen,
            let close = outline.partner(of: index + 1), let detail = detail(of: index, word, close)
        else { return }
        let start = outline.chainStart(endingAt: index - 2)
        let subject = naming.subject(endingAt: index - 2)
        switch word {
        case .split: consume(.split, start..<close + 1, subject: subject, detail: detail)
        case .startsWith, .endsWith:
            consume(.affix, start..<close + 1, subject: subject, detail: detail)
        case .indexOf:
            guard let end = endOfBeginningCheck(close) else { return }
            consume(.affix, start..<end, subject: subject, detail: detail)
        case .match: consume(.pattern, start..<close + 1, subject: subject, detail: detail)
        case .localeCompare: consume(.order, start..<close + 1, subject: subject, detail: detail)
        default: readSlice(start, close, subject, detail)
        }
    }

    /// Adds a slice; one that is compared with a text looks at the beginning or end.
    private mutating func readSlice(
        _ start: Int,
        _ close: Int,
        _ subject: String?,
        _ detail: String
    ) {
        let next = outline.op(at: close + 1)
        if next == .equality || next == .inequality, outline.kind(at: close + 2) == .string {
            let text = outline.text(at: close + 2)
            return consume(.affix, start..<close + 3, subject: subject, detail: text)
        }
        // One place alone tells nothing; a variable with a value is cut where that is made.
        guard detail.contains(":"), !holdsValue(start), !isLogged(start), !isElided(close) else {
            return
        }
        consume(.slice, start..<close + 1, subject: subject, detail: detail)
    }

    /// Whether the name at `index` is a variable that holds a generated value.
    private func holdsValue(_ index: Int) -> Bool {
        guard outline.kind(at: index) == .name,
            case .value = resolver.binding(of: outline.symbol(at: index))
        else { return false }
        return true
    }

    /// Whether dots follow, which tell a reader that something was left out.
    private func isElided(_ close: Int) -> Bool {
        var text = close + 1
        if outline.op(at: text) == .rightBrace || outline.op(at: text) == .plus { text += 1 }
        let range = outline.tokens[min(text, outline.end)].range
        let start = range.lowerBound + (outline.kind(at: text) == .string ? 1 : 0)
        let bytes = outline.bytes.span
        return bytes.stands("...", at: start) || bytes.stands("…", at: start)
            || bytes.stands("\\u2026", at: start)
    }

    /// What a call relies on; nil if that cannot be said or is nothing.
    private func detail(of index: Int, _ word: ScriptWord, _ close: Int) -> String? {
        let arguments = index + 2..<close
        guard let first = arguments.first else { return nil }
        switch word {
        case .split:
            guard outline.kind(at: first) == .string else { return nil }
            let text = outline.text(at: first)
            return Self.isSeparator(text) ? text : nil
        case .startsWith, .endsWith, .indexOf:
            guard outline.kind(at: first) == .string else { return nil }
            let text = outline.text(at: first)
            return Self.isPartOfName(text) ? text : nil
        case .match:
            guard outline.kind(at: first) == .regex else { return nil }
            return pattern(first)?.description
        case .localeCompare: return "localeCompare"
        case .charAt: return ScriptNumber.value(arguments, outline).map { "\($0)" }
        default: return slice(arguments, isLength: word == .substr)
        }
    }

    /// Whether identifiers are put together with `text`; commas and blanks separate lists of them.
    private static func isSeparator(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 8
            && !text.utf8.contains { [0x2c, 0x3b, 0x20, 0x5c, 0x7c, 0x26, 0x3d].contains($0) }
    }

    /// Whether `text` can be the beginning or end of an identifier, not of a URL or a path.
    private static func isPartOfName(_ text: String) -> Bool {
        !text.isEmpty && !text.utf8.contains { $0 == 0x20 || $0 == 0x5c || $0 == 0x2c }
            && !text.contains("://") && !text.hasPrefix("http") && !text.hasPrefix(".")
            && !text.hasPrefix("/")
    }

    /// The arguments of a slice in one spelling: `:8`, `4:`, `-4:`, `2:5`.
    private func slice(_ arguments: Range<Int>, isLength: Bool) -> String? {
        let (first, second) = ScriptNumber.pair(arguments, outline)
        guard let first, abs(first) <= 64, abs(second ?? 0) <= 64 else { return nil }
        let end = second.map { isLength ? first + $0 : $0 }
        if first == 0, end == nil { return nil }
        let hasSecond = arguments.contains { outline.op(at: $0) == .comma }
        if hasSecond, second == nil { return nil }
        return "\(first == 0 ? "" : "\(first)"):\(end.map { "\($0)" } ?? "")"
    }

    /// The token behind `=== 0`, if that is what follows.
    private func endOfBeginningCheck(_ close: Int) -> Int? {
        let op = outline.op(at: close + 1)
        guard op == .equality || op == .inequality,
            ScriptNumber.value(close + 2..<close + 3, outline) == 0
        else { return nil }
        return close + 3
    }

    /// Reads `id.length === 36`, on either side.
    private mutating func readLengthCheck(_ index: Int) {
        let start = outline.chainStart(endingAt: index)
        var tokens: Range<Int>?
        var number: Int?
        if Self.isComparison(outline.op(at: index + 1)), index + 2 < outline.end {
            number = ScriptNumber.value(index + 2..<index + 3, outline)
            tokens = start..<index + 3
        } else if start >= 2, Self.isComparison(outline.op(at: start - 1)) {
            number = ScriptNumber.value(start - 2..<start - 1, outline)
            tokens = start - 2..<index + 1
        }
        guard let tokens, let number, (4...255).contains(number) else { return }
        consume(
            .length,
            tokens,
            subject: naming.subject(endingAt: index - 2),
            detail: String(number),
            width: number
        )
    }

    /// Whether an operator compares.
    private static func isComparison(_ op: ScriptOperator) -> Bool {
        switch op {
        case .equality, .inequality, .less, .greater, .comparison: true
        default: false
        }
    }

    // Patterns

    /// The shape that a regular expression or a string asks for.
    private func pattern(_ index: Int) -> IdentifierPattern? {
        let range = outline.tokens[index].range
        guard range.count >= 9, range.count < 4000 else { return nil }
        return IdentifierPattern(of: outline.bytes.span.extracting(range))
    }

    /// Looks at a regular expression, a string or a piece of a template.
    mutating func readPattern(_ index: Int) {
        guard outline.tokens[index].range.count >= 9, let shape = pattern(index),
            !isSentence(index)
        else { return }
        // `id.match(/…/)` has been seen at its method.
        if outline.isWord(.match, at: index - 2), outline.op(at: index - 1) == .leftParen,
            isIdentifier(endingAt: index - 4)
        {
            return
        }
        let name = patternSubject(index) ?? naming.name(of: index)?.text
        let bytes = Array((name ?? "").utf8)
        if shape == .digits, !IdentifierPattern.isNamed(bytes.span) { return }
        let isIdentifier = IdentifierSpelling.isIdentifier(bytes.span)
        consume(
            .pattern,
            index..<index + 1,
            subject: isIdentifier ? name : nil,
            detail: shape.description
        )
    }

    /// Whether a text is written for people: words with blanks between them, on one line.
    private func isSentence(_ index: Int) -> Bool {
        guard outline.kind(at: index) != .regex else { return false }
        var blanks = 0
        for offset in outline.tokens[index].range where outline.bytes[offset] == 0x20 {
            blanks += 1
            if blanks >= 3 { return true }
        }
        return false
    }

    /// What a pattern is matched with: `/…/.test(id)`, `id.replace(/…/, …)`.
    private func patternSubject(_ index: Int) -> String? {
        if outline.op(at: index + 1) == .dot, outline.op(at: index + 3) == .leftParen,
            outline.isWord(.test, at: index + 2) || outline.isWord(.exec, at: index + 2),
            let close = outline.partner(of: index + 3)
        {
            return naming.subject(endingAt: close - 1)
        }
        guard outline.op(at: index - 1) == .leftParen, outline.op(at: index - 3).isAccess else {
            return nil
        }
        return naming.subject(endingAt: index - 4)
    }

    // Parsing

    /// Adds a call that parses its argument, which ends at `last`.
    mutating func addParse(_ tokens: Range<Int>, _ last: Int, _ symbol: String) {
        consume(.parse, tokens, subject: naming.subject(endingAt: last), detail: symbol)
    }

    /// Reads `validator.isUUID(x)`.
    private mutating func readValidator(_ index: Int) {
        guard outline.op(at: index + 1) == .leftParen,
            let close = outline.partner(of: index + 1), close > index + 2
        else { return }
        let start = outline.chainStart(endingAt: index)
        addParse(start..<close + 1, endOfFirstArgument(index + 1), "isUUID")
    }

    /// The last token of the first argument in the parentheses that open at `open`.
    func endOfFirstArgument(_ open: Int) -> Int {
        guard let close = outline.partner(of: open) else { return open }
        var index = open + 1
        let limit = min(close, open + 64)
        while index < limit, outline.op(at: index) != .comma {
            if outline.op(at: index).isOpening { index = outline.partner(of: index) ?? index }
            index += 1
        }
        return index - 1
    }
}

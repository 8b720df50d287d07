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
        var tokens = start..<close + 1
        let operation: Consumption.Operation
        switch word {
        case .split: operation = .split
        case .startsWith, .endsWith: operation = .affix
        case .indexOf:
            guard let end = endOfBeginningCheck(close) else { return }
            tokens = start..<end
            operation = .affix
        case .match: operation = .pattern
        case .localeCompare: operation = .order
        default:
            // A variable that has just been given a value is cut where it is made.
            if holdsValue(start), start == index - 2 { return }
            operation = .slice
        }
        consume(
            operation,
            tokens,
            subject: naming.subject(endingAt: index - 2),
            detail: detail
        )
    }

    /// Whether the name at `index` is a variable that holds a generated value.
    private func holdsValue(_ index: Int) -> Bool {
        guard outline.kind(at: index) == .name,
            case .value = resolver.binding(of: outline.symbol(at: index))
        else { return false }
        return true
    }

    /// What a call relies on; nil if that cannot be said or is nothing.
    private func detail(of index: Int, _ word: ScriptWord, _ close: Int) -> String? {
        let arguments = index + 2..<close
        guard let first = arguments.first else { return nil }
        switch word {
        case .split, .startsWith, .endsWith, .indexOf:
            guard outline.kind(at: first) == .string else { return nil }
            let text = outline.text(at: first)
            return text.isEmpty ? nil : text
        case .match:
            let isShape = outline.kind(at: first) == .regex && ScriptPattern.isShape(first, outline)
            return isShape ? outline.text(in: outline.tokens[first].range) : nil
        case .localeCompare: return "localeCompare"
        case .charAt: return ScriptNumber.value(arguments, outline).map { "\($0)" }
        default: return slice(arguments, isLength: word == .substr)
        }
    }

    /// The arguments of a slice in one spelling: `:8`, `4:`, `-4:`, `2:5`.
    private func slice(_ arguments: Range<Int>, isLength: Bool) -> String? {
        let (first, second) = ScriptNumber.pair(arguments, outline)
        guard let first else { return nil }
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
        let subject = naming.subject(endingAt: index - 2)
        if let minimum = Self.leastLength(outline.op(at: index + 1)),
            let number = ScriptNumber.value(index + 2..<min(index + 3, outline.end), outline),
            number >= minimum
        {
            consume(.length, start..<index + 3, subject: subject, detail: "\(number)")
        } else if start >= 2, let minimum = Self.leastLength(outline.op(at: start - 1)),
            let number = ScriptNumber.value(start - 2..<start - 1, outline), number >= minimum
        {
            consume(.length, start - 2..<index + 1, subject: subject, detail: "\(number)")
        }
    }

    /// From which number on a comparison is about the form, not about being empty.
    private static func leastLength(_ op: ScriptOperator) -> Int? {
        switch op {
        case .equality, .inequality: 1
        case .less, .greater, .comparison: 8
        default: nil
        }
    }

    // Patterns

    /// Looks at a regular expression, a string or a piece of a template.
    mutating func readPattern(_ index: Int) {
        guard ScriptPattern.isShape(index, outline) else { return }
        let isShapeOfUUID = ScriptPattern.isUUID(index, outline)
        let subject = patternSubject(index)
        let target = naming.name(of: index)?.text
        if !isShapeOfUUID {
            guard let name = subject ?? target, ScriptTraits(name).contains(.identifier) else {
                return
            }
        }
        // `id.match(/…/)` has been seen at its method.
        if outline.isWord(.match, at: index - 2), outline.op(at: index - 1) == .leftParen,
            isIdentifier(endingAt: index - 4)
        {
            return
        }
        consume(
            .pattern,
            index..<index + 1,
            subject: subject,
            detail: outline.text(in: outline.tokens[index].range)
        )
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

    // Order

    /// Reads `list.sort((a, b) => … a.id …)`, `sortBy(list, "id")` and `.orderBy("id")`.
    private mutating func readOrder(_ index: Int) {
        guard outline.op(at: index + 1) == .leftParen, let close = outline.partner(of: index + 1)
        else { return }
        for inner in index + 2..<min(close, index + 40) {
            let isMember =
                outline.kind(at: inner) == .name && outline.op(at: inner - 1).isAccess
                && outline.op(at: inner + 1) != .leftParen
            let isKey = outline.kind(at: inner) == .name && outline.op(at: inner + 1) == .colon
            let isText = outline.kind(at: inner) == .string
            guard isMember || isKey || isText else { continue }
            let name = outline.text(at: inner)
            let bare = name.hasPrefix("-") ? String(name.dropFirst()) : name
            guard ScriptTraits(bare).contains(.identifier) else { continue }
            let start = outline.chainStart(endingAt: index)
            return consume(
                .order,
                start..<close + 1,
                subject: bare,
                detail: outline.text(at: index)
            )
        }
    }

    // Tests

    /// Reads `jest.mock("uuid")`, `vi.spyOn(crypto, "randomUUID")`, `sinon.stub(uuid, "v4")`.
    private mutating func readMock(_ index: Int) {
        guard outline.op(at: index + 1) == .leftParen, let close = outline.partner(of: index + 1)
        else { return }
        let replaced: String?
        if outline.kind(at: index + 2) == .string {
            let module = outline.text(at: index + 2)
            replaced = ScriptMocks.modules.contains(module) ? module : nil
        } else {
            let last = endOfFirstArgument(index + 1)
            let member = outline.kind(at: last + 2) == .string ? outline.text(at: last + 2) : nil
            replaced = member.flatMap { member in
                guard ScriptMocks.members.contains(member) else { return nil }
                return naming.subject(endingAt: last).map { "\($0).\(member)" }
            }
        }
        guard let replaced else { return }
        let start = outline.chainStart(endingAt: index)
        consume(.mock, start..<close + 1, subject: nil, detail: replaced)
    }
}

/// What tests replace to know which identifiers they get.
private enum ScriptMocks {
    static let modules: Set<String> = [
        "uuid", "uuid/v4", "nanoid", "crypto", "node:crypto", "ulid", "cuid",
        "@paralleldrive/cuid2", "shortid", "uuidv4", "uuidv7",
    ]
    static let members: Set<String> = [
        "randomUUID", "v1", "v4", "v5", "v7", "nanoid", "ulid", "randomBytes", "getRandomValues",
        "cuid", "createId",
    ]
}

/// Finds what takes the value of an expression as it is.
///
/// Unlike the context of a reference, which holds for everything inside a statement, the value has
/// to reach its taker unchanged: through parentheses, `or`, a conditional expression, a list.
struct PythonDestination {
    /// What takes a value.
    struct Taker {
        /// Its name.
        var name: ValueName
        /// The token of the name, if it is a variable.
        var variable: Int?
    }

    /// Keywords that hand a default on to what their call is assigned to.
    private static let factories: Set<String> = [
        "default", "default_factory", "factory", "server_default", "insert_default", "side_effect",
        "return_value", "initial", "value",
    ]

    /// Functions that put their arguments into a text for people.
    private static let writers: Set<String> = [
        "format", "debug", "info", "warning", "warn", "error", "exception", "critical", "log",
        "print", "write", "len", "isinstance", "range", "sorted",
    ]
    /// Functions whose later arguments stand in for a value that is not there.
    private static let lookups: Set<String> = [
        "get", "getattr", "pop", "setdefault", "getenv", "coalesce",
    ]
    /// Functions that declare a field of a model or a column of a table.
    private static let fields: Set<String> = [
        "Column", "mapped_column", "Field", "field", "ib", "attrib", "PrivateAttr", "UUIDField",
        "CharField", "TextField", "SlugField", "StringField", "PrimaryKeyField", "PKField",
    ]

    let outline: PythonOutline
    private let target: PythonValueTarget

    init(_ outline: PythonOutline, _ target: PythonValueTarget) {
        self.outline = outline
        self.target = target
    }

    /// The tokens of an element of a list, or of a statement, up to an expression in it.
    private struct Element {
        /// The index of the element's first token.
        var start: Int
        /// The bracket around it, if there is one.
        var opener: Int?
        /// Whether another element stands before it.
        var isBehindComma = false
        /// The last equals sign before the expression.
        var equal: Int?
        /// The last assignment expression's sign before the expression.
        var walrus: Int?
        /// The first colon of the element.
        var colon: Int?
    }

    /// What takes the value of `range` in `scope`; nil if it is changed before, or has no name.
    func taker(of range: Range<Int>, scope: Int32, _ source: Span<UInt8>) -> Taker? {
        var range = range
        var isField = false
        // Deeper nesting is data, not code.
        for _ in 0..<16 {
            guard passesBefore(range.lowerBound - 1), passesBehind(range.upperBound) else {
                return nil
            }
            let element = element(before: range.lowerBound)
            if let walrus = element.walrus, outline.isName(at: walrus - 1) {
                return variable(walrus - 1, source)
            }
            guard let open = element.opener, let close = outline.partner(of: open) else {
                if outline.isOp(.comma, at: range.upperBound) { return nil }
                var taker = statement(element, scope, source)
                if isField { taker?.name.role = .column }
                return taker
            }
            if outline.isOp(.leftParen, at: open), outline.endsExpression(at: open - 1) {
                let call = outline.startOfPrimary(close + 1)..<close + 1
                switch argument(element, open, source) {
                case .taken(let taker): return taker
                case .outwards:
                    range = call
                    isField = isField || self.isField(open, source)
                case .lost: return nil
                }
            } else if outline.isOp(.leftBrace, at: open) {
                if outline.isField(at: open) { return nil }
                guard let colon = element.colon else {
                    range = open..<close + 1
                    continue
                }
                guard let key = target.content(colon - 1, source),
                    key != "id" || !isMarkup(open, source)
                else { return nil }
                return Taker(name: ValueName(key, .entry))
            } else if outline.isOp(.leftBracket, at: open), outline.endsExpression(at: open - 1) {
                return nil
            } else {
                // An element of a tuple is one of several values, not the value.
                let isTuple = outline.isOp(.leftParen, at: open)
                if isTuple, outline.isOp(.comma, at: range.upperBound) || element.isBehindComma {
                    return nil
                }
                range = open..<close + 1
            }
        }
        return nil
    }

    /// Whether a value may stand behind the token at `index` unchanged.
    private func passesBefore(_ index: Int) -> Bool {
        guard index >= 0 else { return true }
        let token = outline.tokens[index]
        switch token.op {
        case .equal, .colon, .comma, .leftParen, .leftBracket, .leftBrace, .colonEqual, .semicolon:
            return true
        case .none: break
        default: return false
        }
        if [.newline, .indent, .dedent].contains(token.kind) { return true }
        return [.or, .else, .return, .yield, .await, .lambda, .and].contains {
            outline.isWord($0, at: index)
        }
    }

    /// Whether a value may stand before the token at `index` unchanged.
    private func passesBehind(_ index: Int) -> Bool {
        let token = outline.tokens[index]
        switch token.op {
        case .comma, .rightParen, .rightBracket, .rightBrace, .semicolon: return true
        case .none: break
        default: return false
        }
        if [.newline, .endMarker, .dedent].contains(token.kind) { return true }
        return [.or, .if, .else, .for].contains { outline.isWord($0, at: index) }
    }

    /// Looks back from an expression to the beginning of its element.
    private func element(before start: Int) -> Element {
        var element = Element(start: start)
        var index = start - 1
        // An element with more tokens names nothing; looking at it from each site takes too long.
        while index >= 0, start - index < 512 {
            let token = outline.tokens[index]
            if token.op.isClosing || token.kind == .fstringEnd,
                let open = outline.partner(of: index)
            {
                index = open
            } else if token.op.isOpening {
                element.opener = index
                break
            } else if token.op == .comma || token.op == .semicolon {
                if token.op == .comma {
                    element.opener = outline.opening(around: index)
                    element.isBehindComma = true
                }
                break
            } else if [.newline, .indent, .dedent].contains(token.kind) {
                break
            } else if token.op == .equal, element.equal == nil {
                element.equal = index
            } else if token.op == .colonEqual, element.walrus == nil {
                element.walrus = index
            } else if token.op == .colon {
                element.colon = index
            }
            element.start = index
            index -= 1
        }
        return element
    }

    /// What an argument's value becomes.
    private enum Argument {
        case taken(Taker)
        case outwards
        case lost
    }

    private func argument(_ element: Element, _ open: Int, _ source: Span<UInt8>) -> Argument {
        let callee =
            outline.isName(at: open - 1) ? source.text(in: outline.tokens[open - 1].range) : nil
        // The names behind that of a class are its bases.
        if let callee, Self.writers.contains(callee) || outline.isWord(.class, at: open - 2) {
            return .lost
        }
        if let equal = element.equal, equal == element.start + 1 {
            let keyword = source.text(in: outline.tokens[element.start].range)
            if Self.factories.contains(keyword) { return .outwards }
            if keyword == "id", callee == "dict", isMarkup(open, source) { return .lost }
            if keyword == "name", makesTask(open, callee, source) { return .lost }
            // The parameters of a function have defaults as a call has keywords.
            let isParameter = outline.isWord(.def, at: open - 2)
            let role = isParameter ? ValueName.Role.parameter : .keyword
            return .taken(Taker(name: ValueName(keyword, role, callee: callee)))
        }
        guard let callee else { return .lost }
        if Self.lookups.contains(callee) { return stoodInFor(element, open, callee, source) }
        if PythonValueFlow.conversions.contains(callee), !element.isBehindComma { return .outwards }
        if outline.isWord(.def, at: open - 2), outline.isName(at: element.start) {
            let name = source.text(in: outline.tokens[element.start].range)
            return .taken(Taker(name: ValueName(name, .parameter, callee: callee)))
        }
        if callee == "append" || callee == "add", outline.isName(at: open - 3) {
            let name = source.text(in: outline.tokens[open - 3].range)
            return .taken(Taker(name: ValueName(name, .attribute)))
        }
        return .taken(Taker(name: ValueName(callee, .argument, callee: callee)))
    }

    /// What takes the value that stands in for one that is looked up and not there.
    private func stoodInFor(
        _ element: Element,
        _ open: Int,
        _ callee: String,
        _ source: Span<UInt8>
    ) -> Argument {
        guard element.isBehindComma else { return .lost }
        guard callee == "setdefault", let key = target.content(open + 1, source) else {
            return .outwards
        }
        return .taken(Taker(name: ValueName(key, .entry)))
    }

    private func isField(_ open: Int, _ source: Span<UInt8>) -> Bool {
        Self.fields.contains(source.text(in: outline.tokens[open - 1].range))
    }

    private func statement(
        _ element: Element,
        _ scope: Int32,
        _ source: Span<UInt8>
    ) -> Taker? {
        if outline.isWord(.return, at: element.start) || outline.isWord(.yield, at: element.start) {
            if element.isBehindComma { return nil }
            return target.functionName(around: Int(scope), source).map {
                Taker(name: ValueName($0, .result))
            }
        }
        guard let equal = element.equal, !element.isBehindComma else { return nil }
        var start = element.start
        var end = equal
        if let colon = element.colon, colon < equal {
            let isSuite =
                outline.isWord(.if, at: start) || outline.isWord(.else, at: start)
                || outline.isWord(.for, at: start) || outline.isWord(.with, at: start)
            if isSuite { start = colon + 1 } else { end = colon }
        }
        guard start < end else { return nil }
        if end == start + 1, outline.isName(at: start) { return variable(start, source) }
        guard let name = target.target(start..<end, source),
            name != "id" || !endsInMarkup(end, source)
        else { return nil }
        return Taker(name: ValueName(name, .attribute))
    }

    private func variable(_ token: Int, _ source: Span<UInt8>) -> Taker {
        let name = source.text(in: outline.tokens[token].range)
        return Taker(name: ValueName(name, .variable), variable: token)
    }
}

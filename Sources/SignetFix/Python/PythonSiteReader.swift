import SignetScan

/// Finds the expression that a finding is about, as far out as the fix has to replace it.
struct PythonSiteReader {
    let source: PythonSource

    private var outline: PythonOutline { source.outline }
    private var analysis: SourceAnalysis { source.analysis }

    /// The expression of a finding that begins at the byte `offset`.
    ///
    /// - Throws: Why it is left to a person.
    func site(_ finding: Finding, at offset: Int) throws(FixRefusal) -> PythonSite {
        guard let token = outline.token(at: offset) else {
            throw FixRefusal("the place is not in the code any more")
        }
        let site =
            switch finding.rule {
            case "raw-uuid", "database-default": try generation(at: token, offset)
            case "truncated-uuid": try cut(at: token, offset)
            case "home-made-id": try composition(at: token, offset)
            default:
                throw FixRefusal(
                    "\(finding.symbol) makes values of a format of its own, on which others may rely"
                )
            }
        try requireAlone(site.tokens)
        try requireKept(site.tokens)
        try requireNoComment(in: site.tokens)
        return site
    }

    // MARK: A call of, or a reference to, a generator

    private func generation(at token: Int, _ offset: Int) throws(FixRefusal) -> PythonSite {
        guard let fact = analysis.generations.first(where: { $0.range.lowerBound == offset })
        else { throw FixRefusal("the place is not in the code any more") }
        try requireVersion4(fact.symbol)
        var expression = PythonExpression(outline, name: token)
        try step(&expression, to: fact.range.upperBound)
        var value = PythonSite.Value.object
        if fact.shape == "reference" {
            value = .reference
        } else if expression.stepToOnlyArgument(of: .str) {
            value = .text
        } else if let name = expression.stepToAttribute() {
            let isCalled = outline.isOp(.leftParen, at: name + 1)
            guard outline.isWord(.hex, at: name), !isCalled else {
                throw FixRefusal("what is taken from the UUID differs between its versions")
            }
            value = .hex
        } else if let whole = fieldAlone(expression.enclosed) {
            return try named(fact.taker, PythonSite.Value.text, whole, root: token)
        }
        let name = value == .reference ? fact.name : fact.taker
        return try named(name, value, expression.tokens, root: token)
    }

    private func named(
        _ name: ValueName?,
        _ value: PythonSite.Value,
        _ tokens: Range<Int>,
        root: Int
    ) throws(FixRefusal) -> PythonSite {
        guard let name else {
            throw FixRefusal(
                "nothing says what it names",
                remedy: "give the value to a name that ends in _id and says of what"
            )
        }
        let scope = source.reference(at: root).map { Int($0.scope) }
        return PythonSite(tokens: tokens, value: value, name: name, root: root, scope: scope)
    }

    /// Steps from the generator's first name to the end of its call.
    private func step(_ expression: inout PythonExpression, to end: Int) throws(FixRefusal) {
        while Int(outline.tokens[expression.tokens.upperBound - 1].end) < end {
            if expression.stepToAttribute() != nil { continue }
            guard expression.stepToCall() else {
                throw FixRefusal("the call is written in a way that is not followed")
            }
            let close = expression.tokens.upperBound - 1
            guard outline.partner(of: close) == close - 1 else {
                throw FixRefusal("the generator is called with arguments")
            }
        }
    }

    private func requireVersion4(_ symbol: String) throws(FixRefusal) {
        if symbol == "uuid.uuid4" { return }
        switch symbol {
        case "uuid.uuid3", "uuid.uuid5":
            throw FixRefusal("the value stands for what it is computed from, and stays the same")
        case "uuid.uuid1", "uuid.uuid6":
            throw FixRefusal("time and node may be read from the value")
        case let name where !name.contains("."):
            throw FixRefusal("\(name) of the project makes it, and is the place to change")
        default: throw FixRefusal("\(symbol) makes values of a type of its own")
        }
    }

    /// The f-string that holds nothing but `range`, as `f"{uuid4()}"` does.
    private func fieldAlone(_ range: Range<Int>) -> Range<Int>? {
        let (open, close) = (range.lowerBound - 1, range.upperBound)
        guard open > 0, outline.isOp(.leftBrace, at: open), outline.isField(at: open),
            outline.partner(of: open) == close, outline.tokens[open - 1].kind == .fstringStart,
            outline.partner(of: open - 1) == close + 1
        else { return nil }
        return open - 1..<close + 2
    }

    // MARK: A value of which digits are cut off

    private func cut(at token: Int, _ offset: Int) throws(FixRefusal) -> PythonSite {
        guard let fact = analysis.cuts.first(where: { $0.range.lowerBound == offset }) else {
            throw FixRefusal("the place is not in the code any more")
        }
        try requireVersion4(fact.symbol)
        let end = outline.token(at: fact.range.upperBound - 1).map { $0 + 1 } ?? token + 1
        guard let root = root(in: token..<end) else {
            throw FixRefusal("the value is made elsewhere and only cut here")
        }
        try requireText(token..<end, root: root)
        return try named(fact.name, .other, token..<end, root: root)
    }

    /// Refuses what is cut out of a UUID as a number or as bytes.
    private func requireText(_ tokens: Range<Int>, root: Int) throws(FixRefusal) {
        let texts = ["str", "hex", "split", "replace", "lower", "upper"]
        let isText = tokens.allSatisfy { index in
            guard outline.isName(at: index), index != root else { return true }
            let name = source.text(at: index)
            return texts.contains(name) || name.hasPrefix("uuid")
        }
        let isPiece = outline.isOp(.rightBracket, at: tokens.upperBound - 1)
        let isCounted = outline.callee(around: tokens.lowerBound).map { callee in
            ["int", "float", "fromhex"].contains(source.text(at: callee))
        }
        guard isText, isPiece, isCounted != true else {
            throw FixRefusal("the value may be used as a number")
        }
    }

    /// The first name of the first generator in `tokens`.
    private func root(in tokens: Range<Int>) -> Int? {
        let bytes = source.bytes(of: tokens)
        return analysis.generations.first { bytes.contains($0.range.lowerBound) }
            .flatMap { outline.token(at: $0.range.lowerBound) }
    }

    // MARK: A text that is put together

    private func composition(at token: Int, _ offset: Int) throws(FixRefusal) -> PythonSite {
        guard let fact = analysis.compositions.first(where: { $0.range.lowerBound == offset }),
            let last = outline.token(at: fact.range.upperBound - 1), let name = fact.name
        else { throw FixRefusal("the place is not in the code any more") }
        let fixed: Ingredients = [.hash, .length, .counter, .address]
        guard fact.ingredients.isDisjoint(with: fixed) else {
            throw FixRefusal("the value may be meant to follow from what it is computed from")
        }
        guard !fact.ingredients.isDisjoint(with: [.uuid, .random, .time]) else {
            throw FixRefusal("the value may be meant to stay the same")
        }
        guard fact.form != .bare else {
            throw FixRefusal("the value may be used as a number or a time")
        }
        let tokens = token..<last + 1
        let reader = PythonTextParts(source, tokens)
        guard let parts = reader.parts else {
            throw FixRefusal("the text also holds what an identifier has no place for")
        }
        guard let root = root(in: tokens) else {
            throw FixRefusal("its parts are made elsewhere")
        }
        let tellsItself = tokens.contains {
            outline.isOp(.equal, at: $0) && outline.isOp(.rightBrace, at: $0 + 1)
        }
        guard !tellsItself else { throw FixRefusal("the text also holds how it is made") }
        if isWhole(root, in: tokens) { return try named(name, .text, tokens, root: root) }
        var site = try named(name, .other, tokens, root: root)
        site.parts = parts
        site.literals = PythonTextParts.literals(of: fact.template)
        return site
    }

    /// Whether a text holds nothing but the UUID that is made at `root`, whole.
    private func isWhole(_ root: Int, in tokens: Range<Int>) -> Bool {
        let start = Int(outline.tokens[root].start)
        guard let fact = analysis.generations.first(where: { $0.range.lowerBound == start }),
            fact.symbol == "uuid.uuid4"
        else { return false }
        var expression = PythonExpression(outline, name: root)
        do throws(FixRefusal) {
            try step(&expression, to: fact.range.upperBound)
        } catch {
            return false
        }
        _ = expression.stepToOnlyArgument(of: .str)
        return fieldAlone(expression.enclosed) == tokens
    }

    // MARK: What stands around

    /// Refuses what is part of a larger expression, in which more than the type may matter.
    private func requireAlone(_ tokens: Range<Int>) throws(FixRefusal) {
        var range = tokens
        while outline.isGrouping(at: range.lowerBound - 1),
            outline.partner(of: range.lowerBound - 1) == range.upperBound
        {
            range = range.lowerBound - 1..<range.upperBound + 1
        }
        guard begins(at: range.lowerBound), ends(at: range.upperBound) else {
            throw FixRefusal("the value is part of a larger expression")
        }
    }

    /// Refuses what only a hash is made of: what is named is the hash.
    private func requireKept(_ tokens: Range<Int>) throws(FixRefusal) {
        guard let callee = outline.callee(around: tokens.lowerBound) else { return }
        let name = source.text(at: callee)
        let hashes = ["md5", "sha", "blake2", "hash", "xxh", "crc32", "hexdigest"]
        guard !hashes.contains(where: name.lowercased().hasPrefix) else {
            throw FixRefusal("only a hash is made of it")
        }
    }

    private func begins(at index: Int) -> Bool {
        guard index > 0 else { return true }
        let token = outline.tokens[index - 1]
        switch token.op {
        case .equal, .comma, .leftParen, .colonEqual, .semicolon: return true
        case .colon: return outline.opening(around: index - 1).map { !isSubscript($0) } ?? true
        case .leftBracket, .leftBrace: return !isSubscript(index - 1)
        case .none: break
        default: return false
        }
        if [.newline, .indent, .dedent].contains(token.kind) { return true }
        return [.or, .else, .return, .yield, .lambda].contains { outline.isWord($0, at: index - 1) }
    }

    private func isSubscript(_ open: Int) -> Bool {
        outline.isField(at: open)
            || outline.isOp(.leftBracket, at: open) && outline.endsExpression(at: open - 1)
    }

    private func ends(at index: Int) -> Bool {
        let token = outline.tokens[index]
        switch token.op {
        case .comma, .rightParen, .rightBracket, .rightBrace, .semicolon: return true
        case .none: break
        default: return false
        }
        if [.newline, .endMarker, .dedent].contains(token.kind) { return true }
        return [.if, .else, .for].contains { outline.isWord($0, at: index) }
    }

    /// Refuses what has a comment inside, which would be lost.
    private func requireNoComment(in tokens: Range<Int>) throws(FixRefusal) {
        for index in tokens.dropFirst() {
            let gap = Int(outline.tokens[index - 1].end)..<Int(outline.tokens[index].start)
            guard gap.isEmpty || !source.text[gap].contains(0x23) else {
                throw FixRefusal("a comment stands inside the expression")
            }
        }
    }
}

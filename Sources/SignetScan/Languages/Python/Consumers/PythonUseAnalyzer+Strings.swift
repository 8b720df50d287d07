extension PythonUseAnalyzer {
    /// Looks at the text literal at `index`.
    @inline(__always)
    mutating func string(_ index: Int, _ source: Span<UInt8>) {
        let range = outline.tokens[index].range
        if range.count > 20 {
            if facts.contains(.consumers) { statement(ofSQL: index, source) }
        } else if index > 1 {
            short(index, source)
        }
    }

    private mutating func short(_ index: Int, _ source: Span<UInt8>) {
        let before = outline.tokens[index - 1]
        switch before.op {
        case .equal, .comma, .colon:
            if facts.contains(.consumers) { schema(index, before.op, source) }
        case .none where before.kind == .name:
            guard outline.isWord(.or, at: index - 1) || outline.isWord(.else, at: index - 1) else {
                return
            }
        default: return
        }
        if facts.contains(.isolation) { placeholder(index, source) }
    }

    /// Reads `"format": "uuid"` and `format="uuid"`.
    private mutating func schema(
        _ index: Int,
        _ op: PythonOperator,
        _ source: Span<UInt8>
    ) {
        let range = outline.tokens[index].range
        guard range.count == 6 || range.count == 7,
            source.extracting(range).stands("uuid", at: 1), op != .comma
        else { return }
        if op == .equal {
            guard outline.isWord(.format, at: index - 2) else { return }
            add(.schema, index - 2..<index + 1, subject: nil, detail: "uuid", source)
        } else if let key = outline.content(ofString: index - 2, source),
            source.extracting(key).equals("format")
        {
            let name = property(around: index, source)
            add(.schema, index - 2..<index + 1, subject: name, detail: "uuid", source)
        }
    }

    /// The property whose schema holds the token at `index`: the key of the braces around it.
    private func property(around index: Int, _ source: Span<UInt8>) -> String? {
        guard let open = outline.opening(around: index), outline.isOp(.colon, at: open - 1),
            let key = outline.content(ofString: open - 2, source)
        else { return nil }
        return decoded(key, source)
    }

    /// A text with a route or pattern of a UUID in it.
    mutating func marked(_ index: Int, _ source: Span<UInt8>) {
        let range = outline.tokens[index].range
        if outline.tokens[index].kind == .string {
            // Documentation only speaks of what it describes.
            if outline.startsStatement(index) { return }
            if route(index, range, source) { return }
        }
        guard !isSentence(index, source),
            let shape = IdentifierPattern(of: source.extracting(range))
        else { return }
        var subject: String?
        if let target = patternTarget(index) {
            let name = source.extracting(outline.tokens[target].range)
            let isNamed = IdentifierPattern.isNamed(name)
            if shape == .digits, !isNamed { return }
            if IdentifierSpelling.isIdentifier(name) { subject = text(target, source) }
        } else if shape == .digits {
            return
        }
        add(.pattern, index..<index + 1, subject: subject, detail: "\(shape)", source)
    }

    /// Whether the text is written for people: words with blanks between them, on one line.
    private func isSentence(_ index: Int, _ source: Span<UInt8>) -> Bool {
        guard let content = outline.anyContent(ofString: index, source) else { return false }
        var blanks = 0
        for offset in content {
            if source[offset] == 0x0a { return false }
            if source[offset] == 0x20 { blanks += 1 }
        }
        return blanks >= 3
    }

    /// What a pattern is given to, directly or through `re.compile`, or what is matched with it.
    private func patternTarget(_ index: Int) -> Int? {
        var start = index
        for _ in 0..<4 {
            if outline.isOp(.equal, at: start - 1) { return outline.target(before: start - 1) }
            guard let callee = outline.callee(around: start) else { break }
            start = outline.startOfChain(callee)
        }
        guard let callee = outline.callee(around: index),
            let close = outline.partner(of: callee + 1)
        else { return nil }
        // `assertRegex(run_id, pattern)`
        if outline.isOp(.comma, at: index - 1) { return lastName(before: index - 1) }
        let last = outline.isOp(.comma, at: close - 1) ? close - 2 : close - 1
        return outline.isName(at: last) ? last : nil
    }

    /// The last name of the expression that ends before `comma`, calls such as `str` left out.
    private func lastName(before comma: Int) -> Int? {
        var index = comma - 1
        while outline.isOp(.rightParen, at: index) { index -= 1 }
        return outline.isName(at: index) ? index : nil
    }

    /// `<uuid:pk>`, `{id:uuid}`; whether there is one.
    private mutating func route(
        _ index: Int,
        _ range: Range<Int>,
        _ source: Span<UInt8>
    ) -> Bool {
        if let mark = source.firstOffset(of: "<uuid:", in: range) {
            var end = mark + 6
            while end < range.upperBound, PythonByteClass.isIdentifier(source[end]) { end += 1 }
            addRoute(index, name: mark + 6..<end, "<uuid:", source)
            return true
        }
        if let mark = source.firstOffset(of: ":uuid}", in: range) {
            var start = mark
            while start > range.lowerBound, PythonByteClass.isIdentifier(source[start - 1]) {
                start -= 1
            }
            guard start < mark, source[start - 1] == 0x7b else { return false }
            addRoute(index, name: start..<mark, ":uuid}", source)
            return true
        }
        return false
    }

    private mutating func addRoute(
        _ index: Int,
        name: Range<Int>,
        _ detail: String,
        _ source: Span<UInt8>
    ) {
        add(
            .route,
            index..<index + 1,
            subject: name.isEmpty ? nil : decoded(name, source),
            detail: detail,
            source
        )
    }
}

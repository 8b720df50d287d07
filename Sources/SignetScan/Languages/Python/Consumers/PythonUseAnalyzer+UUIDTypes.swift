extension PythonUseAnalyzer {
    /// A type of UUIDs at `index`: called, in an annotation, or in a column.
    mutating func uuidType(_ index: Int, _ source: Span<UInt8>) {
        if isImported(index) || outline.isOp(.dot, at: index + 1) { return }
        let start = outline.startOfChain(index)
        guard outline.isName(at: start), !outline.isWord(.class, at: start - 1) else { return }
        if let column = column(around: start, source) {
            return add(column, type: start..<index + 1, source)
        }
        if let close = call(at: index + 1) {
            parse(start..<close + 1, arguments: index + 2..<close, source)
        } else if let name = annotated(start..<index + 1) {
            add(
                .annotation,
                start..<index + 1,
                subject: name.map { text($0, source) },
                detail: decoded(
                    Int(outline.tokens[start].start)..<Int(outline.tokens[index].end),
                    source
                ),
                source
            )
        }
    }

    /// `uuid.UUID(x)`, but not of a literal and not of fresh or hashed bytes.
    private mutating func parse(
        _ tokens: Range<Int>,
        arguments: Range<Int>,
        _ source: Span<UInt8>
    ) {
        guard let first = arguments.first, outline.tokens[first].kind != .string,
            outline.tokens[first].kind != .number, !outline.isOp(.star, at: first),
            !outline.isOp(.doubleStar, at: first)
        else { return }
        var value = first
        if outline.isOp(.equal, at: first + 1) {
            // Of the keywords only `hex` takes the text; `as_uuid` is that of a column.
            guard outline.isWord(.hex, at: first) else { return }
            value = first + 2
        }
        guard value < arguments.upperBound, !isConstant(value..<arguments.upperBound, source) else {
            return
        }
        var subject: String?
        for token in value..<arguments.upperBound where outline.isName(at: token) {
            let text = source.extracting(outline.tokens[token].range)
            if role(at: token, source) == .generator || makesBytes(text) { return }
            if IdentifierSpelling.isIdentifier(text) { subject = self.text(token, source) }
        }
        add(.parse, tokens, subject: subject, detail: nil, source)
    }

    /// Whether the argument is a name in capitals: a literal that stands elsewhere.
    private func isConstant(_ range: Range<Int>, _ source: Span<UInt8>) -> Bool {
        guard range.count == 1 else { return false }
        for offset in outline.tokens[range.lowerBound].range where source[offset] &- 0x61 < 26 {
            return false
        }
        return true
    }

    private func makesBytes(_ name: Span<UInt8>) -> Bool {
        name.equals("md5") || name.equals("sha1") || name.equals("sha256")
            || name.equals("hexdigest") || name.equals("urandom") || name.equals("blake2b")
            || name.equals("digest") || name.equals("hashlib")
    }

    /// Whether a name at `index` is being imported.
    func isImported(_ index: Int) -> Bool {
        let isFirst = outline.isWord(.import, at: index - 1)
        if isFirst { return true }
        guard outline.isOp(.comma, at: index - 1) || outline.isOp(.leftParen, at: index - 1) else {
            return false
        }
        var current = index - 1
        var steps = 0
        while current > 0, steps < 512 {
            if outline.isWord(.import, at: current) { return true }
            let token = outline.tokens[current]
            guard
                token.op == .comma || token.op == .leftParen || token.op == .dot
                    || outline.isName(at: current) || outline.isWord(.as, at: current)
            else { return false }
            current -= 1
            steps += 1
        }
        return false
    }

    /// What is declared to be of the type at `range`.
    ///
    /// - Returns: `nil` if it is no annotation; a name's token, or `nil` inside for a result.
    private func annotated(_ range: Range<Int>) -> Int?? {
        var start = range.lowerBound
        for _ in 0..<8 {
            while outline.isOp(.bar, at: start - 1) || outline.isOp(.comma, at: start - 1) {
                guard let outer = startOfOperand(start - 1) else { return nil }
                start = outer
            }
            guard outline.isOp(.leftBracket, at: start - 1), outline.isName(at: start - 2) else {
                break
            }
            start = outline.startOfChain(start - 2)
        }
        if outline.isOp(.arrow, at: start - 1) { return .some(nil) }
        guard outline.isOp(.colon, at: start - 1), outline.isName(at: start - 2) else { return nil }
        let name = start - 2
        if outline.startsStatement(outline.startOfChain(name)) { return name }
        guard let open = outline.opening(around: name), outline.isOp(.leftParen, at: open),
            outline.isName(at: open - 1) || outline.isOp(.rightBracket, at: open - 1),
            outline.isWord(.def, at: open - 2) || outline.isOp(.rightBracket, at: open - 1)
        else { return nil }
        return name
    }

    /// The start of what stands before the `|` or, within brackets, the comma at `index`.
    private func startOfOperand(_ index: Int) -> Int? {
        if outline.isOp(.comma, at: index) {
            guard let open = outline.opening(around: index), outline.isOp(.leftBracket, at: open)
            else { return nil }
            return open + 1
        }
        var last = index - 1
        if outline.isOp(.rightBracket, at: last), let open = outline.partner(of: last) {
            last = open - 1
        }
        guard last >= 0 else { return nil }
        let kind = outline.tokens[last].kind
        guard kind == .name || kind == .string else { return nil }
        return outline.startOfChain(last)
    }
}

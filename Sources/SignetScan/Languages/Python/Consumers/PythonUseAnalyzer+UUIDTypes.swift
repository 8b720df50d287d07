extension PythonUseAnalyzer {
    /// A type of UUIDs at `index`: called, in an annotation, or in a column.
    mutating func uuidType(_ index: Int, _ source: Span<UInt8>) {
        if importToken != nil {
            _ = markAlias(of: index, as: .uuidType)
            return
        }
        if outline.isOp(.dot, at: index + 1) { return }
        let start = outline.startOfChain(index)
        guard outline.isName(at: start), !isDefined(start) else { return }
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
        // A name in capitals is that of a literal.
        let isOnly = value == arguments.upperBound - 1
        guard value < arguments.upperBound, !(isOnly && isConstant(value, source)) else { return }
        var subject: String?
        for token in value..<min(arguments.upperBound, value + 64) {
            if let key = outline.content(ofString: token, source) {
                let isNamed = IdentifierSpelling.isIdentifier(source.extracting(key))
                if isNamed { subject = decoded(key, source) }
            }
            guard outline.isName(at: token) else { continue }
            let text = source.extracting(outline.tokens[token].range)
            if role(at: token, source) == .generator || makesBytes(text) { return }
            if IdentifierSpelling.isIdentifier(text) { subject = self.text(token, source) }
        }
        add(.parse, tokens, subject: subject, detail: version(in: arguments, source), source)
    }

    /// The version to which a call such as `UUID(x, version=4)` sets what it reads.
    private func version(in arguments: Range<Int>, _ source: Span<UInt8>) -> String? {
        arguments.first { index in
            outline.isOp(.equal, at: index + 1)
                && source.extracting(outline.tokens[index].range).equals("version")
        }
        .flatMap { outline.number($0 + 2, source) }
        .map { "parse, version=\($0)" }
    }

    private func makesBytes(_ name: Span<UInt8>) -> Bool {
        name.equals("md5") || name.equals("sha1") || name.equals("sha256")
            || name.equals("hexdigest") || name.equals("urandom") || name.equals("blake2b")
            || name.equals("digest") || name.equals("hashlib")
    }

    /// Whether the name at `index` is that of a class or function whose header it stands in.
    func isDefined(_ index: Int) -> Bool {
        outline.isWord(.class, at: index - 1) || outline.isWord(.def, at: index - 1)
    }

    /// What is declared to be of the type at `range`.
    ///
    /// - Returns: `nil` if it is no annotation; a name's token, or `nil` inside for a result.
    private func annotated(_ range: Range<Int>) -> Int?? {
        var start = range.lowerBound
        for _ in 0..<8 {
            var operands = 0
            while outline.isOp(.bar, at: start - 1) || outline.isOp(.comma, at: start - 1) {
                operands += 1
                guard operands < 64, let outer = startOfOperand(start - 1) else { return nil }
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

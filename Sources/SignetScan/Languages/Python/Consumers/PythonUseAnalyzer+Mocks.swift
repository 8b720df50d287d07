extension PythonUseAnalyzer {
    /// Reads `patch("app.uuid4")`, `patch.object(uuid, "uuid4")` and the like.
    mutating func mock(_ index: Int, _ source: Span<UInt8>) {
        var open = index + 1
        if outline.isOp(.dot, at: open), outline.isName(at: open + 1),
            source.extracting(outline.tokens[open + 1].range).equals("object")
        {
            open += 2
        }
        guard let close = call(at: open), close > open + 1 else { return }
        let isPlain = outline.startOfChain(index) == index
        let isSetter = source.extracting(outline.tokens[index].range).equals("setattr")
        // The built-in `setattr` mostly fills a record.
        if isPlain, isSetter { return }
        let second = secondArgument(open, close)
        for argument in [open + 1, second] {
            guard let argument, let content = outline.content(ofString: argument, source),
                let name = generator(atEndOf: content, source)
            else { continue }
            let target = argument == second ? chain(open + 1..<argument - 1, source) + "." : ""
            add(
                .mock,
                outline.startOfChain(index)..<close + 1,
                subject: decoded(name, source),
                detail: target + decoded(content, source),
                source
            )
            return
        }
    }

    /// The second argument if the first is a dotted name.
    private func secondArgument(_ open: Int, _ close: Int) -> Int? {
        var index = open + 1
        while index < close, outline.isName(at: index) || outline.isOp(.dot, at: index) {
            index += 1
        }
        return index > open + 1 && outline.isOp(.comma, at: index) ? index + 1 : nil
    }

    /// The text of a dotted name, a module's own one for its alias.
    private mutating func chain(_ tokens: Range<Int>, _ source: Span<UInt8>) -> String {
        guard let first = tokens.first else { return "" }
        let root = text(alias(of: first) ?? first, source)
        return root + tokens.dropFirst().map { text($0, source) }.joined()
    }

    /// The last name of a dotted path if it is that of something that makes identifiers.
    private func generator(atEndOf content: Range<Int>, _ source: Span<UInt8>) -> Range<Int>? {
        var start = content.upperBound
        while start > content.lowerBound, PythonByteClass.isIdentifier(source[start - 1]) {
            start -= 1
        }
        let name = source.extracting(start..<content.upperBound)
        let isUUID =
            name.stands("uuid", at: 0)
            && (name.count == 4 || name.count == 5 && PythonByteClass.isDigit(name[4]))
        let isPath = start > content.lowerBound && source[start - 1] == 0x2e
        guard isUUID && (isPath || name.count == 5) || IdentifierSpelling.isMinterFunction(name)
        else { return nil }
        return start..<content.upperBound
    }

    /// Reads `uuid.uuid4 = fake`.
    mutating func replaced(_ index: Int, _ source: Span<UInt8>) {
        let start = outline.startOfChain(index)
        guard start < index, outline.isOp(.equal, at: index + 1), outline.startsStatement(start)
        else { return }
        add(
            .mock,
            start..<index + 1,
            subject: text(index, source),
            detail: chain(start..<index + 1, source),
            source
        )
    }
}

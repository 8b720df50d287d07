extension PythonUseAnalyzer {
    /// Reads `sorted(runs, key=lambda run: run.id)` and `query.order_by(Run.id)`.
    mutating func order(_ index: Int, _ source: Span<UInt8>) {
        guard let close = call(at: index + 1), close > index + 2 else { return }
        let isQuery = source.extracting(outline.tokens[index].range).equals("order_by")
        var element = index + 2
        var count = 0
        while element < close, count < 16 {
            var end = element
            while end < close, outline.tokens[end].op != .comma { end = outline.behind(end) }
            if isQuery {
                // What stands behind another key only settles ties.
                return sorted(by: element..<end, source)
            }
            if outline.isOp(.equal, at: element + 1),
                source.extracting(outline.tokens[element].range).equals("key")
            {
                sortKey(element + 2..<end, source)
            }
            element = end + 1
            count += 1
        }
    }

    /// Reads `Run.id`, `Run.id.desc()`, `desc(Run.id)` and `"-id"`.
    private mutating func sorted(by range: Range<Int>, _ source: Span<UInt8>) {
        guard let first = range.first else { return }
        if range.count == 1, var content = outline.content(ofString: first, source) {
            if let sign = content.first, source[sign] == 0x2d { content = content.dropFirst() }
            addOrder(by: content, range, source)
            return
        }
        var name: Int?
        var index = first
        while index < range.upperBound, index < first + 8 {
            if outline.isName(at: index) {
                if role(at: index, source) == .identifier { name = index }
            } else if outline.tokens[index].op != .dot, !outline.tokens[index].op.isOpening,
                !outline.tokens[index].op.isClosing
            {
                return
            }
            index += 1
        }
        if let name { addOrder(by: outline.tokens[name].range, range, source) }
    }

    private mutating func addOrder(
        by name: Range<Int>,
        _ range: Range<Int>,
        _ source: Span<UInt8>
    ) {
        guard IdentifierSpelling.isIdentifier(source.extracting(name)) else { return }
        add(.order, range, subject: decoded(name, source), detail: "order_by", source)
    }

    /// Reads `lambda run: run.id`, `lambda run: run["id"]` and `attrgetter("id")`.
    private mutating func sortKey(_ range: Range<Int>, _ source: Span<UInt8>) {
        guard range.count >= 4 else { return }
        let first = range.lowerBound
        let last = range.upperBound - 1
        if outline.isWord(.lambda, at: first), outline.isOp(.colon, at: first + 2),
            range.count == 6, outline.isName(at: first + 3)
        {
            guard outline.isOp(.dot, at: first + 4) else { return }
            addSort(by: outline.tokens[last].range, range, source)
        } else if outline.isWord(.lambda, at: first), range.count == 7,
            outline.isOp(.leftBracket, at: first + 4),
            let content = outline.content(ofString: first + 5, source)
        {
            addSort(by: content, range, source)
        } else if let content = outline.content(ofString: last - 1, source),
            outline.isOp(.leftParen, at: last - 2), range.count <= 6
        {
            addSort(by: content, range, source)
        }
    }

    private mutating func addSort(
        by name: Range<Int>,
        _ range: Range<Int>,
        _ source: Span<UInt8>
    ) {
        guard IdentifierSpelling.isIdentifier(source.extracting(name)) else { return }
        add(.order, range, subject: decoded(name, source), detail: "sort", source)
    }
}

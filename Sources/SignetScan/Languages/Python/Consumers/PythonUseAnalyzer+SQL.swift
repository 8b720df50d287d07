extension PythonUseAnalyzer {
    private static let beginnings: [StaticString] = [
        "create ", "alter ", "select ", "insert ", "update ", "delete ", "with ",
    ]

    /// Looks at a text literal that may hold a statement of SQL.
    mutating func statement(ofSQL index: Int, _ source: Span<UInt8>) {
        guard let content = outline.anyContent(ofString: index, source),
            beginsStatement(content, source), !outline.startsStatement(index)
        else { return }
        var text: [UInt8] = []
        text.append(contentsOf: source.extracting(content))
        for offset in text.indices where text[offset] == 0x7b || text[offset] == 0x7d {
            text[offset] = Self.stand
        }
        readSQL(text, at: content.lowerBound, source)
    }

    /// Looks at an f-string that may hold a statement of SQL.
    mutating func template(ofSQL index: Int, _ source: Span<UInt8>) {
        guard let end = outline.partner(of: index), end > index,
            outline.tokens[index + 1].kind == .fstringMiddle
        else { return }
        let content = Int(outline.tokens[index].end)..<Int(outline.tokens[end].start)
        guard beginsStatement(outline.tokens[index + 1].range, source) else { return }
        var text: [UInt8] = []
        text.append(contentsOf: source.extracting(content))
        var token = index + 1
        while token < end {
            let next = outline.behind(token)
            if outline.isField(at: token) {
                let field =
                    outline.tokens[token].range
                    .lowerBound..<Int(
                        outline.tokens[next - 1].end
                    )
                for offset in field { text[offset - content.lowerBound] = Self.stand }
            }
            token = next
        }
        readSQL(text, at: content.lowerBound, source)
    }

    /// What stands for the bytes of a field, so that it is read as a name.
    private static let stand = UInt8(ascii: "x")

    /// Adds what depends on identifiers in a statement whose first byte is at `start`.
    private mutating func readSQL(_ text: [UInt8], at start: Int, _ source: Span<UInt8>) {
        for var place in SQLReader.analyze(text.span, .consumers).consumptions {
            place.range = place.range.lowerBound + start..<place.range.upperBound + start
            place.function = function(source)
            let isField = place.subject?.utf8.allSatisfy { $0 == Self.stand } ?? false
            if isField { place.subject = nil }
            analysis.consumptions.append(place)
        }
    }

    /// Whether the first word of the text at `range` is one that begins a statement.
    private func beginsStatement(_ range: Range<Int>, _ source: Span<UInt8>) -> Bool {
        var start = range.lowerBound
        let limit = min(range.upperBound, start + 64)
        while start < limit, source[start] <= 0x20 || source[start] == 0x5c { start += 1 }
        guard start < limit, source[start] | 0x20 >= 0x61 else { return false }
        return Self.beginnings.contains { source.stands($0, inAnyCaseAt: start) }
    }
}

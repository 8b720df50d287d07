/// Writes the text that an expression builds, with its fields in braces: `run_{time}_{user_id}`.
struct PythonTemplate {
    /// Templates end behind this many bytes.
    private static let limit = 120

    private let outline: PythonOutline
    private let text: PythonTextShape
    private var result = ""

    /// The template of `text`.
    static func of(
        _ text: PythonTextShape,
        _ outline: PythonOutline,
        _ source: Span<UInt8>
    )
        -> String
    {
        var template = PythonTemplate(outline, text)
        template.write(source)
        return String(template.result.prefix(limit))
    }

    private init(_ outline: PythonOutline, _ text: PythonTextShape) {
        self.outline = outline
        self.text = text
    }

    private mutating func write(_ source: Span<UInt8>) {
        switch text.form {
        case .percent, .format: writeFormatted(source)
        case .join: writeJoined(source)
        case .interpolation, .sum, .bare: writeOperands(text.tokens, source)
        }
    }

    /// Texts and values beside each other, as in a sum or an f-string.
    private mutating func writeOperands(_ range: Range<Int>, _ source: Span<UInt8>) {
        var index = range.lowerBound
        while index < range.upperBound, result.utf8.count < Self.limit {
            let token = outline.tokens[index]
            switch token.kind {
            case .string:
                result += Self.content(token.range, source)
                index += 1
            case .fstringStart where outline.partner(of: index) != nil:
                index = writeFString(index, source)
            case .op where token.op == .plus: index += 1
            default:
                let end = max(outline.endOfPrimary(index), index + 1)
                writeField(index..<end)
                writeName(index..<end, source)
                index = end
            }
        }
    }

    /// An f-string's text and fields; the index behind it.
    private mutating func writeFString(_ start: Int, _ source: Span<UInt8>) -> Int {
        let end = outline.partner(of: start) ?? start
        var index = start + 1
        while index < end {
            if outline.tokens[index].kind == .fstringMiddle {
                result += source.text(in: outline.tokens[index].range, limit: Self.limit)
            } else if outline.isOp(.leftBrace, at: index), let close = outline.partner(of: index) {
                writeField(index + 1..<close)
                writeName(index + 1..<close, source)
                index = close
            }
            index += 1
        }
        return end + 1
    }

    /// The literal on the left of `%` or before `.format`, with the values in their places.
    private mutating func writeFormatted(_ source: Span<UInt8>) {
        var literal = ""
        var index = text.tokens.lowerBound
        while index < text.tokens.upperBound, outline.tokens[index].kind != .string { index += 1 }
        while index < text.tokens.upperBound, outline.tokens[index].kind == .string {
            literal += Self.content(outline.tokens[index].range, source)
            index += 1
        }
        let fields = fields(from: index, source)
        var next = 0
        var scalars = Substring(literal)
        while let character = scalars.popFirst(), result.utf8.count < Self.limit {
            let opens = text.form == .percent ? character == "%" : character == "{"
            guard opens, let last = Self.endOfField(scalars, isPercent: text.form == .percent)
            else {
                result.append(character)
                continue
            }
            scalars = scalars[last...].dropFirst()
            result += next < fields.count ? fields[next] : "{value}"
            next += 1
        }
    }

    /// The end of a conversion specifier or replacement field; nil for a doubled mark.
    private static func endOfField(_ rest: Substring, isPercent: Bool) -> Substring.Index? {
        if isPercent {
            if rest.first == "%" { return nil }
            return rest.prefix(16).firstIndex { "diouxXeEfFgGcrsa".contains($0) }
        }
        return rest.first == "{" ? nil : rest.firstIndex(of: "}")
    }

    /// What fills the fields, each in braces.
    private func fields(from start: Int, _ source: Span<UInt8>) -> [String] {
        var fields: [String] = []
        var index = start
        while index < text.tokens.upperBound, fields.count < 16 {
            let token = outline.tokens[index]
            if token.op == .dot || token.op == .percent || token.op == .comma
                || outline.isGrouping(at: index) || token.op == .leftParen
                || outline.isWord(.format, at: index) || token.op == .equal
                || outline.isOp(.equal, at: index + 1) || token.op.isClosing
            {
                index += 1
                continue
            }
            let end = max(outline.endOfPrimary(index), index + 1)
            var field = PythonTemplate(outline, text)
            field.writeField(index..<end)
            field.writeName(index..<end, source)
            fields.append(field.result)
            index = end
        }
        return fields
    }

    /// The elements of a list with the separator between them.
    private mutating func writeJoined(_ source: Span<UInt8>) {
        let start = text.tokens.lowerBound
        let separator =
            outline.tokens[start].kind == .string
            ? Self.content(outline.tokens[start].range, source) : "_"
        guard
            var open = (start..<text.tokens.upperBound).first(where: {
                outline.isOp(.leftParen, at: $0)
            }), var close = outline.partner(of: open)
        else { return }
        let isList =
            outline.isOp(.leftBracket, at: open + 1) || outline.isOp(.leftParen, at: open + 1)
        guard isList, !outline.isComprehension(at: open + 1) else {
            return writeField(open + 1..<close)
        }
        if let inner = outline.partner(of: open + 1) {
            (open, close) = (open + 1, inner)
        }
        var index = open + 1
        while index < close, result.utf8.count < Self.limit {
            var end = index
            while end < close, outline.tokens[end].op != .comma {
                end = outline.behind(end)
            }
            if !result.isEmpty { result += separator }
            writeOperands(index..<end, source)
            index = end + 1
        }
    }

    /// The ingredients among `range` in braces.
    private mutating func writeField(_ range: Range<Int>) {
        var found: Ingredients = []
        for ingredient in text.ingredients where range.contains(ingredient.token) {
            found.formUnion(ingredient.value.ingredients)
        }
        guard !found.isEmpty else { return }
        result += "{" + found.names.joined(separator: "+") + "}"
    }

    /// The last name of a value without ingredients, in braces.
    private mutating func writeName(_ range: Range<Int>, _ source: Span<UInt8>) {
        if text.ingredients.contains(where: { range.contains($0.token) }) { return }
        let end = outline.endOfPrimary(range.lowerBound)
        let last = (range.lowerBound..<max(end, range.lowerBound)).last { outline.isName(at: $0) }
        let name = last.map { source.text(in: outline.tokens[$0].range, limit: 40) } ?? "value"
        result += "{" + name + "}"
    }

    /// The text of a string literal without its prefix and quotes; escapes stay.
    private static func content(_ range: Range<Int>, _ source: Span<UInt8>) -> String {
        var range = range
        while let first = range.first, source[first] != 0x22, source[first] != 0x27 {
            range = range.dropFirst()
        }
        let isTriple =
            range.count >= 6 && source[range.lowerBound + 1] == source[range.lowerBound]
            && source[range.lowerBound + 2] == source[range.lowerBound]
        let quotes = isTriple ? 3 : 1
        return source.text(in: range.dropFirst(quotes).dropLast(quotes), limit: limit)
    }
}

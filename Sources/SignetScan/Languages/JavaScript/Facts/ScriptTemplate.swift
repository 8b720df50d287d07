/// Writes down what a text is built from: literal text with fields in braces.
struct ScriptTemplate {
    let outline: ScriptOutline
    let values: [ScriptValue]

    private static let maximumLength = 120

    /// The template of the text at `tokens`, such as `run_{time}_{user_id}`, at most 120 bytes.
    func text(of tokens: Range<Int>) -> String {
        var text = ""
        append(tokens, to: &text)
        if text.utf8.count <= Self.maximumLength { return text }
        var bytes = text.utf8.prefix(Self.maximumLength)
        while let last = bytes.last, last >= 0x80 { bytes = bytes.dropLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the parts of a template, a sum, a list that is joined, or one field.
    private func append(_ tokens: Range<Int>, to text: inout String) {
        var index = tokens.lowerBound
        var separator: String?
        if let list = joined(tokens) {
            index = list.elements.lowerBound
            separator = list.separator
        }
        let end = separator == nil ? tokens.upperBound : outline.partner(of: index - 1) ?? index
        while index < end, text.utf8.count <= Self.maximumLength {
            switch outline.kind(at: index) {
            case .templateText: text += outline.text(in: outline.tokens[index].range)
            case .string where outline.op(at: index + 1) != .dot: text += outline.text(at: index)
            case .templateStart, .templateEnd: break
            case .op where outline.op(at: index) == .substitution:
                guard let close = outline.partner(of: index) else { return }
                text += field(index + 1..<close)
                index = close
            case .op where outline.op(at: index) == .plus: break
            case .op where outline.op(at: index) == .comma: text += separator ?? ""
            default:
                let last = endOfOperand(index, end)
                text += field(index..<last)
                index = last - 1
            }
            index += 1
        }
    }

    /// The elements and the separator of `[…].join("…")`.
    private func joined(_ tokens: Range<Int>) -> (elements: Range<Int>, separator: String)? {
        let open = tokens.lowerBound
        guard outline.op(at: open) == .leftBracket, let close = outline.partner(of: open),
            outline.isWord(.join, at: close + 2)
        else { return nil }
        let isGiven = outline.kind(at: close + 4) == .string
        return (open + 1..<close, isGiven ? outline.text(at: close + 4) : ",")
    }

    /// The token behind the operand that begins at `start`.
    private func endOfOperand(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end {
            let op = outline.op(at: index)
            if index > start, op == .plus || op == .comma { break }
            if op.isOpening || outline.kind(at: index) == .templateStart {
                index = outline.partner(of: index) ?? index
            }
            index += 1
        }
        return max(index, start + 1)
    }

    /// A field in braces: what it is made of, else its name.
    private func field(_ tokens: Range<Int>) -> String {
        let value = values.first {
            $0.tokens.lowerBound >= tokens.lowerBound && $0.tokens.upperBound <= tokens.upperBound
        }
        if let value { return "{\(value.generator.ingredient.names[0])}" }
        let naming = ScriptNaming.lastName(in: tokens, outline)
        return "{\(naming ?? "value")}"
    }
}

extension ScriptNaming {
    /// The last name of an expression, such as `id` of `user.id`, or what is called.
    static func lastName(in tokens: Range<Int>, _ outline: ScriptOutline) -> String? {
        guard !tokens.isEmpty else { return nil }
        var index = tokens.upperBound - 1
        while index >= tokens.lowerBound {
            switch outline.kind(at: index) {
            case .name, .privateName: return outline.text(at: index)
            case .op where outline.op(at: index).isClosing:
                index = (outline.partner(of: index) ?? index) - 1
            default: return nil
            }
        }
        return nil
    }
}

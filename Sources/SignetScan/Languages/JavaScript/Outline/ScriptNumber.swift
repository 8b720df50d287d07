/// Reads small whole numbers.
enum ScriptNumber {
    /// The number that the tokens are, with or without a sign.
    static func value(_ tokens: Range<Int>, _ outline: ScriptOutline) -> Int? {
        let isNegative = tokens.count == 2 && outline.op(at: tokens.lowerBound) == .minus
        guard tokens.count == 1 || isNegative else { return nil }
        let token = outline.tokens[tokens.upperBound - 1]
        guard token.kind == .number, token.range.count <= 6 else { return nil }
        var value = 0
        for index in token.range {
            guard ScriptByteClass.isDigit(outline.bytes[index]) else { return nil }
            value = value * 10 + Int(outline.bytes[index] - 0x30)
        }
        return isNegative ? -value : value
    }

    /// The one or two numbers between commas; nil for what is none.
    static func pair(
        _ tokens: Range<Int>,
        _ outline: ScriptOutline
    ) -> (first: Int?, second: Int?) {
        let comma = tokens.prefix(3).first { outline.op(at: $0) == .comma }
        guard let comma else { return (value(tokens, outline), nil) }
        return (
            value(tokens.lowerBound..<comma, outline),
            value(comma + 1..<tokens.upperBound, outline)
        )
    }
}

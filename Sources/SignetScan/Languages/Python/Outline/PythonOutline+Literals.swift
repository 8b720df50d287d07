/// The contents of plain literals.
extension PythonOutline {
    /// The bytes between the quotes of the text literal at `index`, escapes as they are written.
    ///
    /// - Returns: `nil` for other tokens, for bytes and for one of several literals side by side.
    package func content(ofString index: Int, _ source: Span<UInt8>) -> Range<Int>? {
        guard index >= 0, index + 1 < tokens.count, tokens[index].kind == .string,
            tokens[index + 1].kind != .string, index == 0 || tokens[index - 1].kind != .string,
            let content = anyContent(ofString: index, source)
        else { return nil }
        return content
    }

    /// The bytes between the quotes of the literal at `index`, which may be one of several.
    package func anyContent(ofString index: Int, _ source: Span<UInt8>) -> Range<Int>? {
        guard index >= 0, index < tokens.count, tokens[index].kind == .string else { return nil }
        var range = tokens[index].range
        while let first = range.first, source[first] != 0x22, source[first] != 0x27 {
            if source[first] | 0x20 == 0x62 { return nil }
            range = range.dropFirst()
        }
        guard range.count >= 2 else { return nil }
        let quote = source[range.lowerBound]
        let isTriple =
            range.count >= 6 && source[range.lowerBound + 1] == quote
            && source[range.lowerBound + 2] == quote
        return range.dropFirst(isTriple ? 3 : 1).dropLast(isTriple ? 3 : 1)
    }

    /// The value of the decimal number of at most six digits at `index`.
    package func number(_ index: Int, _ source: Span<UInt8>) -> Int? {
        guard index >= 0, index < tokens.count, tokens[index].kind == .number,
            tokens[index].range.count <= 6
        else { return nil }
        var value = 0
        for offset in tokens[index].range {
            guard PythonByteClass.isDigit(source[offset]) else { return nil }
            value = value * 10 + Int(source[offset] - 0x30)
        }
        return value
    }
}

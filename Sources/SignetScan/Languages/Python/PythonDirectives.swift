/// Finds the comments of a Python source that speak to the scanner.
///
/// The lexer leaves comments out. What no token covers and begins with `#` is one, so the few
/// places where the mark stands are looked up among the tokens; strings never count.
package enum PythonDirectives {
    /// The bytes of each comment with `signet:` in it, from its `#` to the end of its line.
    package static func ranges(
        in source: Span<UInt8>,
        _ tokens: ContiguousArray<PythonToken>
    ) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var from = 0
        while let place = DirectiveReader.mark.firstOffset(in: source, from: from) {
            from = place + 1
            guard let comment = comment(around: place, source, tokens) else { continue }
            ranges.append(comment)
            from = comment.upperBound
        }
        return ranges
    }

    private static func comment(
        around place: Int,
        _ source: Span<UInt8>,
        _ tokens: ContiguousArray<PythonToken>
    ) -> Range<Int>? {
        // The last token that begins before the place; tokens are in the order of the source.
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].start) <= place { low = middle + 1 } else { high = middle }
        }
        let last = low == 0 ? 0 : Int(tokens[low - 1].end)
        guard last <= place else { return nil }
        var start = place
        while start > last, source[start - 1] != 0x0a, source[start - 1] != 0x0d { start -= 1 }
        while start < place, source[start] != 0x23 { start += 1 }
        guard start < place else { return nil }
        var end = place
        while end < source.count, source[end] != 0x0a, source[end] != 0x0d { end += 1 }
        return start..<end
    }
}

/// The texts of a source that hold what is rare and needs a closer look: routes and patterns.
///
/// The whole source is searched at the speed of memory, which is faster than to look at every text
/// by itself.
struct PythonMarkedTexts {
    private static let patterns = [ByteSearch("a-f"), ByteSearch("{8}")]
    private static let routes = [ByteSearch("<uuid:"), ByteSearch(":uuid}")]
    private static let uuid = ByteSearch("uuid")

    /// The indices of the tokens, in order.
    let tokens: [Int]

    /// Finds the texts of `outline`.
    init(_ outline: PythonOutline, _ source: Span<UInt8>) {
        var found: [Int] = []
        let hasRoutes = Self.uuid.firstOffset(in: source) != nil
        for mark in Self.patterns + (hasRoutes ? Self.routes : []) {
            var start = 0
            while let offset = mark.firstOffset(in: source, from: start) {
                start = offset + 1
                guard let token = Self.token(at: offset, outline) else { continue }
                start = max(start, Int(outline.tokens[token].end))
                let kind = outline.tokens[token].kind
                if kind == .string || kind == .fstringMiddle { found.append(token) }
            }
        }
        found.sort()
        tokens = found
    }

    /// The index of the token that holds the byte at `offset`; nil in comments and blanks.
    private static func token(at offset: Int, _ outline: PythonOutline) -> Int? {
        var (low, high) = (0, outline.tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(outline.tokens[middle].start) <= offset {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low > 0, Int(outline.tokens[low - 1].end) > offset else { return nil }
        return low - 1
    }
}

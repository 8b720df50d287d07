/// The texts of a source that hold what is rare and needs a closer look: routes and patterns.
///
/// The whole source is searched at the speed of memory, which is faster than to look at every text
/// by itself.
struct PythonMarkedTexts {
    private static let patterns = [ByteSearch("a-f"), ByteSearch("{8}")]
    private static let routes = [ByteSearch("<uuid:"), ByteSearch(":uuid}")]
    private static let uuid = ByteSearch("uuid")

    /// The indices of the tokens, each once and in order.
    let tokens: [Int]

    /// Finds the texts of `outline`.
    init(_ outline: PythonOutline, _ source: Span<UInt8>) {
        var found: Set<Int> = []
        let hasRoutes = Self.uuid.firstOffset(in: source) != nil
        for mark in Self.patterns + (hasRoutes ? Self.routes : []) {
            var start = 0
            while let offset = mark.firstOffset(in: source, from: start) {
                start = offset + 1
                guard let token = outline.token(at: offset) else { continue }
                start = max(start, Int(outline.tokens[token].end))
                let kind = outline.tokens[token].kind
                if kind == .string || kind == .fstringMiddle { found.insert(token) }
            }
        }
        tokens = found.sorted()
    }
}

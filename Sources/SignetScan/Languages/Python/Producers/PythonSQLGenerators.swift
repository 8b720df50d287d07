/// Finds functions of databases that make UUIDs, inside the string literals of a Python file.
enum PythonSQLGenerators {
    /// The generations in `source`, in its order.
    static func generations(
        _ outline: PythonOutline,
        _ source: Span<UInt8>
    ) -> [Generation] {
        SQLCallSearch.calls(in: source).compactMap { call in
            guard let token = outline.token(at: call.range.lowerBound), isText(token, outline)
            else { return nil }
            return Generation(range: call.range, symbol: call.symbol, shape: "uuid")
        }
    }

    /// Whether the token is a text that somebody uses; a documentation string is none.
    private static func isText(_ token: Int, _ outline: PythonOutline) -> Bool {
        let kind = outline.tokens[token].kind
        guard kind == .string else { return kind == .fstringMiddle }
        guard token > 0 else { return false }
        return ![.newline, .indent, .dedent].contains(outline.tokens[token - 1].kind)
    }
}

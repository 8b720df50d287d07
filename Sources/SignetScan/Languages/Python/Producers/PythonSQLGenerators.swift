/// Finds functions of databases that make UUIDs, inside the string literals of a Python file.
struct PythonSQLGenerators {
    /// The functions with the empty arguments behind them (PostgreSQL, uuid-ossp, ClickHouse).
    private static let calls: [StaticString] = [
        "gen_random_uuid()", "uuid_generate_v4()", "uuid_generate_v1()", "uuid_generate_v1mc()",
        "generateUUIDv4()", "generateUUIDv7()", "uuidv7()",
    ]
    private static let needles = calls.map { ByteSearch($0) }
    /// What each of the functions has in its name.
    private static let stems = [ByteSearch("uuid"), ByteSearch("UUIDv")]

    /// The generations in `source`, in its order.
    static func generations(
        _ outline: PythonOutline,
        _ source: Span<UInt8>
    ) -> [Generation] {
        var found: [Generation] = []
        if stems.allSatisfy({ $0.firstOffset(in: source) == nil }) { return found }
        for (call, needle) in zip(calls, needles) {
            var start = 0
            while let offset = needle.firstOffset(in: source, from: start) {
                start = offset + call.utf8CodeUnitCount
                guard let token = outline.token(at: offset), isText(token, outline) else {
                    continue
                }
                found.append(
                    Generation(
                        range: offset..<start,
                        symbol: "sql." + source.text(in: offset..<start - 2),
                        shape: "uuid"
                    )
                )
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Whether the token is a text that somebody uses; a documentation string is none.
    private static func isText(_ token: Int, _ outline: PythonOutline) -> Bool {
        let kind = outline.tokens[token].kind
        guard kind == .string else { return kind == .fstringMiddle }
        guard token > 0 else { return false }
        return ![.newline, .indent, .dedent].contains(outline.tokens[token - 1].kind)
    }
}

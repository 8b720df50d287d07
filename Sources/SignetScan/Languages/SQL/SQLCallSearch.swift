/// Finds calls of functions that make UUIDs in a database, anywhere in the bytes of a source.
///
/// For languages that hold SQL in strings. It is for them to say which places are strings; a search
/// through the whole source is faster than a look at each of them.
enum SQLCallSearch {
    /// A call with its empty arguments.
    struct Call {
        /// The bytes of the call.
        var range: Range<Int>
        /// The function, such as `sql.gen_random_uuid`; see `Generation.isDatabase`.
        var symbol: String
    }

    /// The functions with the empty arguments behind them (PostgreSQL, uuid-ossp, ClickHouse).
    private static let calls: [StaticString] = [
        "gen_random_uuid()", "uuid_generate_v4()", "uuid_generate_v1()", "uuid_generate_v1mc()",
        "generateUUIDv4()", "generateUUIDv7()", "uuidv7()",
    ]
    private static let needles = calls.map { ByteSearch($0) }
    /// What each of the functions has in its name.
    private static let stems = [ByteSearch("uuid"), ByteSearch("UUIDv")]

    /// The calls in `source`, in its order.
    static func calls(in source: Span<UInt8>) -> [Call] {
        var found: [Call] = []
        if stems.allSatisfy({ $0.firstOffset(in: source) == nil }) { return found }
        for (call, needle) in zip(calls, needles) {
            var start = 0
            while let offset = needle.firstOffset(in: source, from: start) {
                start = offset + call.utf8CodeUnitCount
                let symbol = "sql." + source.text(in: offset..<start - 2)
                found.append(Call(range: offset..<start, symbol: symbol))
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}

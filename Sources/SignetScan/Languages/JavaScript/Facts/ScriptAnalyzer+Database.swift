// signet: ignore-file[database-default] the names for which the scanner looks
/// Columns whose values the database makes.
extension ScriptAnalyzer {
    /// Functions of databases with the empty arguments behind them (PostgreSQL, uuid-ossp,
    /// ClickHouse), and what sets one as the default of a column in Drizzle.
    private static let calls: [(text: ByteSearch, length: Int, symbol: String)] = [
        (ByteSearch("gen_random_uuid()"), 17, "sql.gen_random_uuid"),
        (ByteSearch("uuid_generate_v4()"), 18, "sql.uuid_generate_v4"),
        (ByteSearch("uuid_generate_v1()"), 18, "sql.uuid_generate_v1"),
        (ByteSearch("uuid_generate_v1mc()"), 20, "sql.uuid_generate_v1mc"),
        (ByteSearch("generateUUIDv4()"), 16, "sql.generateUUIDv4"),
        (ByteSearch("generateUUIDv7()"), 16, "sql.generateUUIDv7"),
    ]

    /// Finds calls of such functions inside strings and templates.
    mutating func readDatabaseGenerators() {
        guard facts.contains(.uuids) else { return }
        for call in Self.calls {
            var start = 0
            while let offset = call.text.firstOffset(in: outline.bytes.span, from: start) {
                start = offset + call.length
                guard let token = outline.token(at: offset),
                    outline.kind(at: token) == .string
                        || outline.kind(at: token) == .templateText
                else { continue }
                addDatabaseGeneration(offset..<start, call.symbol, token)
            }
        }
    }

    private mutating func addDatabaseGeneration(
        _ range: Range<Int>,
        _ symbol: String,
        _ token: Int
    ) {
        let name = naming.name(of: token)
        analysis.generations.append(
            Generation(
                range: range,
                symbol: symbol,
                function: function(around: token),
                shape: "uuid",
                name: name,
                taker: name
            )
        )
    }

    /// Adds the generation behind `@PrimaryGeneratedColumn("uuid")`.
    mutating func addGeneratedColumn(_ tokens: Range<Int>, _ subject: String?) {
        guard facts.contains(.uuids) else { return }
        let name = subject.map { ValueName($0, .column) }
        analysis.generations.append(
            Generation(
                range: outline.byteRange(tokens),
                symbol: "sql.uuid",
                function: function(around: tokens.lowerBound),
                shape: "uuid",
                name: name,
                taker: name
            )
        )
    }
}

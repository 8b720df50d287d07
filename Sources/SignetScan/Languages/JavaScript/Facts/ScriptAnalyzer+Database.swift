/// Columns whose values the database makes.
extension ScriptAnalyzer {
    /// Finds calls of functions of databases inside strings and templates.
    mutating func readDatabaseGenerators() {
        guard facts.contains(.uuids) else { return }
        for call in SQLCallSearch.calls(in: outline.bytes.span) {
            guard let token = outline.token(at: call.range.lowerBound),
                outline.kind(at: token) == .string || outline.kind(at: token) == .templateText
            else { continue }
            addDatabaseGeneration(call.range, call.symbol, token)
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

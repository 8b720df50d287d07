extension PythonUseAnalyzer {
    /// Looks at a text that may be a statement of SQL.
    mutating func statement(ofSQL index: Int, _ range: Range<Int>, _ source: Span<UInt8>) {
        guard let content = startOfStatement(range, source) else { return }
        if outline.tokens[index].kind == .string, outline.startsStatement(index) { return }
        for column in SQLColumns.of(source.extracting(content)) {
            let base = content.lowerBound
            let name = base + column.name.lowerBound..<base + column.name.upperBound
            let type = base + column.type.lowerBound..<base + column.type.upperBound
            analysis.consumptions.append(
                Consumption(
                    range: name.lowerBound..<type.upperBound,
                    operation: .column,
                    subject: decoded(name, source),
                    detail: decoded(type, source),
                    width: column.width,
                    function: function(source)
                )
            )
        }
    }

    /// The text from its first word on if that begins a statement which declares columns.
    private func startOfStatement(_ range: Range<Int>, _ source: Span<UInt8>) -> Range<Int>? {
        var start = range.lowerBound
        var steps = 0
        while start < range.upperBound, steps < 64 {
            let byte = source[start]
            if byte | 0x20 == 0x63 || byte | 0x20 == 0x61 { break }
            let isBlank = byte == 0x20 || byte == 0x0a || byte == 0x09 || byte == 0x0d
            guard isBlank || byte == 0x22 || byte == 0x27 || byte | 0x20 == 0x72 || byte == 0x5c
            else { return nil }
            start += 1
            steps += 1
        }
        let rest = start..<range.upperBound
        guard rest.count > 12 else { return nil }
        let isStatement =
            source.stands("create table", inAnyCaseAt: start)
            || source.stands("alter table", inAnyCaseAt: start)
            || source.stands("create temp", inAnyCaseAt: start)
            || source.stands("create unlogged", inAnyCaseAt: start)
        return isStatement ? rest : nil
    }
}

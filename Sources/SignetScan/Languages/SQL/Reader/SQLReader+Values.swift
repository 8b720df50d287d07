extension SQLReader {
    /// Reads `INSERT INTO table (columns)` and the values that follow, row by row.
    mutating func readInsertion(_ index: Int, _ source: Span<UInt8>) {
        let open = statement.endOfQualifiedName(index + 1)
        guard statement.symbol(open) == .leftParen, let close = statement.partner(of: open),
            statement.symbol(index + 1) != .into
        else { return }
        let columns = statement.elements(open + 1..<close).map { element in
            element.count == 1 && statement.isName(element.lowerBound)
                ? statement.name(element.lowerBound, source) : nil
        }
        let start = statement.first(from: close + 1) {
            $0 == .values || $0 == .select || $0 == .semicolon
        }
        switch statement.symbol(start) {
        case .values: readRows(start + 1, columns, source)
        case .select:
            let end = statement.first(from: start + 1, where: \.endsList)
            if start + 1 < end { readRow(start + 1..<end, columns, source) }
            listedUntil = end
        default: break
        }
    }

    private mutating func readRows(_ index: Int, _ columns: [String?], _ source: Span<UInt8>) {
        var index = index
        while statement.symbol(index) == .leftParen, let close = statement.partner(of: index) {
            readRow(index + 1..<close, columns, source)
            index = close + 1
            if statement.symbol(index) == .comma { index += 1 }
        }
        listedUntil = index
    }

    private mutating func readRow(
        _ tokens: Range<Int>,
        _ columns: [String?],
        _ source: Span<UInt8>
    ) {
        for (column, element) in zip(columns, statement.elements(tokens)) {
            if let column { addSlot(element, ValueName(column, .attribute), source) }
        }
    }

    /// Reads the list after `SET` or `DECLARE`: names, perhaps types, and values.
    mutating func readAssignments(_ index: Int, _ source: Span<UInt8>) {
        guard statement.symbol(index) != .default, statement.symbol(index) != .not else { return }
        let end = statement.first(from: index, where: \.endsList)
        guard index < end else { return }
        for element in statement.elements(index..<end) {
            let equals = element.prefix(8).first {
                statement.symbol($0) == .equal || statement.symbol($0) == .assign
                    || statement.symbol($0) == .default
            }
            guard let equals, equals + 1 < element.upperBound,
                let name = assignedName(element.lowerBound..<equals, source)
            else { continue }
            addSlot(equals + 1..<element.upperBound, name, source)
        }
        listedUntil = end
    }

    /// The name on the left of an assignment, of a column or of a variable.
    private func assignedName(_ tokens: Range<Int>, _ source: Span<UInt8>) -> ValueName? {
        guard statement.isName(tokens.lowerBound) else { return nil }
        let last = statement.endOfQualifiedName(tokens.lowerBound) - 1
        let name = statement.name(last, source)
        guard name.hasPrefix("@") else { return ValueName(name, .attribute) }
        return ValueName(String(name.drop { $0 == "@" }), .variable)
    }

    /// What takes the value of the expression in `tokens`.
    mutating func valueName(of tokens: Range<Int>, _ source: Span<UInt8>) -> ValueName? {
        if let key = entryName(before: tokens.lowerBound, source) { return key }
        if let name = slotName(at: tokens.lowerBound) { return name }
        let tokens = joined(tokens)
        if statement.symbol(tokens.upperBound) == .as, statement.isName(tokens.upperBound + 1) {
            return ValueName(statement.name(tokens.upperBound + 1, source), .variable)
        }
        let before = statement.symbol(tokens.lowerBound - 1)
        if let function, before == .return || isResult(before) {
            return ValueName(function, .result)
        }
        return nil
    }

    /// The tokens of the text that the value in `tokens` is joined into.
    private func joined(_ tokens: Range<Int>) -> Range<Int> {
        var (start, end) = (tokens.lowerBound, tokens.upperBound)
        // A longer chain is no identifier; following it from each of its parts would take too long.
        for _ in 0..<32 where statement.symbol(start - 1) == .concatenate {
            start = min(start, statement.startOfOperand(start - 1))
        }
        for _ in 0..<32 where statement.symbol(end) == .concatenate {
            end = max(end, statement.endOfOperand(end + 1))
        }
        return start..<end
    }

    /// Whether the value after `symbol` is that of a function whose body is one `SELECT`.
    private func isResult(_ symbol: SQLSymbol) -> Bool {
        guard symbol == .select, function != nil else { return false }
        return !statement.tokens.contains { $0.symbol == .from || $0.symbol == .into }
    }

    /// The key of a value in `jsonb_build_object('key', value)` and the like.
    private func entryName(before index: Int, _ source: Span<UInt8>) -> ValueName? {
        guard statement.symbol(index - 1) == .comma,
            statement.symbol(index - 3) == .leftParen || statement.symbol(index - 3) == .comma,
            let key = statement.literal(index - 2, source), NameMeaning(key).isIdentifier
        else { return nil }
        return ValueName(key, .entry)
    }

    /// Notes a constant where the identifier of somebody belongs: the only value in `tokens`, or
    /// the one behind `DEFAULT`.
    mutating func readPlaceholder(
        _ tokens: Range<Int>,
        _ name: ValueName,
        _ source: Span<UInt8>
    ) {
        guard facts.contains(.isolation) else { return }
        let place =
            tokens.count == 1
            ? tokens.lowerBound
            : tokens.first { statement.symbol($0) == .default }.map { $0 + 1 }
        guard let place, let text = statement.literal(place, source),
            PlaceholderText.isPlaceholder(text)
        else { return }
        let form = tokens.count == 1 ? Placeholder.Form.constant : .fallback
        analysis.placeholders.append(
            Placeholder(
                range: statement.tokens[place].range,
                form: form,
                name: name,
                text: text,
                function: function
            )
        )
    }
}

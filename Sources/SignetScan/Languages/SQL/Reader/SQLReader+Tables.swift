extension SQLReader {
    /// Reads what `CREATE` at `index` creates: a table, or a function whose body follows.
    mutating func readDefinition(_ index: Int, _ source: Span<UInt8>) {
        var index = index + 1
        let end = index + 6
        while index < end {
            switch statement.symbol(index) {
            case .table: return readTable(index + 1, source)
            case .function, .procedure, .trigger:
                let name = statement.endOfQualifiedName(index + 1) - 1
                guard name > index else { return }
                return beginFunction(name, source)
            default: index += 1
            }
        }
    }

    /// Notes the function whose name stands at `index`.
    private mutating func beginFunction(_ index: Int, _ source: Span<UInt8>) {
        let name = statement.name(index, source)
        function = name
        minter = IdentifierSpelling.isMinterFunction(name) ? statement.tokens[index].range : nil
    }

    /// Reads the columns of the table whose name stands at `index` or behind `IF NOT EXISTS`.
    private mutating func readTable(_ index: Int, _ source: Span<UInt8>) {
        var index = index
        if statement.symbol(index) == .if { index += 3 }
        index = statement.endOfQualifiedName(index)
        if statement.symbol(index) == .on, statement.symbol(index + 1) == .cluster { index += 3 }
        guard statement.symbol(index) == .leftParen, let end = statement.partner(of: index),
            index >= listedUntil
        else { return }
        for element in statement.elements(index + 1..<end) { readColumn(element, source) }
        listedUntil = end
    }

    /// Reads one column: its name, its type, and what it holds by itself.
    private mutating func readColumn(_ tokens: Range<Int>, _ source: Span<UInt8>) {
        let index = tokens.lowerBound
        guard statement.isName(index), !isConstraint(tokens, source),
            let type = SQLType(at: index + 1, in: statement, source)
        else { return }
        addColumn(index, type, source)
        let name = statement.name(index, source)
        if type.end < tokens.upperBound {
            addSlot(type.end..<tokens.upperBound, ValueName(name, .column), source)
        }
    }

    /// Whether the element of a table is no column.
    private func isConstraint(_ tokens: Range<Int>, _ source: Span<UInt8>) -> Bool {
        let first = statement.tokens[tokens.lowerBound]
        guard first.kind == .word, first.symbol.beginsConstraint else { return false }
        // A column may be called `key` or `index`, and then a type follows.
        guard first.symbol == .key || first.symbol == .index || first.symbol == .period else {
            return true
        }
        guard let type = SQLType(at: tokens.lowerBound + 1, in: statement, source) else {
            return true
        }
        return !type.isCommon
    }

    private mutating func addColumn(_ index: Int, _ type: SQLType, _ source: Span<UInt8>) {
        guard facts.contains(.consumers) else { return }
        let name = statement.name(index, source)
        // Numbers stay numbers, and any text fits into one without a limit.
        guard type.isUUID || type.width != nil && IdentifierSpelling.isIdentifier(name) else {
            return
        }
        analysis.consumptions.append(
            Consumption(
                range: statement.bytes(index..<type.end),
                operation: .column,
                subject: name,
                detail: type.text,
                width: type.width
            )
        )
    }

    /// Reads the changes of `ALTER TABLE`, whose word `TABLE` stands at `index`.
    mutating func readAlteration(_ index: Int, _ source: Span<UInt8>) {
        var start = index + 1
        if statement.symbol(start) == .if { start += 2 }
        if statement.symbol(start) == .only { start += 1 }
        start = statement.endOfQualifiedName(start)
        let end = statement.first(from: start) { $0 == .semicolon || $0 == .go }
        guard start < end else { return }
        for element in statement.elements(start..<end) { readChange(element, source) }
        listedUntil = end
    }

    private mutating func readChange(_ tokens: Range<Int>, _ source: Span<UInt8>) {
        var index = tokens.lowerBound + 1
        if statement.symbol(index) == .column { index += 1 }
        switch statement.symbol(tokens.lowerBound) {
        case .add:
            if statement.symbol(index) == .if { index += 3 }
            if statement.symbol(index) == .leftParen, let end = statement.partner(of: index) {
                for element in statement.elements(index + 1..<end) { readColumn(element, source) }
            } else if index < tokens.upperBound {
                readColumn(index..<tokens.upperBound, source)
            }
        case .modify where index < tokens.upperBound:
            readColumn(index..<tokens.upperBound, source)
        case .change where index + 1 < tokens.upperBound:
            readColumn(index + 1..<tokens.upperBound, source)
        case .alter where statement.isName(index): readRetyping(index, tokens, source)
        default: break
        }
    }

    /// Reads a new type or default of the column at `index`.
    private mutating func readRetyping(
        _ index: Int,
        _ tokens: Range<Int>,
        _ source: Span<UInt8>
    ) {
        var next = index + 1
        if statement.symbol(next) == .set { next += 1 }
        if statement.symbol(next) == .default, next + 1 < tokens.upperBound {
            let name = ValueName(statement.name(index, source), .column)
            return addSlot(next..<tokens.upperBound, name, source)
        }
        if statement.symbol(next) == .data { next += 1 }
        if statement.symbol(next) == .type { next += 1 }
        let isNoType = statement.symbol(next) == .drop || statement.symbol(next) == .not
        guard !isNoType, let type = SQLType(at: next, in: statement, source) else { return }
        addColumn(index, type, source)
    }
}

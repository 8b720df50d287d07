extension SQLReader {
    /// Reads `id LIKE 'run\_%'`, whose operator stands at `index`.
    mutating func readPrefix(_ index: Int, _ source: Span<UInt8>) {
        guard facts.contains(.consumers), let pattern = statement.literal(index + 1, source),
            let affix = affix(pattern)
        else { return }
        let end = statement.symbol(index - 1) == .not ? index - 1 : index
        let start = statement.startOfOperand(end)
        guard start < end, let name = statement.columnName(start..<end, source),
            IdentifierSpelling.isIdentifier(name)
        else { return }
        analysis.consumptions.append(
            Consumption(
                range: statement.bytes(start..<index + 2),
                operation: .affix,
                subject: name,
                detail: affix,
                function: function
            )
        )
    }

    /// The fixed beginning or end of a pattern; `nil` if it has neither.
    private func affix(_ pattern: String) -> String? {
        var text = ""
        var isFixed = true
        var letters = pattern[...]
        if letters.first == "%" || letters.first == "*" { letters = letters.dropFirst() }
        let isEnd = letters.startIndex != pattern.startIndex
        for letter in letters where letter != "\\" && letter != "[" && letter != "]" {
            if letter == "%" || letter == "*" {
                isFixed = false
                break
            }
            text.append(letter)
        }
        return text.isEmpty || isEnd != isFixed ? nil : text
    }

    /// Reads the text at `index`, which may be a pattern of identifiers.
    mutating func readText(_ index: Int, _ source: Span<UInt8>) {
        guard facts.contains(.consumers) else { return }
        let range = statement.tokens[index].range
        guard range.count > 8 else { return }
        let name = matchedName(before: index, source)
        guard let pattern = IdentifierPattern(of: source.extracting(range), for: name) else {
            return
        }
        analysis.consumptions.append(
            Consumption(
                range: range,
                operation: .pattern,
                subject: name,
                detail: pattern.description,
                function: function
            )
        )
    }

    /// The last name before an operator that matches.
    private func matchedName(before index: Int, _ source: Span<UInt8>) -> String? {
        for place in stride(from: index - 1, to: max(-1, index - 5), by: -1)
        where statement.isName(place) && statement.symbol(place) == .other {
            let name = statement.name(place, source)
            let isOperator = ["regexp", "rlike", "similar", "to", "regexp_like"]
            if !isOperator.contains(name.lowercased()) { return name }
        }
        return nil
    }

    /// Reads the columns of `ORDER BY`, whose first word stands at `index`.
    mutating func readOrder(_ index: Int, _ source: Span<UInt8>) {
        guard facts.contains(.consumers), index >= orderedUntil,
            statement.symbol(index + 1) == .by
        else { return }
        let end = statement.first(from: index + 2) {
            $0.endsList || $0 == .rightParen || $0 == .for
        }
        orderedUntil = end
        guard index + 2 < end else { return }
        for element in statement.elements(index + 2..<end) {
            let end = statement.endOfQualifiedName(element.lowerBound)
            guard end > element.lowerBound, statement.symbol(end) != .leftParen else { continue }
            let name = statement.name(end - 1, source)
            if IdentifierSpelling.isIdentifier(name) {
                addOrder(element.lowerBound..<end, name, "order_by")
            }
        }
    }

    /// Reads `id > value`, as pages that follow each other are asked for.
    mutating func readComparison(_ index: Int, _ source: Span<UInt8>) {
        guard facts.contains(.consumers), statement.symbol(index + 1) != .leftParen,
            statement.symbol(index + 1) != .dot
        else { return }
        let name = statement.name(index, source)
        guard !name.hasPrefix("@"), IdentifierSpelling.isIdentifier(name) else { return }
        let start = statement.startOfQualifiedName(index)
        if statement.symbol(index + 1).isInequality {
            addOrder(start..<index + 1, name, source.text(in: statement.tokens[index + 1].range))
        } else if !statement.isName(start - 2) {
            addOrder(start..<index + 1, name, source.text(in: statement.tokens[start - 1].range))
        }
    }

    private mutating func addOrder(_ tokens: Range<Int>, _ name: String, _ detail: String) {
        analysis.consumptions.append(
            Consumption(
                range: statement.bytes(tokens),
                operation: .order,
                subject: name,
                detail: detail,
                function: function
            )
        )
    }

    /// Reads `COALESCE(user_id, 'unknown')`, whose function stands at `index`.
    mutating func readFallback(_ index: Int, _ source: Span<UInt8>) {
        guard facts.contains(.isolation) else { return }
        let arguments = statement.arguments(index)
        guard arguments.count > 1, let last = arguments.last, last.count == 1,
            let text = statement.literal(last.lowerBound, source),
            PlaceholderText.isPlaceholder(text),
            let name = statement.columnName(arguments[0], source), NameMeaning(name).isOwner
        else { return }
        analysis.placeholders.append(
            Placeholder(
                range: statement.tokens[last.lowerBound].range,
                form: .fallback,
                name: ValueName(name, .argument),
                text: text,
                function: function
            )
        )
    }
}

extension SQLReader {
    /// Reads texts joined by `||` or `+`; the first such operator stands at `index`.
    mutating func readChain(_ index: Int, _ source: Span<UInt8>) {
        guard index >= composedUntil, facts.contains(.producers) else { return }
        if statement.symbol(index) == .plus {
            // Between numbers and dates a plus joins nothing.
            let isText =
                statement.kind(index - 1) == .string || statement.kind(index + 1) == .string
            guard isText else { return }
        }
        var parts = [max(0, statement.startOfOperand(index))..<index]
        var end = index
        while statement.symbol(end) == .concatenate || statement.symbol(end) == .plus {
            let next = statement.endOfOperand(end + 1)
            guard next > end + 1 else { break }
            parts.append(end + 1..<next)
            end = next
        }
        guard parts.count > 1, !parts[0].isEmpty else { return }
        composedUntil = end
        compose(parts, in: parts[0].lowerBound..<end, .sum, separator: "", source)
    }

    /// Reads the call of a function that joins texts, whose name stands at `index`.
    mutating func readJoin(_ function: SQLFunction, _ index: Int, _ source: Span<UInt8>) {
        guard index >= composedUntil, facts.contains(.producers),
            let end = statement.partner(of: index + 1)
        else { return }
        var parts = statement.arguments(index)
        var form = Composition.Form.sum
        var separator = ""
        switch function {
        case .join:
            guard let first = parts.first else { return }
            separator = statement.literal(first.lowerBound, source) ?? ""
            parts.removeFirst()
            form = .join
        case .format: form = .format
        default: break
        }
        composedUntil = end
        compose(parts, in: index..<end + 1, form, separator: separator, source)
    }

    /// Notes a value without text around it that goes into an identifier.
    mutating func readBareValue(_ tokens: Range<Int>, _ name: ValueName, _ source: Span<UInt8>) {
        guard facts.contains(.producers) else { return }
        let start =
            tokens.first { statement.symbol($0) == .default }.map { $0 + 1 }
            ?? tokens.lowerBound
        let end = statement.endOfOperand(start)
        let isAlone =
            end >= tokens.upperBound || statement.symbol(end).endsColumnPart
            || statement.symbol(end) == .as
        guard end > start, end <= tokens.upperBound, isAlone else { return }
        let (ingredients, entropy) = ingredients(of: start..<end, source)
        let telling: Ingredients = [.hash, .random]
        guard !ingredients.isDisjoint(with: telling) || isEpoch(start..<end, source) else { return }
        composedUntil = end
        analysis.compositions.append(
            Composition(
                range: statement.bytes(start..<end),
                form: .bare,
                ingredients: ingredients,
                template: "{\(ingredients.names.joined(separator: "+"))}",
                function: function,
                name: name,
                entropy: entropy
            )
        )
    }

    /// Whether the value is a number of seconds and not a date.
    private func isEpoch(_ tokens: Range<Int>, _ source: Span<UInt8>) -> Bool {
        tokens.contains { index in
            if statement.symbol(index) == .epoch { return true }
            guard statement.isCall(index) else { return false }
            let name = statement.name(index, source).lowercased()
            return ["unix_timestamp", "unixepoch", "tounixtimestamp", "unix_millis"].contains(name)
        }
    }

    private mutating func compose(
        _ parts: [Range<Int>],
        in tokens: Range<Int>,
        _ form: Composition.Form,
        separator: String,
        _ source: Span<UInt8>
    ) {
        var ingredients: Ingredients = []
        var entropy = 0
        var texts: [String] = []
        for part in parts {
            let (found, bits) = self.ingredients(of: part, source)
            ingredients.formUnion(found)
            entropy += bits
            if texts.count < 40 { texts.append(field(part, found, source)) }
        }
        guard !ingredients.isEmpty else { return }
        analysis.compositions.append(
            Composition(
                range: statement.bytes(tokens),
                form: form,
                ingredients: ingredients,
                template: texts.joined(separator: separator).shortened(to: 120),
                function: function,
                name: valueName(of: tokens, source),
                entropy: entropy
            )
        )
    }

    /// A part of a template: the text itself, or the name of what is put in.
    private func field(
        _ tokens: Range<Int>,
        _ ingredients: Ingredients,
        _ source: Span<UInt8>
    ) -> String {
        if let text = statement.literal(tokens.lowerBound, source) { return text }
        if !ingredients.isEmpty { return "{\(ingredients.names.joined(separator: "+"))}" }
        return "{\(statement.columnName(tokens, source) ?? "")}"
    }

    /// What the values in `tokens` are made of, and how many random bits they hold.
    private func ingredients(
        of tokens: Range<Int>,
        _ source: Span<UInt8>
    ) -> (Ingredients, entropy: Int) {
        var ingredients: Ingredients = []
        var entropy = 0
        for index in tokens {
            switch statement.symbol(index) {
            case .currentTimestamp, .localtimestamp, .sysdate, .systimestamp:
                ingredients.insert(.time)
            default: break
            }
            switch statement.function(index, source) {
            case .ingredient(let found): ingredients.formUnion(found)
            case .generator(let generator):
                guard let end = statement.partner(of: index + 1),
                    end == index + 2 || !generator.isBare
                else { continue }
                ingredients.formUnion(generator.ingredient)
                entropy += bits(of: generator, index..<end + 1, source)
            default: break
            }
        }
        if ingredients.contains(.calendar) { ingredients.remove(.time) }
        return (ingredients, entropy)
    }

    /// How many random bits of a generator's value are left where it stands.
    private func bits(
        of generator: SQLGenerator,
        _ call: Range<Int>,
        _ source: Span<UInt8>
    ) -> Int {
        let entropy = generator.entropy(of: call, in: statement, source) ?? 0
        let value = SQLValue(of: call, generator.shape, in: statement, source)
        guard let count = value.cut else { return entropy }
        guard generator.ingredient == .uuid else { return min(entropy, count * 4) }
        let hasHyphens = value.shape.hasPrefix("str")
        return UUIDPrefix.entropy(ofFirst: count, hasHyphens: hasHyphens, of: entropy)
    }
}

extension String {
    /// The first bytes of the text, whole characters only.
    func shortened(to count: Int) -> String {
        guard utf8.count > count else { return self }
        var end = utf8.index(startIndex, offsetBy: count)
        while end > startIndex, utf8[end] & 0xc0 == 0x80 { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}

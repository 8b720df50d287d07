extension SQLReader {
    /// Reads the call of the function whose name stands at `index`.
    mutating func readCall(_ index: Int, _ source: Span<UInt8>) {
        guard let function = statement.function(index, source) else {
            return readMinterCall(index, source)
        }
        switch function {
        case .generator(let generator): readGenerator(generator, index, source)
        case .concatenate, .join, .format: readJoin(function, index, source)
        case .fallback: readFallback(index, source)
        default: readConsumer(function, index, source)
        }
    }

    private mutating func readGenerator(
        _ generator: SQLGenerator,
        _ index: Int,
        _ source: Span<UInt8>
    ) {
        guard let end = statement.partner(of: index + 1), end == index + 2 || !generator.isBare,
            !isDeclared(index)
        else { return }
        let isUUID = generator.ingredient == .uuid
        guard
            !facts.isDisjoint(
                with: isUUID ? [.uuids, .producers, .minters] : [.producers, .minters]
            )
        else { return }
        let call = statement.startOfQualifiedName(index)..<end + 1
        let value = SQLValue(of: call, generator.shape, in: statement, source)
        let entropy = generator.entropy(of: call, in: statement, source)
        let name = valueName(of: value.tokens, source)
        // What the database does by itself is told from what a statement asks it to do.
        let symbol = (name?.role == .column ? "sql." : "") + generator.symbol
        if let minter { noteMinter(minter, source) }
        analysis.generations.append(
            Generation(
                range: statement.bytes(call),
                symbol: symbol,
                ingredient: generator.ingredient,
                entropy: entropy,
                function: self.function,
                shape: value.shape,
                name: name,
                taker: value.shape == "other" ? nil : name
            )
        )
        guard let count = value.cut, isUUID, facts.contains(.producers) else { return }
        analysis.cuts.append(
            Cut(
                range: statement.bytes(value.tokens),
                symbol: symbol,
                shape: value.shape,
                entropy: UUIDPrefix.entropy(
                    ofFirst: count,
                    hasHyphens: value.shape.hasPrefix("str"),
                    of: entropy ?? 122
                ),
                function: self.function,
                name: name
            )
        )
    }

    /// Whether the name at `index` is not called but declared or dropped.
    private func isDeclared(_ index: Int) -> Bool {
        switch statement.symbol(statement.startOfQualifiedName(index) - 1) {
        case .function, .procedure, .table, .into, .exists: true
        default: false
        }
    }

    /// The function whose name stands at `range` makes identifiers, as its name says.
    private mutating func noteMinter(_ range: Range<Int>, _ source: Span<UInt8>) {
        minter = nil
        guard facts.contains(.minters), let function else { return }
        minters.insert(function.lowercased())
        analysis.minters.append(
            MinterMention(range: range, role: .definition, name: function, function: nil)
        )
    }

    private mutating func readMinterCall(_ index: Int, _ source: Span<UInt8>) {
        guard facts.contains(.minters), !minters.isEmpty, !isDeclared(index) else { return }
        let name = statement.name(index, source)
        guard minters.contains(name.lowercased()) else { return }
        analysis.minters.append(
            MinterMention(
                range: statement.tokens[index].range,
                role: .call,
                name: name,
                function: function
            )
        )
    }
}

extension SQLGenerator {
    /// How many random bits the call in `tokens` makes.
    func entropy(of tokens: Range<Int>, in statement: SQLStatement, _ source: Span<UInt8>) -> Int? {
        guard countsBytes else { return entropy }
        return statement.number(tokens.upperBound - 2, source).map { $0 * 8 }
    }
}

/// Constants where somebody's identifier belongs, and siblings that are made apart.
extension ScriptAnalyzer {
    /// Looks at a string: it may be a pattern, a key or a placeholder.
    mutating func readString(_ index: Int) {
        if facts.contains(.consumers) { readPattern(index) }
        if facts.contains(.consumers), outline.text(at: index) == "format" { readFormat(index) }
        if facts.contains(.isolation) { readPlaceholder(index) }
    }

    private mutating func readPlaceholder(_ index: Int) {
        let range = outline.content(at: index)
        guard range.count <= 16, isWhole(index + 1), let place = place(of: index),
            PlaceholderText.isPlaceholder(outline.text(at: index)),
            NameMeaning(place.name.text).isOwner,
            !isMeant(place.name, place.form, isEmpty: range.isEmpty),
            place.form != .fallback || !isLogged(index)
        else { return }
        analysis.placeholders.append(
            Placeholder(
                range: outline.byteRange(index..<index + 1),
                form: place.form,
                name: place.name,
                text: outline.text(at: index),
                function: function(around: index)
            )
        )
    }

    /// What takes the string at `index`, and how.
    private func place(of index: Int) -> (form: Placeholder.Form, name: ValueName)? {
        switch outline.op(at: index - 1) {
        case .or, .defaultEqual:
            return leftOperand(of: index - 1).map { (.fallback, $0) }
        case .colon where outline.tokens[index - 1].flags.contains(.conditional):
            return naming.name(of: index).map { (.fallback, $0) }
        case .colon, .equal:
            return naming.name(of: index).map {
                ($0.role == .parameter ? .parameter : .constant, $0)
            }
        default: return nil
        }
    }

    /// Whether a name in capitals gives the constant a meaning, or it is filled further down.
    private func isMeant(_ name: ValueName, _ form: Placeholder.Form, isEmpty: Bool) -> Bool {
        if form == .constant, isEmpty { return true }
        let isCapital = !name.text.utf8.contains { $0 &- 0x61 < 26 }
        return isCapital && form == .constant
    }

    /// Whether an expression ends before the token at `index`.
    private func isWhole(_ index: Int) -> Bool {
        switch outline.op(at: index) {
        case .comma, .semicolon, .rightBrace, .rightParen, .rightBracket: return true
        case .none:
            let isCast = outline.isWord(.as, at: index) || outline.isWord(.satisfies, at: index)
            let isEnd = outline.kind(at: index) == .endMarker
            return isCast || isEnd || outline.startsStatement(at: index)
        default: return false
        }
    }

    /// The name on the left of `??` or `||`, or, if that says nothing, what takes the value.
    private func leftOperand(of op: Int) -> ValueName? {
        if let left = naming.subject(endingAt: op - 1), isPlace(left) {
            return ValueName(left, outline.op(at: op - 2).isAccess ? .attribute : .variable)
        }
        if outline.op(at: op - 1) == .rightParen, outline.kind(at: op - 2) == .string {
            let key = outline.text(at: op - 2)
            if isPlace(key) { return ValueName(key, .entry) }
        }
        return naming.name(of: op + 1)
    }

    private func isPlace(_ name: String) -> Bool { NameMeaning(name).isOwner }

    /// Reads a value that is made once as the default of a field of a model.
    mutating func readSharedValue(_ value: ScriptValue) {
        let made: Ingredients = [.uuid, .foreign]
        guard made.contains(value.generator.ingredient),
            case .entry(let key) = outline.slot(before: value.tokens.lowerBound),
            outline.isWord(.default, at: key) || outline.isWord(.defaultValue, at: key),
            let name = naming.name(of: value.tokens.lowerBound)
        else { return }
        analysis.placeholders.append(
            Placeholder(
                range: outline.byteRange(value.tokens),
                form: .shared,
                name: name,
                text: value.generator.symbol,
                function: function(around: value.tokens.lowerBound)
            )
        )
    }
}

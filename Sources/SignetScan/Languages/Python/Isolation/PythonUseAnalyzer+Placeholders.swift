extension PythonUseAnalyzer {
    /// Looks whether the text literal at `index` stands where an owner belongs.
    mutating func placeholder(_ index: Int, _ source: Span<UInt8>) {
        guard let content = outline.content(ofString: index, source),
            let (form, name) = place(of: index, isEmpty: content.isEmpty, source),
            NameMeaning(name.text).isOwner,
            PlaceholderText.isPlaceholder(decoded(content, source)), !isMark(name.text),
            !isNamed(name, form, isEmpty: content.isEmpty),
            form != .fallback || !isLogged(index, source)
        else { return }
        analysis.placeholders.append(
            Placeholder(
                range: outline.tokens[index].range,
                form: form,
                name: name,
                text: decoded(content, source),
                function: function(source)
            )
        )
    }

    /// Whether the name is that of the place at which a list of owners is gone on with.
    private func isMark(_ name: String) -> Bool {
        guard let first = NameWords.of(name).first else { return false }
        return ["last", "next", "previous", "prev", "min", "max", "after", "before", "start"]
            .contains(first)
    }

    /// Whether a name in capitals gives the constant a meaning, or settings may leave it empty.
    private func isNamed(_ name: ValueName, _ form: Placeholder.Form, isEmpty: Bool) -> Bool {
        let isCapital = !name.text.utf8.contains { $0 &- 0x61 < 26 }
        return isCapital && (isEmpty || form == .constant && name.role != .keyword)
    }

    /// What takes the value of the literal at `index`, and how.
    private mutating func place(
        of index: Int,
        isEmpty: Bool,
        _ source: Span<UInt8>
    ) -> (Placeholder.Form, ValueName)? {
        let before = index - 1
        if outline.isWord(.or, at: before) || outline.isWord(.else, at: before) {
            return fallback(index, source).map { (.fallback, $0) }
        }
        switch outline.tokens[before].op {
        case .comma: return lookup(index, source).map { (.fallback, $0) }
        case .colon:
            guard !isEmpty, outline.tokens[index + 1].kind != .name,
                let open = outline.opening(around: index), outline.isOp(.leftBrace, at: open),
                outline.tokens[index - 2].kind == .string, let key = named(index - 2, source)
            else { return nil }
            return (.constant, ValueName(key, .entry))
        case .equal: return assigned(index, isEmpty: isEmpty, source)
        default: return nil
        }
    }

    /// Reads `user_id = "unknown"`, `call(user_id="unknown")`, `def f(user_id="unknown")`.
    private func assigned(
        _ index: Int,
        isEmpty: Bool,
        _ source: Span<UInt8>
    ) -> (Placeholder.Form, ValueName)? {
        let follower = outline.tokens[index + 1]
        guard
            follower.kind == .newline || follower.op == .comma || follower.op.isClosing
                || follower.op == .semicolon,
            let token = outline.target(before: index - 1)
        else { return nil }
        guard let name = named(token, source) else { return nil }
        guard let open = outline.opening(around: index) else {
            if blocks.isInClass, outline.isOp(.colon, at: token + 1) {
                return (.parameter, ValueName(name, .variable))
            }
            // A variable often begins empty and is filled further down.
            if isEmpty { return nil }
            let isPlain = outline.isName(at: token) && !outline.isOp(.dot, at: token - 1)
            return (.constant, ValueName(name, isPlain ? .variable : .attribute))
        }
        guard outline.isOp(.leftParen, at: open) else { return nil }
        if outline.isWord(.def, at: open - 2) {
            return (.parameter, ValueName(name, .parameter))
        }
        guard !isEmpty, let callee = outline.callee(around: index) else { return nil }
        return (.constant, ValueName(name, .keyword, callee: text(callee, source)))
    }

    /// The text of a name, or the content of a text key, if it is that of an identifier.
    private func named(_ token: Int, _ source: Span<UInt8>) -> String? {
        let range =
            outline.isName(at: token)
            ? outline.tokens[token].range : outline.content(ofString: token, source)
        guard let range, IdentifierSpelling.isIdentifier(source.extracting(range)) else {
            return nil
        }
        return decoded(range, source)
    }

    /// Reads `get("user_id", "unknown")`.
    private mutating func lookup(_ index: Int, _ source: Span<UInt8>) -> ValueName? {
        guard let callee = outline.callee(around: index), role(at: callee, source) == .lookup,
            outline.isOp(.rightParen, at: index + 1),
            outline.tokens[index - 2].kind == .string, let key = named(index - 2, source),
            // What is asked of the text at once becomes nobody's name.
            !outline.isOp(.dot, at: index + 2)
        else { return nil }
        return ValueName(key, .entry, callee: text(callee, source))
    }

    /// Reads `user_id or "unknown"`, `user_id = x or "unknown"`, `… if x else "unknown"`.
    private func fallback(_ index: Int, _ source: Span<UInt8>) -> ValueName? {
        if outline.isWord(.or, at: index - 1), let name = alternative(index - 2, source) {
            return name
        }
        guard let start = outline.startOfElement(index) else { return nil }
        var equal = start
        while equal < index, outline.tokens[equal].op != .equal {
            equal += 1
            if equal > start + 24 { return nil }
        }
        guard equal < index, let token = outline.target(before: equal) else { return nil }
        return named(token, source).map { ValueName($0, .variable) }
    }

    /// The owner that is asked for by the expression ending at `last`.
    private func alternative(_ last: Int, _ source: Span<UInt8>) -> ValueName? {
        if outline.isName(at: last) {
            guard let name = named(last, source) else { return nil }
            return NameMeaning(name).isOwner ? ValueName(name, .variable) : nil
        }
        guard outline.tokens[last].op.isClosing, let open = outline.partner(of: last), open < last
        else { return nil }
        for token in max(open, last - 4)..<last {
            guard outline.tokens[token].kind == .string, let name = named(token, source),
                NameMeaning(name).isOwner
            else { continue }
            return ValueName(name, .entry)
        }
        return nil
    }
}

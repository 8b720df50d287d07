extension PythonUseAnalyzer {
    private static let words: [StaticString] = [
        "unknown", "default", "anonymous", "anon", "system", "test", "guest", "nobody", "none",
        "n/a", "default_user", "test_user", "anonymous_user", "system_user", "unknown_user",
        "demo_user", "test-user", "default-user",
    ]

    /// Looks whether the text literal at `index` stands where an owner belongs.
    mutating func placeholder(_ index: Int, _ source: Span<UInt8>) {
        guard let content = outline.content(ofString: index, source),
            isPlaceholder(source.extracting(content)),
            let (form, name) = place(of: index, isEmpty: content.isEmpty, source),
            NameMeaning(name.text).isOwner, !isMark(name.text),
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

    private func isPlaceholder(_ text: Span<UInt8>) -> Bool {
        if text.isEmpty { return true }
        for word in Self.words
        where word.utf8CodeUnitCount == text.count && text.stands(word, inAnyCaseAt: 0) {
            return true
        }
        return false
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
                let key = outline.content(ofString: index - 2, source)
            else { return nil }
            return (.constant, ValueName(decoded(key, source), .entry))
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
        let name = named(token, source)
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

    /// The text of a name, or the content of a text key.
    private func named(_ token: Int, _ source: Span<UInt8>) -> String {
        if outline.isName(at: token) { return text(token, source) }
        return outline.content(ofString: token, source).map { decoded($0, source) } ?? ""
    }

    /// Reads `get("user_id", "unknown")`.
    private mutating func lookup(_ index: Int, _ source: Span<UInt8>) -> ValueName? {
        guard let callee = outline.callee(around: index), role(at: callee, source) == .lookup,
            outline.isOp(.rightParen, at: index + 1),
            let key = outline.content(ofString: index - 2, source),
            // What is asked of the text at once becomes nobody's name.
            !outline.isOp(.dot, at: index + 2)
        else { return nil }
        return ValueName(decoded(key, source), .entry, callee: text(callee, source))
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
        return ValueName(named(token, source), .variable)
    }

    /// The owner that is asked for by the expression ending at `last`.
    private func alternative(_ last: Int, _ source: Span<UInt8>) -> ValueName? {
        if outline.isName(at: last) {
            let name = text(last, source)
            return NameMeaning(name).isOwner ? ValueName(name, .variable) : nil
        }
        guard outline.tokens[last].op.isClosing, let open = outline.partner(of: last), open < last
        else { return nil }
        for token in max(open, last - 4)..<last {
            guard let key = outline.content(ofString: token, source) else { continue }
            let name = decoded(key, source)
            if NameMeaning(name).isOwner { return ValueName(name, .entry) }
        }
        return nil
    }
}

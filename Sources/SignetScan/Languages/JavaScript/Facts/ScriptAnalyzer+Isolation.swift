/// Constants where somebody's identifier belongs, and siblings that are made apart.
extension ScriptAnalyzer {
    /// Looks at a string: it may be a pattern, a key or a placeholder.
    mutating func readString(_ index: Int) {
        if facts.contains(.consumers) { readPattern(index) }
        if facts.contains(.consumers), outline.op(at: index + 1) == .colon {
            readQuotedFormat(index)
        }
        if facts.contains(.isolation) { readPlaceholder(index) }
    }

    /// Reads `"format": "uuid"`.
    private mutating func readQuotedFormat(_ index: Int) {
        guard outline.kind(at: index + 2) == .string, outline.text(at: index) == "format",
            outline.text(at: index + 2) == "uuid", let open = outline.opening(around: index)
        else { return }
        consume(
            .annotation,
            index..<index + 3,
            subject: naming.name(of: open)?.text,
            detail: "format: uuid"
        )
    }

    private mutating func readPlaceholder(_ index: Int) {
        let range = outline.content(at: index)
        guard !range.isEmpty, range.count <= 40, isWhole(index + 1) else { return }
        let form: Placeholder.Form
        var name: ValueName?
        switch outline.op(at: index - 1) {
        case .or, .defaultEqual:
            form = .fallback
            name = leftOperand(of: index - 1)
        case .colon where outline.tokens[index - 1].flags.contains(.conditional):
            form = .fallback
            name = naming.name(of: index)
        case .colon, .equal:
            name = naming.name(of: index)
            form = name?.role == .parameter ? .parameter : .constant
        default: return
        }
        guard let name, isPlace(name.text) else { return }
        analysis.placeholders.append(
            Placeholder(
                range: outline.byteRange(index..<index + 1),
                form: form,
                name: name,
                function: function(around: index)
            )
        )
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
    private mutating func leftOperand(of op: Int) -> ValueName? {
        if let left = naming.subject(endingAt: op - 1), isPlace(left) {
            return ValueName(left, outline.op(at: op - 2).isAccess ? .attribute : .variable)
        }
        if outline.op(at: op - 1) == .rightParen, outline.kind(at: op - 2) == .string {
            let key = outline.text(at: op - 2)
            if isPlace(key) { return ValueName(key, .entry) }
        }
        return naming.name(of: op + 1)
    }

    private func isPlace(_ name: String) -> Bool { ScriptTraits(name).contains(.place) }

    /// Reads a value that is made once as the default of a field of a model.
    mutating func readSharedValue(_ value: ScriptValue) {
        let made: Ingredients = [.uuid, .foreign, .secret]
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
                function: function(around: value.tokens.lowerBound)
            )
        )
    }

    // Families

    /// Looks at a value that is given to a key beside keys of the same family.
    mutating func readFamily(_ start: Int) {
        guard case .entry(let key) = outline.slot(before: start),
            let fresh = ScriptFamily.member(outline.text(at: key)),
            let open = outline.opening(around: key), let close = outline.partner(of: open)
        else { return }
        var index = open + 1
        let limit = min(close, open + ScriptOutline.reach)
        while index < limit {
            let end = endOfEntry(index, close)
            if index != key, let passed = passedOn(index, end), passed.member != fresh {
                return addSplit(start, key, passed.name, open)
            }
            index = end + 1
        }
    }

    /// The comma behind the entry that begins at `start`, or `close`.
    private func endOfEntry(_ start: Int, _ close: Int) -> Int {
        var index = start
        while index < close, outline.op(at: index) != .comma {
            let opens = outline.op(at: index).isOpening || outline.kind(at: index) == .templateStart
            if opens { index = outline.partner(of: index) ?? index }
            index += 1
        }
        return index
    }

    /// The family member that an entry hands on: a name or a member, not a call.
    private func passedOn(_ start: Int, _ end: Int) -> (member: String, name: String)? {
        guard outline.kind(at: start) == .name,
            let member = ScriptFamily.member(outline.text(at: start))
        else { return nil }
        let isShorthand = end == start + 1
        let isValue =
            outline.op(at: start + 1) == .colon && outline.kind(at: end - 1) == .name
            && end > start + 2
        return isShorthand || isValue ? (member, outline.text(at: start)) : nil
    }

    private mutating func addSplit(_ start: Int, _ key: Int, _ passed: String, _ open: Int) {
        let end = outline.chainEnd(from: start + 1)
        guard case .argument(_, let last) = outline.slot(before: open),
            let callee = naming.subject(endingAt: last)
        else { return }
        analysis.familySplits.append(
            FamilySplit(
                range: outline.byteRange(start..<max(end, start + 1)),
                fresh: outline.text(at: key),
                passed: passed,
                callee: callee,
                function: function(around: start)
            )
        )
    }
}

/// The identifiers that are made together: those of a thread, its run and its request.
private enum ScriptFamily {
    /// The member that a name stands for, such as `run` for `runId`.
    static func member(_ name: String) -> String? {
        switch NameMeaning(name).canonical {
        case "thread_id": "thread"
        case "run_id": "run"
        case "request_id", "req_id": "request"
        default: nil
        }
    }
}

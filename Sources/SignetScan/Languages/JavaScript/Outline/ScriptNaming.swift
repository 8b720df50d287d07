/// Finds the names by which the rest of the code will know a value.
struct ScriptNaming {
    let outline: ScriptOutline
    let scopes: ScriptScopes

    /// How many constructs are looked through from a value outwards.
    private static let depth = 16

    /// What takes the value of the expression that begins at `start`.
    func name(of start: Int) -> ValueName? {
        var start = start
        var isDefault = false
        for _ in 0..<Self.depth {
            switch outline.slot(before: start) {
            case .assignment(let equal):
                guard var name = target(of: equal) else { return nil }
                if isDefault, name.role == .variable { name.role = .column }
                return name
            case .entry(let key):
                if !isFactory(key) {
                    return ValueName(outline.text(at: key), isDefault ? .column : .entry)
                }
                isDefault = isDefault || isDefaultKey(key)
                guard let open = outline.opening(around: key) else { return nil }
                start = open
            case .argument(let open, let callee):
                if scopes.parameterLists.contains(open) { return nil }
                if !passesOn(callee) { return argument(of: callee) }
                isDefault = isDefault || isDefaultMethod(callee)
                start = outline.chainStart(endingAt: callee)
            case .element(let open), .group(let open): start = open
            case .substitution(let open):
                guard let template = outline.opening(around: open) else { return nil }
                start = template
            case .attribute(let name): return attribute(name)
            case .result(let index), .arrow(let index):
                guard let function = scopes.function(around: index) else { return nil }
                let scope = scopes.all[function]
                if let name = scope.name, !isFactory(name) {
                    return ValueName(bare(name), .result)
                }
                start = scope.tokens.lowerBound
                if outline.isWord(.async, at: start - 1) { start -= 1 }
            case .none: return nil
            }
        }
        return nil
    }

    /// The name of what the `=` at `equal` assigns to.
    func target(of equal: Int) -> ValueName? {
        guard let name = ScriptTarget.name(before: equal, outline) else { return nil }
        if outline.kind(at: name) == .elementName { return attribute(name) }
        if outline.kind(at: name) == .string || outline.op(at: name - 1).isAccess {
            return ValueName(bare(name), .attribute)
        }
        return ValueName(bare(name), isParameter(name) ? .parameter : .variable)
    }

    /// Whether the name at `index` stands among the parameters of a function.
    func isParameter(_ index: Int) -> Bool {
        var current = outline.opening(around: index)
        for _ in 0..<4 {
            guard let open = current else { return false }
            if scopes.parameterLists.contains(open) { return true }
            if outline.tokens[open].flags.contains(.block) { return false }
            current = outline.opening(around: open)
        }
        return false
    }

    /// The last name of the expression that ends with the token at `last`.
    func subject(endingAt last: Int) -> String? {
        var index = last
        for _ in 0..<4 {
            switch outline.kind(at: index) {
            case .name, .privateName: return outline.isWord(.this, at: index) ? nil : bare(index)
            case .op: break
            default: return nil
            }
            switch outline.op(at: index) {
            case .exclamation: index -= 1
            case .rightBracket:
                guard let open = outline.partner(of: index) else { return nil }
                if open == index - 2, outline.kind(at: index - 1) == .string {
                    return outline.text(at: index - 1)
                }
                index = open - 1
            case .rightParen:
                guard let open = outline.partner(of: index) else { return nil }
                let isCall = outline.endsExpression(at: open - 1)
                index = isCall ? open - 1 : index - 1
            default: return nil
            }
        }
        return nil
    }

    /// The name at `index` without the `#` of a private one.
    func bare(_ index: Int) -> String {
        let text = outline.text(at: index)
        return outline.kind(at: index) == .privateName ? String(text.dropFirst()) : text
    }

    private func argument(of callee: Int) -> ValueName? {
        subject(endingAt: callee).map { ValueName($0, .argument) }
    }

    private func attribute(_ name: Int) -> ValueName {
        var index = name
        let limit = max(0, name - 64)
        while index > limit, outline.op(at: index) != .tagStart {
            index = (outline.op(at: index).isClosing ? outline.partner(of: index) : nil) ?? index
            index -= 1
        }
        let isFound = outline.op(at: index) == .tagStart
        return ValueName(
            outline.text(at: name),
            .keyword,
            callee: isFound ? outline.text(at: index + 1) : nil
        )
    }

    /// Whether what is assigned to the name at `index` makes or is the default of something else.
    private func isFactory(_ index: Int) -> Bool {
        let range =
            outline.kind(at: index) == .string
            ? outline.content(at: index) : outline.tokens[index].range
        return [
            "default", "defaultValue", "defaultFn", "$default", "$defaultFn", "factory", "value",
            "generate", "initialValue",
        ].contains(outline.text(in: range))
    }

    /// Whether the key is that of the default of a column or field.
    private func isDefaultKey(_ index: Int) -> Bool {
        switch outline.word(at: index) {
        case .default, .defaultValue, .dollarDefault, .defaultFn, .dollarDefaultFn: true
        default: false
        }
    }

    /// Whether the method sets the default of a column or field.
    private func isDefaultMethod(_ callee: Int) -> Bool {
        isDefaultKey(callee) || outline.isWord(.defaultTo, at: callee)
    }

    /// Whether the value of a call is that of its argument, or a part or a list of it.
    private func passesOn(_ callee: Int) -> Bool {
        if isConversion(callee) { return true }
        switch outline.word(at: callee) {
        case .useState, .useRef, .useMemo, .map, .fill, .from, .defaultFn, .defaultTo, .default,
            .dollarDefault, .dollarDefaultFn, .concat, .join:
            return true
        default: return false
        }
    }

    /// Whether a call only converts its argument to text or a number.
    func isConversion(_ callee: Int) -> Bool {
        switch outline.word(at: callee) {
        case .stringFunction, .numberFunction, .bigInt, .parseInt, .parseFloat, .btoa, .floor,
            .round, .trunc,
            .ceil, .abs, .encodeURIComponent, .toString:
            return true
        default: return false
        }
    }
}

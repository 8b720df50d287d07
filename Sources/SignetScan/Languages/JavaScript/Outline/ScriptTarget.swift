/// Finds what stands on the left of an assignment.
enum ScriptTarget {
    /// The token that names the target of the `=` at `index`; behind a type the name before it.
    ///
    /// Of `object.name` it is the last name, of `map["name"]` the string, of `[first, second]`
    /// the first name.
    static func name(before index: Int, _ outline: ScriptOutline) -> Int? {
        let last = index - 1
        if let colon = annotation(before: index, outline) {
            var name = colon - 1
            if outline.op(at: name) == .question || outline.op(at: name) == .exclamation {
                name -= 1
            }
            return isNamed(name, outline) ? name : nil
        }
        if outline.op(at: last) == .rightBracket, let open = outline.partner(of: last) {
            let first = open + 1
            if outline.endsExpression(at: open - 1) {
                return first == last - 1 && outline.kind(at: first) == .string ? first : nil
            }
            return outline.isName(at: first) ? first : nil
        }
        return isNamed(last, outline) ? last : nil
    }

    private static func isNamed(_ index: Int, _ outline: ScriptOutline) -> Bool {
        switch outline.kind(at: index) {
        case .name, .privateName, .elementName: true
        default: false
        }
    }

    /// The colon of the type annotation that ends before `index`.
    ///
    /// In an object a colon is that of a key, in a conditional expression it has a question mark.
    private static func annotation(before index: Int, _ outline: ScriptOutline) -> Int? {
        if let open = outline.opening(around: index), outline.op(at: open) == .leftBrace,
            !outline.tokens[open].flags.contains(.block)
        {
            return nil
        }
        var current = index - 1
        let limit = max(0, index - 32)
        while current >= limit {
            if outline.op(at: current) == .rightBrace,
                outline.tokens[current + 1].flags.contains(.followsLineBreak)
            {
                return nil
            }
            switch outline.op(at: current) {
            case .colon: return current
            case .rightParen, .rightBracket, .rightBrace:
                guard let open = outline.partner(of: current) else { return nil }
                current = open
            case .none where outline.kind(at: current) == .string,
                .none where isPart(current, outline),
                .dot, .less, .greater, .comma, .bitwise, .arrow, .question:
                if outline.op(at: current) == .comma, !isInAngles(current, outline) { return nil }
            default: return nil
            }
            current -= 1
        }
        return nil
    }

    /// Whether a name can be part of a type.
    private static func isPart(_ index: Int, _ outline: ScriptOutline) -> Bool {
        guard outline.kind(at: index) == .name else { return false }
        switch outline.word(at: index) {
        case .const, .let, .var, .return, .case: return false
        default: return true
        }
    }

    /// Whether the comma may separate type arguments: a `>` follows soon.
    private static func isInAngles(_ index: Int, _ outline: ScriptOutline) -> Bool {
        for next in index + 1..<min(index + 8, outline.end) {
            switch outline.op(at: next) {
            case .greater, .bitwise: return true
            case .equal, .semicolon: return false
            default: break
            }
        }
        return false
    }
}

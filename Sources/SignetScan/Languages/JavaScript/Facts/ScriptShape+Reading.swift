/// Follows a value through the methods that keep it a text of the same kind.
struct ScriptShapeReader {
    let outline: ScriptOutline
    let generator: ScriptGenerator

    /// What the value becomes that begins at `tokens`; afterwards these hold the whole expression
    /// that still is the value.
    func shape(of tokens: inout Range<Int>) -> ScriptShape {
        let isText = generator.ingredient == .uuid || generator.ingredient == .foreign
        var shape = ScriptShape(base: isText ? .str : .other)
        while true {
            var next = step(tokens.upperBound, &shape)
            if next == nil, outline.op(at: tokens.upperBound) == .rightParen {
                next = stepOut(&tokens)
            }
            guard let next else { return shape }
            tokens = tokens.lowerBound..<next
        }
    }

    /// Steps over a parenthesis around the value, also that of `String(…)`.
    private func stepOut(_ tokens: inout Range<Int>) -> Int? {
        guard let open = outline.partner(of: tokens.upperBound),
            open == tokens.lowerBound - 1
                || open == tokens.lowerBound - 2 && outline.isWord(.await, at: open + 1)
        else { return nil }
        let isConversion = outline.isWord(.stringFunction, at: open - 1)
        guard isConversion || !outline.endsExpression(at: open - 1) else { return nil }
        let close = tokens.upperBound
        tokens = (isConversion ? open - 1 : open)..<close
        return close + 1
    }

    /// One step: the token behind it, or nil where the value is no longer changed.
    private func step(_ index: Int, _ shape: inout ScriptShape) -> Int? {
        if outline.op(at: index) == .exclamation,
            outline.tokens[index].flags.contains(.endsExpression)
        {
            return index + 1
        }
        guard outline.op(at: index).isAccess, outline.op(at: index + 2) == .leftParen,
            let close = outline.partner(of: index + 2)
        else { return nil }
        let arguments = index + 3..<close
        switch outline.word(at: index + 1) {
        case .toString: convert(arguments, &shape)
        case .digest: shape.base = .other
        case .trim, .toLowerCase, .valueOf: break
        case .replace, .replaceAll: removeHyphens(arguments, &shape)
        case .slice, .substring, .substr: cut(arguments, &shape)
        case .split: return split(arguments, close + 1, &shape)
        default: shape = ScriptShape(base: .other)
        }
        return close + 1
    }

    /// `.toString("hex")` of random bytes; of a text it does nothing.
    private func convert(_ arguments: Range<Int>, _ shape: inout ScriptShape) {
        guard generator.ingredient == .secret, arguments.count == 1,
            outline.kind(at: arguments.lowerBound) == .string
        else { return }
        let encoding = outline.text(at: arguments.lowerBound)
        shape = ScriptShape(base: encoding == "hex" ? .hex : .str)
    }

    private func removeHyphens(_ arguments: Range<Int>, _ shape: inout ScriptShape) {
        let pattern = outline.tokens[arguments.lowerBound].range
        let text = outline.text(in: pattern)
        let isHyphen = text == "/-/g" || text == "\"-\"" || text == "'-'"
        let isRemoval =
            arguments.count == 3 && outline.kind(at: arguments.upperBound - 1) == .string
            && outline.content(at: arguments.upperBound - 1).isEmpty
        if isHyphen, isRemoval, shape.base == .str, !shape.isCut {
            shape.base = .hex
        } else {
            shape.base = .other
        }
    }

    private func cut(_ arguments: Range<Int>, _ shape: inout ScriptShape) {
        let (first, second) = ScriptNumber.pair(arguments, outline)
        guard let first, shape.base != .other, !shape.isCut else {
            shape = ScriptShape(base: .other)
            return
        }
        let length = generator.ingredient == .uuid ? (shape.base == .hex ? 32 : 36) : Int.max
        if first == 0, let second, second > 0 {
            if second < length { shape.prefix = second }
        } else if first == 0, second == nil {
            return
        } else if first < 0, second == nil {
            shape.digits = -first
        } else {
            let isLength = outline.isWord(.substr, at: arguments.lowerBound - 2)
            let end = second.map { isLength ? first + $0 : $0 }
            shape.digits = max(0, (end ?? (shape.base == .hex ? 32 : 36)) - first)
        }
    }

    /// `.split("-")[0]`, `.split("-").pop()`, `.split("-").join("")`.
    private func split(_ arguments: Range<Int>, _ next: Int, _ shape: inout ScriptShape) -> Int? {
        let groups = [8, 4, 4, 4, 12]
        guard generator.ingredient == .uuid, shape.base == .str, !shape.isCut,
            arguments.count == 1, outline.kind(at: arguments.lowerBound) == .string,
            outline.text(at: arguments.lowerBound) == "-"
        else {
            shape = ScriptShape(base: .other)
            return next
        }
        if outline.op(at: next) == .leftBracket, let close = outline.partner(of: next) {
            let index = ScriptNumber.value(next + 1..<close, outline) ?? 0
            if index == 0 { shape.prefix = 8 } else { shape.digits = groups[min(index, 4)] }
            return close + 1
        }
        guard outline.op(at: next).isAccess, outline.op(at: next + 2) == .leftParen,
            let close = outline.partner(of: next + 2)
        else {
            shape = ScriptShape(base: .other)
            return next
        }
        switch outline.word(at: next + 1) {
        case .pop: shape.digits = 12
        case .shift: shape.prefix = 8
        case .join where close == next + 4 && outline.content(at: next + 3).isEmpty:
            shape.base = .hex
        default: shape = ScriptShape(base: .other)
        }
        return close + 1
    }
}

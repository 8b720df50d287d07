/// Where an expression stands: what takes its value.
enum ScriptSlot {
    /// Right of the `=` at the token.
    case assignment(Int)
    /// The value of the key at the token.
    case entry(Int)
    /// Between the parentheses of a call; of what is called the last token.
    case argument(open: Int, callee: Int)
    /// An element of the array that opens at the token.
    case element(Int)
    /// In the `${` at the token.
    case substitution(Int)
    /// The value of the attribute of an element.
    case attribute(Int)
    /// Behind `return`.
    case result(Int)
    /// The body of the arrow at the token.
    case arrow(Int)
    /// Between the parentheses that open at the token.
    case group(Int)
    /// A place that gives the value no name.
    case none
}

extension ScriptOutline {
    /// How many tokens of an expression are looked at, so that a file of one endless expression
    /// is read in linear time.
    static let reach = 128

    /// Finds what takes the value of the expression that begins at `start`.
    ///
    /// Operators that pass a value on, such as `||` and `?:`, are stepped over; comparisons end
    /// the search, for their value is another one.
    func slot(before start: Int) -> ScriptSlot {
        var index = start - 1
        let limit = max(0, start - Self.reach)
        while index >= limit {
            if startsStatement(at: index + 1) { return .none }
            switch op(at: index) {
            case .rightParen, .rightBracket, .rightBrace:
                if tokens[index].flags.contains(.block) { return .none }
                guard let open = partner(of: index) else { return .none }
                index = open
            case .leftParen: return slot(inParentheses: index)
            case .leftBracket: return endsExpression(at: index - 1) ? .none : .element(index)
            case .substitution: return .substitution(index)
            case .leftBrace: return slot(inBraces: index)
            case .comma: return slot(behindComma: index)
            case .equal, .defaultEqual, .compoundEqual: return .assignment(index)
            case .arrow: return .arrow(index)
            case .colon:
                if tokens[index].flags.contains(.conditional) { break }
                return slot(behindColon: index)
            case .semicolon, .equality, .inequality, .less, .comparison, .greater, .tagStart,
                .tagEnd, .ellipsis, .and:
                return .none
            default:
                if kind(at: index) == .templateEnd {
                    guard let open = partner(of: index) else { return .none }
                    index = open
                } else if let end = slot(behindWord: index) {
                    return end
                }
            }
            index -= 1
        }
        return .none
    }

    private func slot(behindWord index: Int) -> ScriptSlot? {
        guard let word = word(at: index), !op(at: index - 1).isAccess else { return nil }
        switch word {
        case .return: return .result(index)
        case .in, .instanceof, .throw, .case, .else, .do, .default, .typeof, .delete, .void,
            .const, .let, .var, .of:
            return ScriptSlot.none
        default: return nil
        }
    }

    private func slot(inParentheses open: Int) -> ScriptSlot {
        var callee = open - 1
        if op(at: callee) == .greater { callee = ScriptScopes.beforeTypes(callee, self) }
        if op(at: callee) == .questionDot { callee -= 1 }
        guard endsExpression(at: callee) else {
            switch word(at: callee) {
            case .if, .while, .for, .switch, .with, .catch: return .none
            case .import: return .none
            default: return .group(open)
            }
        }
        return .argument(open: open, callee: callee)
    }

    private func slot(inBraces open: Int) -> ScriptSlot {
        guard tokens[open].flags.contains(.element), op(at: open - 1) == .equal,
            kind(at: open - 2) == .elementName
        else { return .none }
        return .attribute(open - 2)
    }

    private func slot(behindComma comma: Int) -> ScriptSlot {
        guard let open = opening(around: comma) else { return .none }
        switch op(at: open) {
        case .leftParen: return slot(inParentheses: open)
        case .leftBracket: return endsExpression(at: open - 1) ? .none : .element(open)
        default: return .none
        }
    }

    private func slot(behindColon colon: Int) -> ScriptSlot {
        guard let open = opening(around: colon), op(at: open) == .leftBrace,
            !tokens[open].flags.contains(.block)
        else { return .none }
        let key = colon - 1
        switch kind(at: key) {
        case .name, .string: return .entry(key)
        default: return .none
        }
    }

    /// The first token of the chain of members and calls that ends with the token at `last`.
    func chainStart(endingAt last: Int) -> Int {
        var index = last
        let limit = max(0, last - Self.reach)
        while index > limit {
            if op(at: index).isClosing || kind(at: index) == .templateEnd {
                guard let open = partner(of: index) else { return index }
                index = open
                var before = index - 1
                if op(at: before) == .greater { before = ScriptScopes.beforeTypes(before, self) }
                if op(at: before) == .questionDot { before -= 1 }
                let isObject = op(at: index) == .leftBrace
                guard !isObject, endsExpression(at: before) else { break }
                index = before
            } else if op(at: index) == .exclamation {
                index -= 1
            } else if op(at: index - 1).isAccess {
                index -= 2
            } else {
                break
            }
        }
        if isWord(.new, at: index - 1) || isWord(.await, at: index - 1) { index -= 1 }
        return max(index, 0)
    }

    /// The token behind the chain of members and calls that goes on at `start`.
    func chainEnd(from start: Int) -> Int {
        var index = start
        let limit = min(tokens.count, start + Self.reach)
        while index < limit {
            switch op(at: index) {
            case .dot,
                .questionDot where kind(at: index + 1) == .name:
                index += 2
            case .leftParen, .leftBracket:
                if startsOnNewLine(index) { return index }
                guard let close = partner(of: index) else { return index }
                index = close + 1
            case .exclamation where tokens[index].flags.contains(.endsExpression): index += 1
            default: return index
            }
        }
        return index
    }

    private func startsOnNewLine(_ index: Int) -> Bool {
        tokens[index].flags.contains(.followsLineBreak) && op(at: index) == .leftBracket
    }

    /// The tokens of the sum around a range, with all operators that bind as strongly.
    func sum(around range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        let first = max(0, lower - Self.reach)
        while lower > first, let next = operandStart(before: lower) { lower = next }
        var upper = range.upperBound
        let last = min(end, upper + Self.reach)
        while upper < last, let next = operandEnd(from: upper) { upper = next }
        return lower..<upper
    }

    private func operandStart(before index: Int) -> Int? {
        let last = index - 1
        if startsStatement(at: index) { return nil }
        switch op(at: last) {
        case .rightParen, .rightBracket, .rightBrace:
            return tokens[last].flags.contains(.block) ? nil : partner(of: last)
        case .plus, .minus, .star, .arithmetic, .bitwise, .dot, .questionDot, .tilde, .plusPlus,
            .minusMinus, .exclamation:
            return last
        case .none:
            switch kind(at: last) {
            case .templateEnd: return partner(of: last)
            case .name where !op(at: last - 1).isAccess:
                let isOperand = isName(at: last) || isWord(.this, at: last)
                return isOperand || isWord(.new, at: last) || isWord(.await, at: last) ? last : nil
            case .name, .privateName, .string, .number, .regex: return last
            default: return nil
            }
        default: return nil
        }
    }

    private func operandEnd(from index: Int) -> Int? {
        if startsStatement(at: index) { return nil }
        switch op(at: index) {
        case .leftParen, .leftBracket: return partner(of: index).map { $0 + 1 }
        case .plus, .minus, .star, .arithmetic, .bitwise, .dot, .questionDot, .tilde, .plusPlus,
            .minusMinus, .exclamation:
            return index + 1
        case .none:
            switch kind(at: index) {
            case .templateStart: return partner(of: index).map { $0 + 1 }
            case .name where !op(at: index - 1).isAccess:
                let isOperand = isName(at: index) || isWord(.this, at: index)
                let isPrefix = isWord(.new, at: index) || isWord(.await, at: index)
                if isWord(.as, at: index) || isWord(.satisfies, at: index) { return nil }
                return isOperand || isPrefix ? index + 1 : nil
            case .name, .privateName, .string, .number, .regex: return index + 1
            default: return nil
            }
        default: return nil
        }
    }
}

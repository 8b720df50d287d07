/// Questions about what stands around an expression.
extension PythonOutline {
    /// The first token of the chain of attributes, calls and subscripts that the name at `index`
    /// goes on with: of `self` in `self.context.run_id`.
    package func startOfChain(_ index: Int) -> Int {
        var start = index
        var steps = 0
        // A longer chain is no person's; each of its names asks.
        while isOp(.dot, at: start - 1), steps < 64 {
            steps += 1
            var base = start - 2
            while base >= 0, tokens[base].op.isClosing {
                guard let open = partner(of: base), open < base else { return start }
                if !endsExpression(at: open - 1) {
                    base = open
                    break
                }
                base = open - 1
            }
            guard base >= 0 else { return start }
            start = base
            if tokens[base].kind != .name { return start }
        }
        return start
    }

    /// The name of the call whose arguments hold the token at `index` directly; nil if the bracket
    /// around it is none of a call.
    package func callee(around index: Int) -> Int? {
        guard let open = opening(around: index), isOp(.leftParen, at: open), isName(at: open - 1),
            !isWord(.def, at: open - 2), !isWord(.class, at: open - 2)
        else { return nil }
        return open - 1
    }

    /// Whether the token at `index` begins a statement.
    package func startsStatement(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let token = tokens[index - 1]
        switch token.kind {
        case .newline, .indent, .dedent: return true
        case .op: return token.op == .semicolon
        default: return false
        }
    }

    /// The name before the equals sign at `equal`, past an annotation if there is one.
    ///
    /// - Returns: The token of the last name of the target, or of its text key; `nil` if it is
    ///   neither.
    package func target(before equal: Int) -> Int? {
        var index = equal - 1
        if let colon = annotationColon(before: equal), isName(at: colon - 1) {
            let start = startOfChain(colon - 1)
            // Behind `if x:` the name before the equals sign is no annotation.
            if startsStatement(start) || startsElement(start) { index = colon - 1 }
        }
        if isName(at: index) { return index }
        guard isOp(.rightBracket, at: index), partner(of: index) == index - 2,
            tokens[index - 1].kind == .string
        else { return nil }
        return index - 1
    }

    /// Whether the token at `index` is the first of an argument, parameter or element.
    package func startsElement(_ index: Int) -> Bool {
        index > 0 && (tokens[index - 1].op == .comma || tokens[index - 1].op.isOpening)
    }

    /// The first token of the statement or of the element of brackets in which `index` stands.
    ///
    /// - Returns: `nil` if it is further away than any that a person writes.
    package func startOfElement(_ index: Int) -> Int? {
        var current = index
        for _ in 0..<256 {
            if startsStatement(current) || startsElement(current) { return current }
            current -= 1
            if tokens[current].op.isClosing || tokens[current].kind.closesInterpolation {
                guard let open = partner(of: current), open < current else { return nil }
                current = open
            } else if tokens[current].kind.opensInterpolation {
                return current + 1
            }
        }
        return nil
    }

    /// The colon of the annotation that ends before the equals sign at `equal`.
    package func annotationColon(before equal: Int) -> Int? {
        var index = equal - 1
        var steps = 0
        while index > 0, steps < 64 {
            let token = tokens[index]
            if token.op == .colon { return index }
            if token.op.isClosing {
                guard let open = partner(of: index), open < index else { return nil }
                index = open
            } else if token.kind == .name || token.kind == .string || token.op == .dot
                || token.op == .bar
            {
                if token.kind == .name, symbol(at: index) < PythonKeyword.reservedCount,
                    !isWord(.None, at: index)
                {
                    return nil
                }
            } else {
                return nil
            }
            index -= 1
            steps += 1
        }
        return nil
    }
}

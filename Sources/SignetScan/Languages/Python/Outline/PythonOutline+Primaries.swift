extension PythonOutline {
    /// Primary expressions with more parts than this are data, and not looked through: each place
    /// in one asks for its ends.
    private static let maximumParts = 64

    /// The index behind the token at `index`, or behind the bracket or f-string that it opens.
    @inline(__always)
    package func behind(_ index: Int) -> Int {
        guard index < tokens.count else { return index &+ 1 }
        let token = tokens[index]
        guard token.op.isOpening || token.kind.opensInterpolation,
            let partner = partner(of: index)
        else { return index &+ 1 }
        return max(partner, index) &+ 1
    }

    /// The index behind the primary expression that begins at `start`: a name, literal or bracket
    /// with its attributes, calls and subscripts; `start` if none begins there.
    package func endOfPrimary(_ start: Int) -> Int {
        var index = start
        if isOp(.minus, at: index) || isWord(.await, at: index) { index += 1 }
        switch tokens[index].kind {
        case .name where isName(at: index): index += 1
        case .number: index += 1
        case .string: index += 1
        case .fstringStart, .op:
            let opens = tokens[index].kind == .fstringStart || tokens[index].op.isOpening
            guard opens, let end = partner(of: index) else { return start }
            index = end + 1
        default: return start
        }
        for _ in 0..<Self.maximumParts where index < tokens.count {
            if isOp(.dot, at: index), isName(at: index + 1) {
                index += 2
            } else if isOp(.leftParen, at: index) || isOp(.leftBracket, at: index),
                let close = partner(of: index)
            {
                index = close + 1
            } else {
                return index
            }
        }
        return start
    }

    /// The first token of the primary expression that ends before `end`; `end` if none does.
    package func startOfPrimary(_ end: Int) -> Int {
        var index = end
        for _ in 0..<Self.maximumParts where index > 0 {
            let last = index - 1
            if tokens[last].op.isClosing || tokens[last].kind == .fstringEnd {
                guard let open = partner(of: last), open < last else { return end }
                index = open
                // A call or subscript goes on with what is called.
                if tokens[open].op.isOpening, endsExpression(at: open - 1) { continue }
            } else if isName(at: last) || tokens[last].kind == .number
                || tokens[last].kind == .string
            {
                index = last
            } else {
                return end
            }
            guard isOp(.dot, at: index - 1) else { return index }
            index -= 1
        }
        return end
    }
}

extension PythonOutline {
    /// The index of the first token that begins at `offset` or behind it.
    package func firstToken(from offset: Int) -> Int {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The index of the token that covers the byte at `offset`; nil between tokens.
    package func token(at offset: Int) -> Int? {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].end) <= offset { low = middle + 1 } else { high = middle }
        }
        guard low < tokens.count, Int(tokens[low].start) <= offset else { return nil }
        return low
    }
}

/// Structural pattern matching (PEP 634).
extension PythonBinder {
    /// Whether the name `match` at `start` begins a statement: an indented `case` must follow.
    func isMatch(_ start: Int) -> Bool {
        guard !endsStatement(start + 1), !outline.isOp(.equal, at: start + 1),
            !outline.isOp(.dot, at: start + 1)
        else { return false }
        let colon = headerColon(from: start + 1)
        return colon + 3 < outline.tokens.count && outline.tokens[colon + 1].kind == .newline
            && outline.tokens[colon + 2].kind == .indent && outline.isWord(.case, at: colon + 3)
    }

    mutating func match(_ start: Int) -> Int {
        let colon = headerColon(from: start + 1)
        scan(start + 1..<colon)
        openBlock(colon: colon, isMatch: true)
        return colon + 1
    }

    mutating func matchCase(_ start: Int) -> Int {
        let colon = headerColon(from: start + 1)
        var guardIndex = start + 1
        while guardIndex < colon, !outline.isWord(.if, at: guardIndex) {
            guardIndex = next(guardIndex)
        }
        pattern(start + 1..<min(guardIndex, colon), position: colon)
        if guardIndex < colon { scan(guardIndex + 1..<colon) }
        guard outline.isOp(.colon, at: colon) else { return colon }
        openBlock(colon: colon)
        return colon + 1
    }

    /// Binds the captures of a pattern.
    ///
    /// Dotted names and class names are uses.
    private mutating func pattern(_ range: Range<Int>, position: Int) {
        for index in range where outline.isName(at: index) {
            if outline.isOp(.dot, at: index - 1) || outline.isOp(.equal, at: index + 1) { continue }
            if outline.isOp(.dot, at: index + 1) || outline.isOp(.leftParen, at: index + 1) {
                references.append(
                    PythonReference(
                        token: Int32(index),
                        scope: Int32(scope),
                        context: PythonContext.none,
                        role: .pattern
                    )
                )
            } else if !outline.isWord(.underscore, at: index) {
                bind(index, at: range.lowerBound, isConditional: true)
            }
        }
    }
}

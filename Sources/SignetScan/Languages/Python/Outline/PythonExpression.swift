/// Steps from an expression to the one around it: attributes, calls, subscripts, parentheses.
package struct PythonExpression {
    /// The outline in which the expression stands.
    package let outline: PythonOutline
    /// The tokens of the expression, without parentheses around it.
    package private(set) var tokens: Range<Int>

    /// Begins with one name.
    package init(_ outline: PythonOutline, name: Int) {
        self.outline = outline
        tokens = name..<name + 1
    }

    /// The tokens of the expression with all parentheses around it.
    package var enclosed: Range<Int> {
        var range = tokens
        while outline.isGrouping(at: range.lowerBound - 1),
            outline.partner(of: range.lowerBound - 1) == range.upperBound
        {
            range = range.lowerBound - 1..<range.upperBound + 1
        }
        return range
    }

    /// The token behind the expression.
    package var follower: PythonToken { outline.tokens[enclosed.upperBound] }

    /// Goes on to an attribute of the expression; its name's index, or nil if none follows.
    package mutating func stepToAttribute() -> Int? {
        let range = enclosed
        guard outline.isOp(.dot, at: range.upperBound), outline.isName(at: range.upperBound + 1)
        else { return nil }
        tokens = range.lowerBound..<range.upperBound + 2
        return range.upperBound + 1
    }

    /// Goes on to a call of the expression; false if none follows.
    package mutating func stepToCall() -> Bool { step(over: .leftParen) != nil }

    /// Goes on to a subscript of the expression; the tokens in its brackets, or nil.
    package mutating func stepToSubscript() -> Range<Int>? { step(over: .leftBracket) }

    /// Goes on to the call `name(expression)` of a plain name with this only argument.
    package mutating func stepToOnlyArgument(of name: PythonKeyword) -> Bool {
        let range = enclosed
        let open = range.lowerBound - 1
        guard outline.isOp(.leftParen, at: open), outline.isWord(name, at: open - 1),
            !outline.isOp(.dot, at: open - 2), let close = outline.partner(of: open),
            close == range.upperBound
                || (close == range.upperBound + 1 && outline.isOp(.comma, at: range.upperBound))
        else { return false }
        tokens = open - 1..<close + 1
        return true
    }

    private mutating func step(over bracket: PythonOperator) -> Range<Int>? {
        let range = enclosed
        guard outline.isOp(bracket, at: range.upperBound),
            let close = outline.partner(of: range.upperBound)
        else { return nil }
        tokens = range.lowerBound..<close + 1
        return range.upperBound + 1..<close
    }
}

/// Where the elements of lists begin and end.
extension PythonOutline {
    /// The end of the list element at `start`: the index of the comma behind it, or `end`.
    @inline(__always)
    package func endOfElement(_ start: Int, _ end: Int) -> Int {
        var index = start
        var lambdas = 0
        while index < end {
            let token = tokens[index]
            if token.op == .comma, lambdas == 0 { return index }
            if token.op == .colon, lambdas > 0 { lambdas -= 1 }
            if token.kind == .name, isWord(.lambda, at: index) { lambdas += 1 }
            index = behind(index)
        }
        return end
    }

    /// The tokens inside parentheses that enclose all of `range`.
    @inline(__always)
    package func unwrapped(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while range.count > 2, isOp(.leftParen, at: range.lowerBound),
            partner(of: range.lowerBound) == range.upperBound - 1
        {
            range = range.lowerBound + 1..<range.upperBound - 1
        }
        return range
    }
}

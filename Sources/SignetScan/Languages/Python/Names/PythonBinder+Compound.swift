extension PythonBinder {
    /// Reads the header of a compound statement, or a simple statement that begins with a keyword.
    mutating func compound(_ start: Int, _ keyword: PythonKeyword) -> Int {
        switch keyword {
        case .async:
            let isHeader = [.def, .for, .with].contains { outline.isWord($0, at: start + 1) }
            return isHeader ? statement(at: start + 1) : simple(start)
        case .def: return function(start)
        case .class: return classDefinition(start)
        case .for: return loop(start)
        case .with, .except, .if, .elif, .while, .else, .try, .finally:
            return suite(start, header: start + 1, isConditional: keyword == .except)
        case .match where isMatch(start): return match(start)
        case .case where blocks.last?.isMatch == true: return matchCase(start)
        default: return simple(start)
        }
    }

    /// The colon that ends the header at `start`; the statement's end if there is none.
    @inline(__always)
    func headerColon(from start: Int) -> Int {
        var index = start
        var lambdas = 0
        while !endsStatement(index) {
            if outline.tokens[index].op == .colon {
                if lambdas == 0 { return index }
                lambdas -= 1
            } else if outline.isWord(.lambda, at: index) {
                lambdas += 1
            }
            index = next(index)
        }
        return index
    }

    /// Opens a suite behind `colon` unless the header has none; returns the index behind it.
    private mutating func open(
        _ colon: Int,
        scope inner: Int? = nil,
        isMatch: Bool = false,
        binding: Int? = nil
    ) -> Int {
        guard outline.isOp(.colon, at: colon) else { return colon }
        openBlock(colon: colon, scope: inner, isMatch: isMatch, binding: binding)
        return colon + 1
    }

    /// Reads a header of expressions and `as` targets.
    private mutating func suite(_ start: Int, header: Int, isConditional: Bool) -> Int {
        let colon = headerColon(from: header)
        scan(header..<colon, isConditional: isConditional)
        return open(colon)
    }

    private mutating func loop(_ start: Int) -> Int {
        noteCounter(start)
        let colon = headerColon(from: start + 1)
        var separator = start + 1
        while separator < colon, !outline.isWord(.in, at: separator) {
            separator = next(separator)
        }
        separator = min(separator, colon)
        bindTargets(start + 1..<separator, at: colon, isConditional: true)
        if separator < colon { scan(separator + 1..<colon) }
        return open(colon)
    }

    private mutating func function(_ start: Int) -> Int {
        guard outline.isName(at: start + 1) else { return simple(start) }
        let inner = addScope(.function, name: start + 1)
        var index = start + 2
        index = typeParameters(index, in: inner)
        guard outline.isOp(.leftParen, at: index), let close = outline.partner(of: index) else {
            return simple(start)
        }
        parameters(index + 1..<close, in: inner)
        let colon = headerColon(from: close + 1)
        if outline.isOp(.arrow, at: close + 1) { scan(close + 2..<colon) }
        bind(start + 1, at: colon)
        return open(colon, scope: inner)
    }

    private mutating func classDefinition(_ start: Int) -> Int {
        guard outline.isName(at: start + 1) else { return simple(start) }
        let inner = addScope(.class, name: start + 1)
        let index = typeParameters(start + 2, in: inner)
        let colon = headerColon(from: index)
        scan(index..<colon, isCall: true)
        bind(start + 1, at: colon)
        return open(colon, scope: inner, binding: bindings.count - 1)
    }

    /// Binds the type parameters in brackets at `start` (PEP 695); the index behind them.
    private mutating func typeParameters(_ start: Int, in inner: Int) -> Int {
        guard outline.isOp(.leftBracket, at: start), let close = outline.partner(of: start) else {
            return start
        }
        var index = start + 1
        while index < close {
            let isStarred = outline.isOp(.star, at: index) || outline.isOp(.doubleStar, at: index)
            let name = isStarred ? index + 1 : index
            if outline.isName(at: name) { bind(name, at: name, in: inner) }
            let end = outline.endOfElement(index, close)
            if name + 1 < end { scan(name + 2..<max(end, name + 2)) }
            index = end + 1
        }
        return close + 1
    }

    /// Binds the parameters of a function; annotations and defaults belong to the scope outside.
    private mutating func parameters(_ range: Range<Int>, in inner: Int) {
        var index = range.lowerBound
        while index < range.upperBound {
            let end = outline.endOfElement(index, range.upperBound)
            let isStarred = outline.isOp(.star, at: index) || outline.isOp(.doubleStar, at: index)
            let name = isStarred ? index + 1 : index
            if name < end, outline.isName(at: name) {
                bind(name, at: range.upperBound, in: inner)
                parameterTail(name, end)
            }
            index = end + 1
        }
    }

    private mutating func parameterTail(_ name: Int, _ end: Int) {
        var equal = name + 1
        while equal < end, outline.tokens[equal].op != .equal { equal = next(equal) }
        if outline.isOp(.colon, at: name + 1) { scan(name + 2..<max(min(equal, end), name + 2)) }
        guard equal < end else { return }
        scan(equal + 1..<end, context: addContext(.parameter, name..<name + 1))
    }
}

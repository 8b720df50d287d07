extension PythonBinder {
    /// The parts of a simple statement, outside all brackets.
    struct Extent {
        /// The index behind the statement.
        var end: Int
        /// The colon of an annotation.
        var colon: Int?
        var firstEqual: Int?
        var lastEqual: Int?
        var augmented: Int?
    }

    /// The index behind the token at `index`, or behind the bracket or f-string that it opens.
    @inline(__always)
    func next(_ index: Int) -> Int { outline.behind(index) }

    /// Whether the token at `index` ends a statement.
    @inline(__always)
    func endsStatement(_ index: Int) -> Bool {
        let token = outline.tokens[index]
        return token.kind == .newline || token.kind == .endMarker || token.op == .semicolon
            || token.kind == .indent || token.kind == .dedent
    }

    /// Reads the statement at `start`; returns the index behind it or behind its header.
    mutating func statement(at start: Int) -> Int {
        if outline.tokens[start].op == .at {
            let end = extent(from: start).end
            scan(start + 1..<end)
            return end
        }
        guard outline.tokens[start].kind == .name else { return simple(start) }
        guard let keyword = PythonKeyword(rawValue: outline.symbol(at: start)) else {
            return simple(start)
        }
        switch keyword {
        case .import: return importStatement(start)
        case .from: return fromStatement(start)
        case .global, .nonlocal: return declaration(start, isGlobal: keyword == .global)
        case .return: return result(start)
        case .del: return deletion(start)
        case .type where isTypeAlias(start): return typeAlias(start)
        default: return compound(start, keyword)
        }
    }

    /// Finds the end of the simple statement at `start`, and what divides it.
    @inline(__always)
    func extent(from start: Int) -> Extent {
        var extent = Extent(end: start)
        var lambdas = 0
        var index = start
        while !endsStatement(index) {
            let token = outline.tokens[index]
            if token.op == .colon {
                if lambdas > 0 {
                    lambdas -= 1
                } else if extent.colon == nil, extent.firstEqual == nil {
                    extent.colon = index
                }
            } else if token.op == .equal, lambdas == 0 {
                extent.firstEqual = extent.firstEqual ?? index
                extent.lastEqual = index
            } else if token.op.isAugmentedAssignment {
                extent.augmented = index
            } else if token.kind == .name, outline.isWord(.lambda, at: index) {
                lambdas += 1
            }
            index = next(index)
        }
        extent.end = index
        return extent
    }

    /// Reads an expression statement or an assignment.
    mutating func simple(_ start: Int) -> Int {
        let extent = extent(from: start)
        if let augmented = extent.augmented {
            let isStep = outline.isOp(.plusEqual, at: augmented) && augmented + 2 == extent.end
            if isStep, outline.tokens[augmented + 1].kind == .number,
                outline.isName(at: augmented - 1)
            {
                tallies.append(outline.symbol(at: augmented - 1))
            }
            bindTargets(start..<augmented, at: extent.end)
            let context = addContext(.assignment, start..<augmented)
            scan(augmented + 1..<extent.end, context: context)
        } else if let colon = extent.colon {
            annotated(start, colon, extent)
        } else if let first = extent.firstEqual, let last = extent.lastEqual {
            assignment(start..<first, value: last + 1..<extent.end)
            furtherTargets(first + 1..<last + 1, value: last + 1..<extent.end)
        } else {
            scan(start..<extent.end)
        }
        return extent.end
    }

    /// Reads the targets behind the first in `a = b = value`, each with its equals sign.
    ///
    /// Tuples are only matched with the value for a few targets: each looks through it again.
    private mutating func furtherTargets(_ range: Range<Int>, value: Range<Int>) {
        var index = range.lowerBound
        var count = 0
        while index < range.upperBound {
            var end = index
            while outline.tokens[end].op != .equal { end = next(end) }
            count += 1
            assign(index..<end, value: count <= 32 ? value : value.upperBound..<value.upperBound)
            index = end + 1
        }
    }

    /// Reads `target: annotation` with or without a value.
    ///
    /// Without a value it binds nothing, except that in a function the name is then local.
    private mutating func annotated(_ start: Int, _ colon: Int, _ extent: Extent) {
        scan(colon + 1..<(extent.firstEqual ?? extent.end))
        if let equal = extent.firstEqual {
            assignment(start..<colon, value: equal + 1..<extent.end)
        } else if colon == start + 1, outline.isName(at: start) {
            if scopes[scope].kind == .function {
                bind(start, at: extent.end, isConditional: true)
            }
        } else {
            scan(start..<colon)
        }
    }

    private mutating func result(_ start: Int) -> Int {
        let end = extent(from: start).end
        scan(start + 1..<end, context: addContext(.result, start..<start + 1))
        return end
    }

    private mutating func deletion(_ start: Int) -> Int {
        let end = extent(from: start).end
        bindTargets(start + 1..<end, at: end)
        return end
    }

    private mutating func declaration(_ start: Int, isGlobal: Bool) -> Int {
        let end = extent(from: start).end
        for index in start + 1..<end where outline.isName(at: index) {
            declarations.append(
                PythonDeclaration(
                    scope: scope,
                    symbol: outline.symbol(at: index),
                    isGlobal: isGlobal
                )
            )
        }
        return end
    }

    private func isTypeAlias(_ start: Int) -> Bool {
        outline.isName(at: start + 1)
            && (outline.isOp(.equal, at: start + 2) || outline.isOp(.leftBracket, at: start + 2))
    }

    private mutating func typeAlias(_ start: Int) -> Int {
        let extent = extent(from: start)
        bind(start + 1, at: extent.end)
        scan((extent.firstEqual ?? start + 1) + 1..<extent.end)
        return extent.end
    }
}

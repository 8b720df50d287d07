extension PythonUseAnalyzer {
    /// What takes a fresh value.
    enum FreshSlot {
        /// The default of a parameter; the token of its name.
        case parameter(Int)
        /// The argument of a keyword; the tokens of the keyword and of what is called.
        case keyword(Int, callee: Int)
        /// The target of an assignment; the token of its last name.
        case target(Int)
    }

    /// Looks at what becomes of the fresh value that the call at `index` makes.
    mutating func fresh(_ index: Int, _ source: Span<UInt8>) {
        guard let close = call(at: index + 1) else { return }
        let start = outline.startOfChain(index)
        guard outline.tokens[start].kind == .name else { return }
        let range = Int(outline.tokens[start].start)..<Int(outline.tokens[close].end)
        switch slot(around: start) {
        case .parameter(let name):
            share(ValueName(text(name, source), .parameter), range, index, source)
        case .keyword(let name, let callee):
            if isDefault(name, of: callee, source) {
                share(declared(callee, name, source), range, index, source)
            } else {
                handOn(name, callee, range, source)
            }
        case .target(let name):
            if blocks.isInClass {
                shareInClass(name, range, index, source)
            } else {
                makeApart(name, range, source)
            }
        case nil: break
        }
    }

    /// What takes the value of the expression that begins at `start`.
    ///
    /// - Returns: `nil` if nothing does, or if the value is only made when somebody asks for it.
    private func slot(around start: Int) -> FreshSlot? {
        var current = start
        for _ in 0..<8 {
            guard let first = outline.startOfElement(current) else { return nil }
            for token in first..<current where outline.isWord(.lambda, at: token) { return nil }
            guard let open = outline.opening(around: current) else {
                return target(in: first..<current).map { .target($0) }
            }
            if outline.isOp(.leftParen, at: open), !outline.isGrouping(at: open) {
                if outline.isWord(.def, at: open - 2) {
                    return outline.isName(at: first) ? .parameter(first) : nil
                }
                if outline.isName(at: first), outline.isOp(.equal, at: first + 1) {
                    // Behind `or` and `if` the value only stands in for one that is missing.
                    guard current == first + 2 else { return nil }
                    return outline.isName(at: open - 1) ? .keyword(first, callee: open - 1) : nil
                }
                // The text of a value still is that value.
                guard outline.isWord(.str, at: open - 1) else { return nil }
                current = open - 1
            } else if outline.isField(at: open) {
                current = outline.opening(around: open) ?? open
            } else if outline.isGrouping(at: open), !outline.isComprehension(at: open) {
                current = open
            } else {
                return nil
            }
        }
        return nil
    }

    /// The last name of the target of the assignment whose value begins at the end of `range`.
    private func target(in range: Range<Int>) -> Int? {
        guard let equal = range.last, outline.isOp(.equal, at: equal) else { return nil }
        return outline.target(before: equal).flatMap { outline.isName(at: $0) ? $0 : nil }
    }
}

extension PythonUseAnalyzer {
    /// Looks at what is done with the identifier whose last name stands at `index`, or with what
    /// the function of that name makes.
    mutating func consume(_ index: Int, _ source: Span<UInt8>) {
        var range = outline.startOfChain(index)..<index + 1
        if let close = call(at: index + 1) { range = range.lowerBound..<close + 1 }
        if isName(inSyntaxTree: index, from: range.lowerBound, source) { return }
        while let outer = transparent(range, source) { range = outer }
        let next = outline.tokens[range.upperBound]
        if next.op == .dot {
            method(of: range, named: index, source)
        } else if next.op == .leftBracket {
            slice(of: range, named: index, source)
        } else if next.op != .leftParen {
            length(of: range, named: index, source)
            contained(range, named: index, source)
            credential(range, named: index, source)
        }
    }

    /// Whether the name is the `id` of Python's own `ast.Name`: the name of a variable.
    private func isName(
        inSyntaxTree index: Int,
        from start: Int,
        _ source: Span<UInt8>
    ) -> Bool {
        guard start < index, outline.isName(at: index - 2),
            source.extracting(outline.tokens[index].range).equals("id")
        else { return false }
        let owner = source.extracting(outline.tokens[index - 2].range)
        return owner.equals("node") || owner.equals("func") || owner.equals("annotation")
            || owner.equals("expr") || owner.equals("decorator")
    }

    /// The expression around `range` that has the same text but for case and blanks: `str(x)`,
    /// `x.lower()`, `(x)`.
    private mutating func transparent(
        _ range: Range<Int>,
        _ source: Span<UInt8>
    ) -> Range<Int>? {
        let (before, behind) = (range.lowerBound - 1, range.upperBound)
        if outline.isOp(.leftParen, at: before), outline.partner(of: before) == behind {
            if outline.isWord(.str, at: before - 1), !outline.isOp(.dot, at: before - 2) {
                return before - 1..<behind + 1
            }
            return outline.isGrouping(at: before) ? before..<behind + 1 : nil
        }
        guard outline.isOp(.dot, at: behind), outline.isName(at: behind + 1),
            role(at: behind + 1, source) == .transparent,
            let close = call(at: behind + 2), close == behind + 3
        else { return nil }
        return range.lowerBound..<close + 1
    }

    /// The closing parenthesis of the call that opens at `index`.
    func call(at index: Int) -> Int? {
        outline.isOp(.leftParen, at: index) ? outline.partner(of: index) : nil
    }

    mutating func add(
        _ operation: Consumption.Operation,
        _ tokens: Range<Int>,
        subject: String?,
        detail: String? = nil,
        width: Int? = nil,
        _ source: Span<UInt8>
    ) {
        let start = Int(outline.tokens[tokens.lowerBound].start)
        let end = Int(outline.tokens[tokens.upperBound - 1].end)
        analysis.consumptions.append(
            Consumption(
                range: start..<end,
                operation: operation,
                subject: subject,
                detail: detail,
                width: width,
                function: function(source)
            )
        )
    }

    /// `x.split("_")`, `x.count("-")` and `x.startswith("run_")`.
    private mutating func method(
        of range: Range<Int>,
        named index: Int,
        _ source: Span<UInt8>
    ) {
        let name = range.upperBound + 1
        guard outline.isName(at: name), let close = call(at: name + 1) else { return }
        let role = role(at: name, source)
        guard role == .split || role == .affix || role == .count else { return }
        let detail = firstText(in: name + 2..<close, source)
        if role == .count {
            // How often a word stands in it says nothing of a text.
            guard let detail, ["-", "_", ":", "."].contains(detail) else { return }
        } else if role == .split {
            guard let detail, isSeparator(detail) else { return }
        } else if let detail {
            guard isPartOfName(detail) else { return }
        } else if name + 2 == close {
            return
        }
        add(
            role == .affix ? .affix : .split,
            range.lowerBound..<close + 1,
            subject: text(index, source),
            detail: detail,
            source
        )
    }

    /// The first text literal among arguments: the only one, or one of a tuple.
    private func firstText(in range: Range<Int>, _ source: Span<UInt8>) -> String? {
        var start = range.lowerBound
        if outline.isOp(.leftParen, at: start) { start += 1 }
        guard start < range.upperBound else { return nil }
        return outline.content(ofString: start, source).map { decoded($0, source) }
    }

    /// Whether identifiers are put together with `text`; commas and blanks separate lists of them.
    private func isSeparator(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 16
            && !text.utf8.contains {
                [0x2c, 0x3b, 0x20, 0x0a, 0x09, 0x7c, 0x26, 0x3d].contains($0)
            }
    }

    /// Whether `text` can be the beginning or end of an identifier, not of a URL or a path.
    private func isPartOfName(_ text: String) -> Bool {
        !text.isEmpty && !text.utf8.contains { $0 == 0x20 || $0 == 0x0a || $0 == 0x2c }
            && !text.contains("://") && !text.hasPrefix("http") && !text.hasPrefix(".")
            && !text.hasPrefix("/")
    }

    /// Reads `len(x) == 36`.
    private mutating func length(
        of range: Range<Int>,
        named index: Int,
        _ source: Span<UInt8>
    ) {
        let open = range.lowerBound - 1
        guard outline.isOp(.leftParen, at: open), outline.partner(of: open) == range.upperBound,
            open > 0, outline.tokens[open - 1].kind == .name, !outline.isOp(.dot, at: open - 2),
            role(at: open - 1, source) == .length
        else { return }
        let behind = range.upperBound + 1
        let limit: Int
        var whole = open - 1..<behind
        if isComparison(outline.tokens[behind].op) || outline.isWord(.in, at: behind) {
            limit = outline.tokens[behind + 1].op.isOpening ? behind + 2 : behind + 1
            whole = open - 1..<behind + 2
        } else if open > 2, isComparison(outline.tokens[open - 2].op) {
            limit = open - 3
            whole = open - 3..<behind
        } else {
            return
        }
        let number = outline.number(limit, source)
        guard number.map((4...255).contains) ?? isConstant(limit, source) else { return }
        add(
            .length,
            whole,
            subject: text(index, source),
            detail: text(limit, source),
            width: number,
            source
        )
    }

    /// Whether the token at `index` is a name in capitals.
    func isConstant(_ index: Int, _ source: Span<UInt8>) -> Bool {
        guard outline.isName(at: index) else { return false }
        for offset in outline.tokens[index].range where source[offset] &- 0x61 < 26 {
            return false
        }
        return true
    }

    private func isComparison(_ op: PythonOperator) -> Bool {
        switch op {
        case .equalEqual, .notEqual, .less, .greater, .lessEqual, .greaterEqual: true
        default: false
        }
    }

    /// Reads `"run_" in x`.
    private mutating func contained(
        _ range: Range<Int>,
        named index: Int,
        _ source: Span<UInt8>
    ) {
        let word = range.lowerBound - 1
        guard outline.isWord(.in, at: word) else { return }
        let literal = outline.isWord(.not, at: word - 1) ? word - 2 : word - 1
        guard let content = outline.content(ofString: literal, source) else { return }
        let detail = decoded(content, source)
        guard isPartOfName(detail), !detail.utf8.contains(0x5c),
            detail.utf8.contains(where: { !isLetter($0) })
        else { return }
        add(
            .affix,
            literal..<range.upperBound,
            subject: text(index, source),
            detail: detail,
            source
        )
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

extension PythonUseAnalyzer {
    /// `x[:8]`, `x[4:]`, and `x[:4] == "run_"`.
    mutating func slice(of range: Range<Int>, named index: Int, _ source: Span<UInt8>) {
        let open = range.upperBound
        guard let close = outline.partner(of: open), close > open else { return }
        let content = open + 1..<close
        // Only a list is unpacked.
        guard let isSlice = isConstant(content, source),
            !outline.isOp(.star, at: range.lowerBound - 1)
                || outline.endsExpression(at: range.lowerBound - 2)
        else { return }
        let literal = comparedText(behind: close, source)
        // One place alone tells a text from a list only by what it is compared with.
        guard isSlice || literal != nil, !isLogged(range.lowerBound, source),
            !isElided(behind: close, source)
        else { return }
        let detail =
            literal
            ?? decoded(
                Int(outline.tokens[open].end)..<Int(outline.tokens[close].start),
                source
            )
        add(
            literal == nil ? .slice : .affix,
            range.lowerBound..<close + (literal == nil ? 1 : 3),
            subject: text(index, source),
            detail: detail,
            source
        )
    }

    /// Whether an index is a slice (true) or one place (false) of small constants; nil for others.
    private func isConstant(_ content: Range<Int>, _ source: Span<UInt8>) -> Bool? {
        var colons = 0
        var numbers = 0
        for index in content {
            let token = outline.tokens[index]
            if token.op == .colon {
                colons += 1
            } else if token.kind == .number {
                guard let number = outline.number(index, source), number <= 64 else { return nil }
                numbers += 1
            } else if token.op != .minus {
                return nil
            }
        }
        guard numbers > 0, colons <= 1 else { return nil }
        return colons == 1
    }

    /// The text that the expression ending at `close` is compared with.
    private func comparedText(behind close: Int, _ source: Span<UInt8>) -> String? {
        guard outline.isOp(.equalEqual, at: close + 1) || outline.isOp(.notEqual, at: close + 1),
            let content = outline.content(ofString: close + 2, source), !content.isEmpty
        else { return nil }
        return decoded(content, source)
    }

    /// Whether dots follow, which tell a reader that something was left out.
    private func isElided(behind close: Int, _ source: Span<UInt8>) -> Bool {
        guard outline.isOp(.rightBrace, at: close + 1),
            outline.tokens[close + 2].kind == .fstringMiddle
        else { return false }
        let start = Int(outline.tokens[close + 2].start)
        return source.stands("...", at: start) || source.stands("…", at: start)
    }

    /// Whether the expression at `index` is only shown: an argument of a call that writes a log.
    mutating func isLogged(_ index: Int, _ source: Span<UInt8>) -> Bool {
        var current = index
        for _ in 0..<8 {
            guard let open = outline.opening(around: current) else { return false }
            if outline.isOp(.leftParen, at: open), outline.isName(at: open - 1),
                role(at: open - 1, source) == .log
            {
                return true
            }
            if outline.isOp(.leftParen, at: open), outline.isName(at: open - 1),
                isException(open - 1, source)
            {
                return true
            }
            current = open
        }
        return false
    }

    /// Whether the name at `index` is that of an exception class: `ValueError`.
    private func isException(_ index: Int, _ source: Span<UInt8>) -> Bool {
        let range = outline.tokens[index].range
        return source.extracting(range).ends(with: "Error")
            || source.extracting(range).ends(with: "Exception")
    }
}

extension SQLLexer {
    /// Reads a text in single quotes whose prefix begins at `start`.
    ///
    /// A quote is doubled within the text. A text without an end is cut at the end of its line, and
    /// so are those after it, so that a stray quote costs one pass and not one for each quote.
    mutating func readText(_ source: Span<UInt8>, from start: Int, escapes: Bool) {
        offset += 1
        let isClosed = skip(to: UInt8(ascii: "'"), source, escapes: escapes)
        if !isClosed { record("a text is not terminated", at: start) }
        emit(.string, start)
    }

    /// Reads a name in double quotes or backquotes; MySQL's texts in double quotes are taken so too.
    mutating func readQuotedName(_ source: Span<UInt8>) {
        let start = offset
        let quote = source[start]
        offset += 1
        let escapes = quote == UInt8(ascii: "\"") && escapesWithBackslash
        if !skip(to: quote, source, escapes: escapes) {
            record("a quoted name is not terminated", at: start)
        }
        emit(.quotedName, start)
    }

    /// Steps behind the next `quote` that is not doubled; false if there is none.
    private mutating func skip(to quote: UInt8, _ source: Span<UInt8>, escapes: Bool) -> Bool {
        let start = offset
        let end = limit(source)
        while offset < end {
            let byte = source[offset]
            offset += 1
            if byte == quote {
                guard self.byte(source, offset) == quote else { return true }
                offset += 1
            } else if escapes, byte == UInt8(ascii: "\\") {
                offset = min(offset + 1, end)
            } else if byte == 0x0a, textsEndWithLine {
                return false
            }
        }
        textsEndWithLine = true
        offset = start
        while offset < end, source[offset] != 0x0a { offset += 1 }
        return false
    }

    /// Whether the bracket begins a name of SQL Server and not an index or an array.
    func isBracketedName(_ source: Span<UInt8>) -> Bool {
        if offset > 0, let last = tokens.last, Int(last.end) == offset, last.symbol != .dot,
            last.symbol != .leftParen, last.symbol != .comma
        {
            return false
        }
        guard byte(source, offset + 1).isSQLWordStart else { return false }
        var index = offset + 2
        while index - offset < 130, index < limit(source) {
            let byte = source[index]
            if byte == UInt8(ascii: "]") { return true }
            guard byte.isSQLWord || byte == 0x20 || byte == UInt8(ascii: "-") else { return false }
            index += 1
        }
        return false
    }

    /// Reads a name in brackets.
    mutating func readBracketedName(_ source: Span<UInt8>) {
        let start = offset
        while source[offset] != UInt8(ascii: "]") { offset += 1 }
        offset += 1
        emit(.quotedName, start)
    }

    /// Reads a parameter such as `$1`, a text in dollar quotes, or the tag before a function's body.
    mutating func readDollar(_ source: Span<UInt8>) {
        let start = offset
        offset += 1
        if (0x30...0x39).contains(byte(source, offset)) {
            while (0x30...0x39).contains(byte(source, offset)) { offset += 1 }
            return emit(.parameter, start)
        }
        var end = offset
        while end - start < 64, byte(source, end).isSQLWordStart || isDigit(source, end) {
            end += 1
        }
        guard hasDollarQuotes, byte(source, end) == UInt8(ascii: "$"),
            let closing = closingTag(start..<end + 1, source)
        else { return emit(.op, start) }
        let isBody = tokens.last?.symbol == .as || tokens.last?.isBlockStart(source) ?? false
        if isBody, bodies.count < Self.maximumBodies {
            offset = end + 1
            bodies.append(Body(closing: closing, textsEndedWithLine: textsEndWithLine))
            textsEndWithLine = false
            emit(.bodyStart, start)
        } else {
            offset = closing.upperBound
            emit(.string, start)
        }
    }

    private func isDigit(_ source: Span<UInt8>, _ offset: Int) -> Bool {
        (0x30...0x39).contains(byte(source, offset))
    }

    /// Where the tag stands again; if nowhere, there are no dollar quotes in the rest of the file.
    private mutating func closingTag(_ tag: Range<Int>, _ source: Span<UInt8>) -> Range<Int>? {
        let end = limit(source) - tag.count
        var index = tag.upperBound
        search: while index <= end {
            if source[index] == UInt8(ascii: "$") {
                for place in 0..<tag.count
                where source[index + place] != source[tag.lowerBound + place] {
                    index += max(1, place)
                    continue search
                }
                return index..<index + tag.count
            }
            index += 1
        }
        hasDollarQuotes = false
        return nil
    }

    /// Steps over a comment to the end of the line.
    mutating func readLineComment(_ source: Span<UInt8>) {
        let start = offset
        let end = limit(source)
        while offset < end, source[offset] != 0x0a, source[offset] != 0x0d { offset += 1 }
        note(start..<offset, source)
    }

    /// Steps over a comment between `/*` and `*/`.
    mutating func readBlockComment(_ source: Span<UInt8>) {
        let start = offset
        if !skipComment(source, nests: commentsNest) {
            let wasNesting = commentsNest
            commentsNest = false
            offset = start
            if !(wasNesting && skipComment(source, nests: false)) {
                record("a comment is not terminated", at: start)
                offset = limit(source)
            }
        }
        note(start..<offset, source)
    }

    private mutating func skipComment(_ source: Span<UInt8>, nests: Bool) -> Bool {
        var depth = 0
        let end = limit(source)
        while offset + 1 < end {
            if source[offset] == UInt8(ascii: "*"), source[offset + 1] == UInt8(ascii: "/") {
                offset += 2
                depth -= 1
                if depth == 0 { return true }
            } else if source[offset] == UInt8(ascii: "/"), source[offset + 1] == UInt8(ascii: "*"),
                nests || depth == 0
            {
                offset += 2
                depth += 1
            } else {
                offset += 1
            }
        }
        return false
    }

    private static let directive = ByteSearch("signet:")

    private mutating func note(_ comment: Range<Int>, _ source: Span<UInt8>) {
        if Self.directive.firstOffset(in: source.extracting(comment)) != nil {
            directives.append(comment)
        }
    }
}

extension SQLToken {
    /// Whether the token is `DO`, before a body without a name.
    fileprivate func isBlockStart(_ source: Span<UInt8>) -> Bool {
        kind == .word && end - start == 2 && source[Int(start)] | 0x20 == UInt8(ascii: "d")
            && source[Int(start) + 1] | 0x20 == UInt8(ascii: "o")
    }
}

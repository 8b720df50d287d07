extension SQLLexer {
    /// Reads a word, or a text with a prefix such as `E'…'` and `N'…'`; true for a `GO` on a line
    /// of its own, which ends a statement.
    mutating func readWord(_ source: Span<UInt8>) -> Bool {
        let start = offset
        let end = limit(source)
        repeat { offset += 1 } while offset < end && source[offset].isSQLWord
        if offset - start == 1, byte(source, offset) == UInt8(ascii: "'") {
            let prefix = source[start] | 0x20
            if prefix == UInt8(ascii: "e") || prefix == UInt8(ascii: "n")
                || prefix == UInt8(ascii: "x") || prefix == UInt8(ascii: "b")
            {
                let escapes = prefix == UInt8(ascii: "e") || escapesWithBackslash
                readText(source, from: start, escapes: escapes)
                return false
            }
        }
        let symbol = SQLSymbol(word: source.extracting(start..<offset))
        if symbol == .delimiter, beginsLine(start, source) { hasDollarQuotes = false }
        emit(.word, start, symbol)
        return symbol == .go && beginsLine(start, source) && endsLine(source)
    }

    /// Whether only blanks stand between the next byte and the end of the line.
    private func endsLine(_ source: Span<UInt8>) -> Bool {
        var index = offset
        while index < source.count, source[index] == 0x20 || source[index] == 0x09 { index += 1 }
        return index == source.count || source[index] == 0x0a || source[index] == 0x0d
    }

    /// Reads a number; what follows its digits is not looked at closely.
    mutating func readNumber(_ source: Span<UInt8>) {
        let start = offset
        let end = limit(source)
        while offset < end, source[offset].isSQLWord || source[offset] == UInt8(ascii: ".") {
            offset += 1
        }
        emit(.number, start)
    }

    /// Reads a dot, a cast, an assignment or a parameter.
    mutating func readMark(_ source: Span<UInt8>) {
        let start = offset
        let next = byte(source, start + 1)
        offset += 1
        switch (source[start], next) {
        case (UInt8(ascii: "."), _): emit(.op, start, .dot)
        case (UInt8(ascii: ":"), UInt8(ascii: ":")):
            offset += 1
            emit(.op, start, .cast)
        case (UInt8(ascii: ":"), UInt8(ascii: "=")):
            offset += 1
            emit(.op, start, .assign)
        case (UInt8(ascii: ":"), let first) where first.isSQLWordStart:
            while byte(source, offset).isSQLWord { offset += 1 }
            emit(.parameter, start)
        case (UInt8(ascii: "%"), UInt8(ascii: "s")):
            offset += 1
            emit(.parameter, start)
        case (UInt8(ascii: "?"), _): emit(.parameter, start)
        default: emit(.op, start)
        }
    }

    /// Reads an operator of one or two bytes, or a bracket.
    mutating func readOperator(_ source: Span<UInt8>) {
        let start = offset
        let first = source[start]
        let next = byte(source, start + 1)
        offset += 1
        switch first {
        case UInt8(ascii: "("): open(.leftParen)
        case UInt8(ascii: ")"): close(.rightParen, opening: .leftParen)
        case UInt8(ascii: "["): open(.leftBracket)
        case UInt8(ascii: "]"): close(.rightBracket, opening: .leftBracket)
        case UInt8(ascii: ","): emit(.op, start, .comma)
        case UInt8(ascii: "+"): emit(.op, start, .plus)
        case UInt8(ascii: "="): emit(.op, start, .equal)
        case UInt8(ascii: "|") where next == first: emitPair(start, .concatenate)
        case UInt8(ascii: "<") where next == UInt8(ascii: "="): emitPair(start, .lessEqual)
        case UInt8(ascii: ">") where next == UInt8(ascii: "="): emitPair(start, .greaterEqual)
        case UInt8(ascii: "<") where next == UInt8(ascii: ">"): emitPair(start, .notEqual)
        case UInt8(ascii: "!") where next == UInt8(ascii: "="): emitPair(start, .notEqual)
        // `<@`, `>>` and `->` are no comparisons.
        case UInt8(ascii: "<") where next == UInt8(ascii: "@"): emitPair(start, .other)
        case UInt8(ascii: "<") where next == first: emitPair(start, .other)
        case UInt8(ascii: ">") where next == first: emitPair(start, .other)
        case UInt8(ascii: "<"): emit(.op, start, .less)
        case UInt8(ascii: ">") where start > 0 && source[start - 1] == UInt8(ascii: "-"):
            emit(.op, start)
        case UInt8(ascii: ">"): emit(.op, start, .greater)
        case 0: record("the source holds a null byte", at: start)
        default: emit(.op, start)
        }
    }

    private mutating func emitPair(_ start: Int, _ symbol: SQLSymbol) {
        offset += 1
        emit(.op, start, symbol)
    }

    private mutating func open(_ symbol: SQLSymbol) {
        if openBrackets.count < Self.maximumDepth {
            openBrackets.append(Int32(tokens.count))
        } else {
            record("brackets are nested too deeply", at: offset - 1)
        }
        emit(.op, offset - 1, symbol)
    }

    private mutating func close(_ symbol: SQLSymbol, opening: SQLSymbol) {
        if let last = openBrackets.last, tokens[Int(last)].symbol == opening {
            openBrackets.removeLast()
            let distance = Int32(tokens.count) - last
            tokens[Int(last)].partner = distance
            emit(.op, offset - 1, symbol)
            tokens[tokens.count - 1].partner = -distance
        } else {
            emit(.op, offset - 1, symbol)
        }
    }

    /// Ends a statement, and skips the rows that follow `COPY … FROM stdin`.
    mutating func readSemicolon(_ source: Span<UInt8>) -> Bool {
        let hasRows = tokens.last?.symbol == .stdin && tokens.first?.symbol == .copy
        offset += 1
        emit(.op, offset - 1, .semicolon)
        guard hasRows, self.hasRows, bodies.isEmpty else { return true }
        if let end = Self.endOfRows.firstOffset(in: source, from: offset) {
            offset = end + 3
        } else {
            self.hasRows = false
        }
        return true
    }

    private static let endOfRows = ByteSearch("\n\\.")
}

extension PythonLexer {
    /// How a string literal is written: its prefix and quotes.
    struct StringStyle: OptionSet {
        let rawValue: UInt8

        static let raw = StringStyle(rawValue: 1)
        static let bytes = StringStyle(rawValue: 2)
        static let formatted = StringStyle(rawValue: 4)
        static let template = StringStyle(rawValue: 8)
        static let unicode = StringStyle(rawValue: 16)
        static let triple = StringStyle(rawValue: 32)
        static let doubleQuoted = StringStyle(rawValue: 64)

        init(rawValue: UInt8 = 0) { self.rawValue = rawValue }

        /// Reads the prefix in `start..<end`; nil if the letters are none.
        init?(prefix source: Span<UInt8>, _ start: Int, _ end: Int) {
            var style = StringStyle()
            for index in start..<end {
                let letter: StringStyle
                switch source[index] | 0x20 {
                case 0x72: letter = .raw
                case 0x62: letter = .bytes
                case 0x66: letter = .formatted
                case 0x74: letter = .template
                case 0x75: letter = .unicode
                default: return nil
                }
                if !style.isDisjoint(with: letter) { return nil }
                style.formUnion(letter)
            }
            // Of two letters one is `r`, and the other is not `u`.
            if end - start == 2, !style.contains(.raw) || style.contains(.unicode) { return nil }
            self = style
        }

        /// The quote character.
        var quote: UInt8 { contains(.doubleQuoted) ? 0x22 : 0x27 }

        /// Whether the string may hold replacement fields.
        var isInterpolated: Bool { !isDisjoint(with: [.formatted, .template]) }
    }

    /// Reads a string literal whose quote stands at or behind `offset`.
    mutating func lexString(_ source: Span<UInt8>, from start: Int, prefix: StringStyle) {
        var style = prefix
        var open = start
        while source[open] != 0x22, source[open] != 0x27 { open &+= 1 }
        let quote = source[open]
        if quote == 0x22 { style.formUnion(.doubleQuoted) }
        if byte(source, open &+ 1) == quote, byte(source, open &+ 2) == quote {
            style.formUnion(.triple)
            open &+= 2
        }
        offset = open &+ 1
        hasLineContent = true
        if style.isInterpolated { return openInterpolation(from: start, style) }
        let end = endOfString(source, from: offset, style)
        if let end {
            offset = end
        } else if style.contains(.triple) {
            record(.unterminatedTripleQuotedString, at: start)
            offset = source.count
        } else {
            record(.unterminatedString, at: start)
            offset = endOfLine(source, from: offset)
        }
        emit(.string, start, offset)
    }

    /// The offset behind the closing quotes of a plain string; nil if there are none.
    private func endOfString(_ source: Span<UInt8>, from start: Int, _ style: StringStyle) -> Int? {
        let quote = style.quote
        let isTriple = style.contains(.triple)
        let stop: UInt8 = isTriple ? quote : 0x0A
        var index = start
        while true {
            index = ByteScan.first(
                of: quote,
                0x5C,
                stop,
                isTriple ? quote : 0x0D,
                in: source,
                from: index
            )
            guard index < source.count else { return nil }
            let found = source[index]
            if found == 0x5C {
                index = endOfEscape(source, index)
            } else if found != quote {
                return nil
            } else if !isTriple {
                return index &+ 1
            } else if byte(source, index &+ 1) == quote, byte(source, index &+ 2) == quote {
                return index &+ 3
            } else {
                index &+= 1
            }
        }
    }

    /// The offset behind a backslash and the character, or line end, that it escapes.
    func endOfEscape(_ source: Span<UInt8>, _ start: Int) -> Int {
        let isPair = byte(source, start &+ 1) == 0x0D && byte(source, start &+ 2) == 0x0A
        return min(start &+ (isPair ? 3 : 2), source.count)
    }

    /// The offset where the line of an unterminated string ends.
    private func endOfLine(_ source: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < source.count {
            index = ByteScan.first(of: 0x5C, 0x0A, 0x0D, 0x0A, in: source, from: index)
            guard index < source.count, source[index] == 0x5C else { break }
            index = endOfEscape(source, index)
        }
        return index
    }
}

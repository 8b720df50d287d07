/// Numbers, strings, templates and regular expressions (ECMA-262, sections 12.9.3 to 12.9.6).
extension ScriptLexer {
    /// Reads a number.
    ///
    /// Where digits stop making sense the number ends and an error is recorded.
    mutating func lexNumber(_ source: Span<UInt8>) {
        let start = offset
        var end = start
        if source[start] == 0x30, Self.isRadix(byte(source, start &+ 1)) {
            end = start &+ 2
            while Self.isHexadecimal(byte(source, end)) || byte(source, end) == 0x5F { end &+= 1 }
            if byte(source, end) == 0x6E { end &+= 1 }
        } else {
            end = decimal(source, start)
        }
        if ScriptByteClass.isName(byte(source, end)) { record(.invalidNumber, at: end) }
        emit(.number, start, end)
    }

    private static func isRadix(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return letter == 0x78 || letter == 0x6F || letter == 0x62
    }

    private func decimal(_ source: Span<UInt8>, _ start: Int) -> Int {
        var end = digits(source, start)
        if byte(source, end) == 0x6E { return end &+ 1 }
        // An old octal number such as `017` takes no fraction: `017.toString()` is legal.
        let isOctal = end &- start > 1 && source[start] == 0x30
        if byte(source, end) == 0x2E, !isOctal { end = digits(source, end &+ 1) }
        guard byte(source, end) | 0x20 == 0x65 else { return end }
        let sign = byte(source, end &+ 1)
        let first = sign == 0x2B || sign == 0x2D ? end &+ 2 : end &+ 1
        return ScriptByteClass.isDigit(byte(source, first)) ? digits(source, first) : end
    }

    @inline(__always)
    private func digits(_ source: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while ScriptByteClass.isDigit(byte(source, end)) || byte(source, end) == 0x5F {
            end &+= 1
        }
        return end
    }

    /// Reads a string; one without an end ends with its line.
    mutating func lexString(_ source: Span<UInt8>) {
        let start = offset
        let quote = source[start]
        var end = start &+ 1
        while true {
            end = ByteScan.first(of: quote, 0x5C, 0x0A, 0x0D, in: source, from: end)
            guard end < source.count else { break }
            if source[end] == quote { return emit(.string, start, end &+ 1) }
            guard source[end] == 0x5C else { break }
            end = min(endOfEscapedByte(source, end), source.count)
        }
        record(.unterminatedString, at: start)
        emit(.string, start, end)
    }

    /// The offset behind a backslash and the character or line end behind it.
    private func endOfEscapedByte(_ source: Span<UInt8>, _ start: Int) -> Int {
        let isPair = byte(source, start &+ 1) == 0x0D && byte(source, start &+ 2) == 0x0A
        return start &+ (isPair ? 3 : 2)
    }

    /// Reads a piece of a template's text, a `${` or the closing backtick.
    mutating func lexTemplate(_ source: Span<UInt8>) {
        let start = offset
        var end = start
        while true {
            end = ByteScan.first(of: 0x60, 0x24, 0x5C, 0x60, in: source, from: end)
            guard end < source.count else { break }
            if source[end] == 0x5C {
                end = min(end &+ 2, source.count)
            } else if source[end] == 0x60 || byte(source, end &+ 1) == 0x7B {
                break
            } else {
                end &+= 1
            }
        }
        if end > start { emit(.templateText, start, end) }
        guard end < source.count else { return }
        if source[end] == 0x60 {
            emit(.templateEnd, end, end &+ 1)
            pair(pop())
        } else {
            emit(.op, end, end &+ 2, op: .substitution)
            push(.substitution)
        }
    }

    /// Reads a regular expression; one without an end ends with its line.
    ///
    /// In a class in brackets a slash is a character.
    mutating func lexRegex(_ source: Span<UInt8>) {
        let start = offset
        var end = start &+ 1
        var isInClass = false
        scan: while true {
            guard end < source.count else { break }
            switch source[end] {
            case 0x0A, 0x0D: break scan
            case 0x5C:
                // A line end is never escaped here.
                if byte(source, end &+ 1) != 0x0A, byte(source, end &+ 1) != 0x0D { end &+= 1 }
            case 0x5B: isInClass = true
            case 0x5D: isInClass = false
            case 0x2F where !isInClass:
                end &+= 1
                while end < source.count, ScriptByteClass.isName(source[end]) { end &+= 1 }
                return emit(.regex, start, end)
            case 0xE2 where ScriptByteClass.isWideLineEnd(source, end): break scan
            default: break
            }
            end &+= 1
        }
        record(.unterminatedRegex, at: start)
        emit(.regex, start, min(end, source.count))
    }
}

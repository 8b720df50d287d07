extension PythonLexer {
    /// Reads a number: "Numeric literals" of the language reference.
    ///
    /// A malformed number is recorded as an error and ends where it stops being one.
    mutating func lexNumber(_ source: Span<UInt8>) {
        let start = offset
        var end = start
        if source[start] == 0x30, let base = Self.base(byte(source, start &+ 1)) {
            end = radixDigits(source, start &+ 2, base: base)
            requireNumberEnd(source, end)
        } else {
            end = decimalNumber(source, start)
        }
        offset = end
        hasLineContent = true
        emit(.number, start, end)
    }

    /// The base that the letter behind a leading zero stands for.
    private static func base(_ letter: UInt8) -> UInt8? {
        switch letter | 0x20 {
        case 0x78: 16
        case 0x6F: 8
        case 0x62: 2
        default: nil
        }
    }

    /// Reads the digits of a hexadecimal, octal or binary number, each group after one underscore.
    private mutating func radixDigits(
        _ source: Span<UInt8>,
        _ start: Int,
        base: UInt8
    ) -> Int {
        var end = start
        repeat {
            let group = byte(source, end) == 0x5F ? end &+ 1 : end
            guard PythonByteClass.isDigit(byte(source, group), base: base) else {
                record(.invalidNumber, at: group)
                return end
            }
            end = group
            while PythonByteClass.isDigit(byte(source, end), base: base) { end &+= 1 }
        } while byte(source, end) == 0x5F
        return end
    }

    /// Reads a decimal integer, a fraction, an exponent and the `j` of an imaginary number.
    private mutating func decimalNumber(_ source: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        var isInteger = true
        if source[start] != 0x2E { end = decimalDigits(source, start) }
        if byte(source, end) == 0x2E {
            isInteger = false
            end &+= 1
            if PythonByteClass.isDigit(byte(source, end)) { end = decimalDigits(source, end) }
        }
        if byte(source, end) | 0x20 == 0x65, let tail = exponent(source, end) {
            isInteger = false
            end = tail
        }
        if byte(source, end) | 0x20 == 0x6A {
            end &+= 1
        } else if isInteger, hasForbiddenZeros(source, start, end) {
            record(.invalidNumber, at: start)
        }
        requireNumberEnd(source, end)
        return end
    }

    /// Reads decimal digits in groups; one underscore may stand between two groups.
    private mutating func decimalDigits(_ source: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while true {
            while PythonByteClass.isDigit(byte(source, end)) { end &+= 1 }
            guard byte(source, end) == 0x5F else { return end }
            guard PythonByteClass.isDigit(byte(source, end &+ 1)) else {
                record(.invalidNumber, at: end)
                return end
            }
            end &+= 1
        }
    }

    /// Reads an exponent; nil if the letter begins a word such as `else`.
    private mutating func exponent(_ source: Span<UInt8>, _ start: Int) -> Int? {
        let next = byte(source, start &+ 1)
        if PythonByteClass.isDigit(next) { return decimalDigits(source, start &+ 1) }
        guard next == 0x2B || next == 0x2D else { return nil }
        guard PythonByteClass.isDigit(byte(source, start &+ 2)) else { return nil }
        return decimalDigits(source, start &+ 2)
    }

    /// Whether a decimal integer begins with a zero but is not zero.
    private func hasForbiddenZeros(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard source[start] == 0x30 else { return false }
        for index in start..<end where source[index] > 0x30 && source[index] < 0x3A { return true }
        return false
    }

    /// Records an error if a letter follows that begins no keyword, as in `1x`; `1if x` is valid.
    private mutating func requireNumberEnd(_ source: Span<UInt8>, _ end: Int) {
        let next = byte(source, end)
        guard PythonByteClass.isIdentifier(next) else { return }
        let second = byte(source, end &+ 1)
        let third = byte(source, end &+ 2)
        let isKeyword =
            switch next {
            case 0x61: second == 0x6E && third == 0x64
            case 0x65: second == 0x6C && third == 0x73 && byte(source, end &+ 3) == 0x65
            case 0x66: second == 0x6F && third == 0x72
            case 0x69: second == 0x66 || second == 0x6E || second == 0x73
            case 0x6E: second == 0x6F && third == 0x74
            case 0x6F: second == 0x72
            default: false
            }
        if !isKeyword { record(.invalidNumber, at: end) }
    }
}

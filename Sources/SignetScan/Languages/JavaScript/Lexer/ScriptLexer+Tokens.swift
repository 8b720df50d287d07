extension ScriptLexer {
    /// Reads one token outside of text, or some space.
    @inline(__always)
    mutating func lexToken(_ source: Span<UInt8>) {
        let first = source[offset]
        if ScriptByteClass.isNameStart(first) { return lexName(source, from: offset, .name) }
        switch first {
        case 0x20, 0x09, 0x0B, 0x0C: offset &+= 1
        case 0x0A, 0x0D:
            hasLineBreak = true
            offset &+= 1
        case 0x30...0x39: lexNumber(source)
        case 0x22, 0x27: lexString(source)
        case 0x60:
            emit(.templateStart, offset, offset &+ 1)
            push(.template)
        case 0x2F: lexSlash(source)
        case 0x23, 0x5C: lexUnusualName(source)
        case 0x80...: lexWide(source)
        default: lexPunctuator(source)
        }
    }

    /// Steps over `#!` and the rest of its line (ECMA-262, section 12.5).
    mutating func skipHashbang(_ source: Span<UInt8>) {
        guard byte(source, 0) == 0x23, byte(source, 1) == 0x21 else { return }
        offset = endOfLine(source, 2)
    }

    /// Reads a name whose first byte is at `start` or follows there.
    @inline(__always)
    mutating func lexName(_ source: Span<UInt8>, from start: Int, _ kind: ScriptTokenKind) {
        var end = offset &+ 1
        while end < source.count, ScriptByteClass.isName(source[end]) { end &+= 1 }
        if end < source.count, source[end] >= 0x80 || source[end] == 0x5C {
            end = endOfUnusualName(source, end)
        }
        emit(kind, start, end)
    }

    /// The end of a name with escapes or characters beyond ASCII, from `start` on.
    ///
    /// Every character beyond ASCII that is no space counts as part of a name: what else there is
    /// stands in strings and comments.
    private func endOfUnusualName(_ source: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < source.count {
            let byte = source[end]
            if ScriptByteClass.isName(byte) {
                end &+= 1
            } else if byte == 0x5C {
                guard let next = endOfEscape(source, end) else { return end }
                end = next
            } else if byte >= 0x80, ScriptByteClass.wideSpace(source, end) == 0 {
                end &+= 1
            } else {
                return end
            }
        }
        return end
    }

    /// The end of `\uXXXX` or `\u{X}` at `start`; nil for anything else.
    private func endOfEscape(_ source: Span<UInt8>, _ start: Int) -> Int? {
        guard byte(source, start &+ 1) == 0x75 else { return nil }
        var end = start &+ 2
        let isBraced = byte(source, end) == 0x7B
        if isBraced { end &+= 1 }
        let first = end
        while end &- first < (isBraced ? 6 : 4), Self.isHexadecimal(byte(source, end)) {
            end &+= 1
        }
        if isBraced { return end > first && byte(source, end) == 0x7D ? end &+ 1 : nil }
        return end &- first == 4 ? end : nil
    }

    /// Whether the byte is a hexadecimal digit.
    @inline(__always)
    static func isHexadecimal(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
    }

    /// Reads a private name, or a name that begins with an escape.
    private mutating func lexUnusualName(_ source: Span<UInt8>) {
        let start = offset
        let isPrivate = source[start] == 0x23
        let end = endOfUnusualName(source, isPrivate ? start &+ 1 : start)
        guard end > start &+ (isPrivate ? 1 : 0) else { return lexStray() }
        emit(isPrivate ? .privateName : .name, start, end)
    }

    /// Reads space or a name that begins beyond ASCII.
    private mutating func lexWide(_ source: Span<UInt8>) {
        let length = ScriptByteClass.wideSpace(source, offset)
        guard length > 0 else {
            return emit(.name, offset, endOfUnusualName(source, offset))
        }
        if ScriptByteClass.isWideLineEnd(source, offset) { hasLineBreak = true }
        offset &+= length
    }

    /// Steps over a byte that begins no token.
    mutating func lexStray() {
        record(.invalidCharacter, at: offset)
        emit(.stray, offset, offset &+ 1)
    }

    /// Reads a comment, a division or a regular expression.
    mutating func lexSlash(_ source: Span<UInt8>) {
        switch byte(source, offset &+ 1) {
        case 0x2F: skipLineComment(source)
        case 0x2A: skipBlockComment(source)
        case _ where !endsExpression(source): lexRegex(source)
        case 0x3D: emit(.op, offset, offset &+ 2, op: .compoundEqual)
        default: emit(.op, offset, offset &+ 1, op: .arithmetic)
        }
    }

    private mutating func skipLineComment(_ source: Span<UInt8>) {
        let start = offset
        offset = endOfLine(source, start &+ 2)
        if keepsComments { comments.append(start..<offset) }
    }

    /// The offset of the next line end at or behind `start`, or the end of the source.
    func endOfLine(_ source: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while true {
            end = ByteScan.first(of: 0x0A, 0x0D, 0xE2, 0xE2, in: source, from: end)
            guard end < source.count, source[end] == 0xE2 else { return end }
            if ScriptByteClass.isWideLineEnd(source, end) { return end }
            end &+= 1
        }
    }

    mutating func skipBlockComment(_ source: Span<UInt8>) {
        let start = offset
        var end = start &+ 2
        while true {
            end = ByteScan.first(of: 0x2A, 0x0A, 0x0D, 0xE2, in: source, from: end)
            guard end < source.count else {
                record(.unterminatedComment, at: start)
                break
            }
            if source[end] == 0x2A {
                end &+= 1
                guard byte(source, end) == 0x2F else { continue }
                end &+= 1
                break
            }
            let isWide = source[end] == 0xE2
            if !isWide || ScriptByteClass.isWideLineEnd(source, end) { hasLineBreak = true }
            end &+= 1
        }
        offset = end
        if keepsComments { comments.append(start..<end) }
    }
}

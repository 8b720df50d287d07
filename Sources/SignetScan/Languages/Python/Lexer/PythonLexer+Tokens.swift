extension PythonLexer {
    /// Reads the next token, or the blanks before it.
    @inline(__always)
    mutating func step(_ source: Span<UInt8>) {
        if isInLiteral { return lexLiteral(source) }
        if isAtLineStart {
            isAtLineStart = false
            lexIndentation(source)
            return
        }
        lexToken(source)
    }

    /// Reads one token outside string text.
    @inline(__always)
    mutating func lexToken(_ source: Span<UInt8>) {
        // Most tokens stand behind one space.
        while source[offset] == 0x20 {
            offset &+= 1
            if offset == source.count { return }
        }
        let start = offset
        let first = source[start]
        if PythonByteClass.isIdentifierStart(first) { return lexName(source) }
        switch first {
        case 0x09, 0x0C: offset &+= 1
        case 0x0A, 0x0D: lexLineEnd(source)
        case 0x23: lexComment(source)
        case 0x22, 0x27: lexString(source, from: start, prefix: StringStyle())
        case 0x30...0x39: lexNumber(source)
        case 0x2E where PythonByteClass.isDigit(byte(source, start &+ 1)): lexNumber(source)
        case 0x5C: lexContinuation(source)
        default: lexOperator(source)
        }
    }

    /// Reads an identifier, or a string whose prefix looks like one.
    @inline(__always)
    private mutating func lexName(_ source: Span<UInt8>) {
        let start = offset
        let (end, isASCII) = PythonByteScan.endOfName(in: source, from: start)
        let next = byte(source, end)
        if next == 0x22 || next == 0x27, end &- start <= 2,
            let prefix = StringStyle(prefix: source, start, end)
        {
            return lexString(source, from: start, prefix: prefix)
        }
        offset = end
        hasLineContent = true
        emit(.name, start, end)
        if !isASCII { checkIdentifier(source, start, end) }
    }

    /// Records an error unless the characters may form an identifier (PEP 3131).
    private mutating func checkIdentifier(_ source: Span<UInt8>, _ start: Int, _ end: Int) {
        guard let text = try? UTF8Span(validating: source.extracting(start..<end)) else {
            return record(.invalidCharacter, at: start)
        }
        var scalars = text.makeUnicodeScalarIterator()
        var isFirst = true
        while let scalar = scalars.next() {
            let properties = scalar.properties
            let fits =
                isFirst
                ? properties.isXIDStart || scalar == "_" : properties.isXIDContinue
            guard fits else { return record(.invalidCharacter, at: start) }
            isFirst = false
        }
    }

    /// Reads a comment up to its line end.
    private mutating func lexComment(_ source: Span<UInt8>) {
        let start = offset
        offset = ByteScan.first(of: 0x0A, 0x0D, 0x0A, 0x0D, in: source, from: start)
        if keepsTrivia { emit(.comment, start, offset) }
    }

    /// Reads a line end: the end of a statement, or of nothing.
    private mutating func lexLineEnd(_ source: Span<UInt8>) {
        let start = offset
        offset = endOfLineEnd(source, start)
        isAtLineStart = frames.isEmpty
        if hasLineContent, frames.isEmpty {
            emit(.newline, start, offset)
            hasLineContent = false
        } else if keepsTrivia {
            emit(.nl, start, offset)
        }
    }

    /// Steps over a backslash that joins two lines.
    private mutating func lexContinuation(_ source: Span<UInt8>) {
        if skipContinuation(source) { return }
        record(.strayBackslash, at: offset)
        emit(.stray, offset, offset + 1)
        offset += 1
    }

    /// Steps over a backslash and the line end behind it; false if no line end follows.
    mutating func skipContinuation(_ source: Span<UInt8>) -> Bool {
        let next = byte(source, offset + 1)
        guard next == 0x0A || next == 0x0D else { return false }
        let start = offset
        offset = endOfLineEnd(source, offset + 1)
        if offset >= source.count { record(.endAfterBackslash, at: start) }
        return true
    }

    /// The offset behind the line end at `start`.
    @inline(__always)
    func endOfLineEnd(_ source: Span<UInt8>, _ start: Int) -> Int {
        start &+ (source[start] == 0x0D && byte(source, start &+ 1) == 0x0A ? 2 : 1)
    }
}

/// Tags and text of JSX.
extension ScriptLexer {
    /// Whether the `<` at the offset begins an element.
    func beginsElement(_ source: Span<UInt8>) -> Bool {
        let next = byte(source, offset &+ 1)
        guard next == 0x3E || ScriptByteClass.isNameStart(next) || next >= 0x80 else {
            return false
        }
        if endsExpression(source) { return false }
        return !beginsTypeParameters(source)
    }

    /// Whether `<` begins the type parameters of an arrow function, such as `<T,>` or
    /// `<T extends object>`.
    ///
    /// Only they have a comma behind the first name, or `extends` with a type behind it.
    private func beginsTypeParameters(_ source: Span<UInt8>) -> Bool {
        var index = offset &+ 1
        // More letters than this are no type's name; the look ahead stays short.
        let limit = min(index &+ 64, source.count)
        while index < limit, ScriptByteClass.isName(source[index]) { index &+= 1 }
        while index < limit, source[index] == 0x20 { index &+= 1 }
        if byte(source, index) == 0x2C { return true }
        let end = index &+ 8
        guard end < source.count, source.extracting(index..<end).equals("extends ") else {
            return false
        }
        return source[end] != 0x3D && source[end] != 0x2F && source[end] != 0x3E
    }

    /// Reads text up to a tag or an expression in braces, or one of these.
    mutating func lexChildren(_ source: Span<UInt8>) {
        let start = offset
        let end = ByteScan.first(of: 0x3C, 0x7B, 0x3C, 0x7B, in: source, from: start)
        if end > start { emit(.elementText, start, end) }
        guard end < source.count else { return }
        if source[end] == 0x3C {
            emit(.op, end, end &+ 1, op: .tagStart)
            push(.tag)
        } else {
            emit(.op, end, end &+ 1, op: .leftBrace, .element)
            push(.element)
        }
    }

    /// Reads one token of a tag, or some space.
    mutating func lexTag(_ source: Span<UInt8>) {
        let first = source[offset]
        if ScriptByteClass.isNameStart(first) { return lexElementName(source) }
        switch first {
        case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D: offset &+= 1
        case 0x22, 0x27: lexAttributeString(source)
        case 0x7B:
            emit(.op, offset, offset &+ 1, op: .leftBrace, .element)
            push(.element)
        case 0x2F: lexTagSlash(source)
        case 0x3E: closeTag()
        case 0x3C: lexTagLess()
        case 0x3D: emit(.op, offset, offset &+ 1, op: .equal)
        case 0x2E: emit(.op, offset, offset &+ 1, op: .dot)
        case 0x3A: emit(.op, offset, offset &+ 1, op: .colon)
        case 0x80...: lexElementName(source)
        default: lexStray()
        }
    }

    private mutating func lexElementName(_ source: Span<UInt8>) {
        let space = source[offset] >= 0x80 ? ScriptByteClass.wideSpace(source, offset) : 0
        if space > 0 {
            offset &+= space
            return
        }
        var end = offset &+ 1
        while end < source.count, Self.continuesElementName(source, end) { end &+= 1 }
        emit(.elementName, offset, end)
    }

    private static func continuesElementName(_ source: Span<UInt8>, _ index: Int) -> Bool {
        let byte = source[index]
        return ScriptByteClass.isName(byte) || byte == 0x2D
            || byte >= 0x80 && ScriptByteClass.wideSpace(source, index) == 0
    }

    /// Reads an attribute's string: no escapes, and it may go over lines.
    private mutating func lexAttributeString(_ source: Span<UInt8>) {
        let start = offset
        let quote = source[start]
        let end = ByteScan.first(of: quote, quote, quote, quote, in: source, from: start &+ 1)
        if end == source.count { record(.unterminatedString, at: start) }
        emit(.string, start, min(end &+ 1, source.count))
    }

    private mutating func lexTagSlash(_ source: Span<UInt8>) {
        switch byte(source, offset &+ 1) {
        case 0x2A: return skipBlockComment(source)
        case 0x2F:
            offset = endOfLine(source, offset &+ 2)
            return
        default: break
        }
        let isClosing = tokens.last?.op == .tagStart
        emit(.op, offset, offset &+ 1, op: .tagSlash)
        guard isClosing else { return }
        frames[frames.count &- 1].kind = .closingTag
        mode = .closingTag
    }

    /// Reads the `<` of type arguments, or of an element as an attribute's value.
    private mutating func lexTagLess() {
        let isValue = tokens.last?.op == .equal
        emit(.op, offset, offset &+ 1, op: isValue ? .tagStart : .less)
        push(isValue ? .tag : .typeArguments)
    }

    /// Ends a tag: text follows an opening one, an element ends with the others.
    private mutating func closeTag() {
        let start = offset
        let isSelfClosing = tokens.last?.op == .tagSlash && mode == .tag
        let isClosing = mode == .closingTag
        emit(.op, start, start &+ 1, op: .tagEnd)
        let tag = pop()
        if isClosing {
            if mode == .children { pop() } else { record(.unmatchedClosingBracket, at: start) }
        } else if !isSelfClosing {
            frames.append(Frame(kind: .children, token: tag.token))
            mode = .children
            return
        }
        if mode != .children, mode != .tag {
            tokens[tokens.count &- 1].flags.insert(.endsExpression)
        }
    }
}

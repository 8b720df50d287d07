extension PythonLexer {
    /// Reads an operator or delimiter, the longest that fits.
    mutating func lexOperator(_ source: Span<UInt8>) {
        let start = offset
        switch source[start] {
        case 0x28: open(.leftParen, .paren)
        case 0x5B: open(.leftBracket, .bracket)
        case 0x7B: open(.leftBrace, .brace)
        case 0x29: close(.rightParen, .paren)
        case 0x5D: close(.rightBracket, .bracket)
        case 0x7D: close(.rightBrace, .brace)
        case 0x3A: lexColon(source)
        case 0x2C: single(.comma)
        case 0x3B: single(.semicolon)
        case 0x7E: single(.tilde)
        case 0x2E: lexDots(source)
        case 0x21: lexExclamation(source)
        default:
            let found = Self.compound(
                source[start],
                byte(source, start &+ 1),
                byte(source, start &+ 2)
            )
            guard let (op, length) = found else { return lexStray() }
            offset = start &+ length
            emit(op, start, offset)
        }
    }

    /// Adds an open bracket; nesting that no CPython accepts ends the tokens.
    mutating func openBracket(_ kind: FrameKind, _ style: StringStyle, at start: Int) {
        push(kind, style, at: start)
        openBrackets += 1
        if openBrackets > Self.maximumBrackets { stopTooDeep(at: start) }
    }

    mutating func push(_ kind: FrameKind, _ style: StringStyle, at start: Int) {
        frames.append(Frame(kind: kind, style: style, offset: UInt32(start)))
    }

    /// Ends the tokens: source nested this deep is not Python, and would cost memory without end.
    mutating func stopTooDeep(at start: Int) {
        record(.tooManyNestedBrackets, at: start)
        isFinished = true
    }

    @inline(__always)
    private mutating func single(_ op: PythonOperator) {
        emit(op, offset, offset &+ 1)
        offset &+= 1
    }

    private mutating func open(_ op: PythonOperator, _ kind: FrameKind) {
        let start = offset
        single(op)
        openBracket(kind, StringStyle(), at: start)
    }

    /// Closes a bracket.
    ///
    /// One that does not fit closes the innermost bracket, never a string's field.
    private mutating func close(_ op: PythonOperator, _ kind: FrameKind) {
        let start = offset
        single(op)
        guard let top = frames.last else { return record(.unmatchedClosingBracket, at: start) }
        let isField = top.kind == .field
        let fits = top.kind == kind || (isField && kind == .brace)
        if !fits { record(.unmatchedClosingBracket, at: start) }
        if fits || !isField {
            frames.removeLast()
            openBrackets -= 1
        }
    }

    /// Reads `:` or `:=`.
    ///
    /// In a replacement field the first `:` begins the format specifier.
    private mutating func lexColon(_ source: Span<UInt8>) {
        if let top = frames.last, top.kind == .field {
            frames[frames.count - 1].kind = .specifier
            return single(.colon)
        }
        guard byte(source, offset &+ 1) == 0x3D else { return single(.colon) }
        emit(.colonEqual, offset, offset &+ 2)
        offset &+= 2
    }

    private mutating func lexDots(_ source: Span<UInt8>) {
        guard byte(source, offset &+ 1) == 0x2E, byte(source, offset &+ 2) == 0x2E else {
            return single(.dot)
        }
        emit(.ellipsis, offset, offset &+ 3)
        offset &+= 3
    }

    /// Reads `!=`, or the `!` of a conversion; elsewhere a lone `!` is an error.
    private mutating func lexExclamation(_ source: Span<UInt8>) {
        if byte(source, offset &+ 1) == 0x3D {
            emit(.notEqual, offset, offset &+ 2)
            offset &+= 2
            return
        }
        if frames.last?.kind != .field { record(.invalidCharacter, at: offset) }
        single(.exclamation)
    }

    private mutating func lexStray() {
        record(.invalidCharacter, at: offset)
        emit(.stray, offset, offset &+ 1)
        offset &+= 1
        hasLineContent = true
    }

    /// The operator that begins with three given bytes, and its length.
    private static func compound(
        _ first: UInt8,
        _ second: UInt8,
        _ third: UInt8
    ) -> (PythonOperator, Int)? {
        let isAssigned = second == 0x3D
        return switch first {
        case 0x3D: isAssigned ? (.equalEqual, 2) : (.equal, 1)
        case 0x2B: isAssigned ? (.plusEqual, 2) : (.plus, 1)
        case 0x2D: second == 0x3E ? (.arrow, 2) : isAssigned ? (.minusEqual, 2) : (.minus, 1)
        case 0x25: isAssigned ? (.percentEqual, 2) : (.percent, 1)
        case 0x26: isAssigned ? (.ampersandEqual, 2) : (.ampersand, 1)
        case 0x7C: isAssigned ? (.barEqual, 2) : (.bar, 1)
        case 0x5E: isAssigned ? (.caretEqual, 2) : (.caret, 1)
        case 0x40: isAssigned ? (.atEqual, 2) : (.at, 1)
        default: doubled(first, second, third)
        }
    }

    /// The operator that begins with one of `*`, `/`, `<`, `>`, which may be doubled.
    private static func doubled(
        _ first: UInt8,
        _ second: UInt8,
        _ third: UInt8
    ) -> (PythonOperator, Int)? {
        let isDouble = first == second
        let isAssigned = (isDouble ? third : second) == 0x3D
        let length = (isDouble ? 2 : 1) + (isAssigned ? 1 : 0)
        let op: PythonOperator
        switch (first, isDouble) {
        case (0x2A, false): op = isAssigned ? .starEqual : .star
        case (0x2A, true): op = isAssigned ? .doubleStarEqual : .doubleStar
        case (0x2F, false): op = isAssigned ? .slashEqual : .slash
        case (0x2F, true): op = isAssigned ? .doubleSlashEqual : .doubleSlash
        case (0x3C, true): op = isAssigned ? .leftShiftEqual : .leftShift
        case (0x3E, true): op = isAssigned ? .rightShiftEqual : .rightShift
        case (0x3C, false):
            // The old spelling of `!=`, which CPython's tokenizer still knows.
            if second == 0x3E { return (.notEqual, 2) }
            op = isAssigned ? .lessEqual : .less
        case (0x3E, false): op = isAssigned ? .greaterEqual : .greater
        default: return nil
        }
        return (op, length)
    }
}

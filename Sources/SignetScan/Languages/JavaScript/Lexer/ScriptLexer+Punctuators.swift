extension ScriptLexer {
    /// Reads a punctuator, the longest that fits.
    mutating func lexPunctuator(_ source: Span<UInt8>) {
        let start = offset
        let second = byte(source, start &+ 1)
        switch source[start] {
        case 0x28:
            let isControl = followsControlWord(source)
            one(.leftParen)
            push(.paren, isControl: isControl)
        case 0x29: close(.rightParen, .paren)
        case 0x5B:
            one(.leftBracket)
            push(.bracket)
        case 0x5D: close(.rightBracket, .bracket)
        case 0x7B: openBrace(source)
        case 0x7D: closeBrace()
        case 0x2C: one(.comma)
        case 0x3B:
            one(.semicolon)
            frames[frames.count &- 1].conditionals = 0
        case 0x3A: lexColon()
        case 0x2E where ScriptByteClass.isDigit(second): lexNumber(source)
        case 0x2E where second == 0x2E && byte(source, start &+ 2) == 0x2E:
            emit(.op, start, start &+ 3, op: .ellipsis)
        case 0x2E: one(.dot)
        case 0x3F: lexQuestion(source, second)
        case 0x3C: lexLess(source, second)
        case 0x3E: lexGreater(source)
        case 0x2B, 0x2D: lexSign(source, second)
        case 0x21: lexExclamation(source, second)
        default: lexOther(source, second)
        }
    }

    @inline(__always)
    private mutating func one(_ op: ScriptOperator, _ flags: ScriptToken.Flags = []) {
        emit(.op, offset, offset &+ 1, op: op, flags)
    }

    private mutating func openBrace(_ source: Span<UInt8>) {
        let isBlock = opensBlock(source)
        one(.leftBrace, isBlock ? .block : [])
        push(isBlock ? .block : .object)
    }

    private mutating func lexColon() {
        let top = frames.count &- 1
        let isConditional = frames[top].conditionals > 0
        if isConditional { frames[top].conditionals &-= 1 }
        one(.colon, isConditional ? .conditional : [])
    }

    private mutating func lexQuestion(_ source: Span<UInt8>, _ second: UInt8) {
        let start = offset
        if second == 0x3F {
            let isAssignment = byte(source, start &+ 2) == 0x3D
            let op: ScriptOperator = isAssignment ? .defaultEqual : .or
            return emit(.op, start, start &+ (isAssignment ? 3 : 2), op: op)
        }
        if second == 0x2E, !ScriptByteClass.isDigit(byte(source, start &+ 2)) {
            return emit(.op, start, start &+ 2, op: .questionDot)
        }
        one(.question)
        let top = frames.count &- 1
        if frames[top].conditionals < .max { frames[top].conditionals &+= 1 }
    }

    private mutating func lexLess(_ source: Span<UInt8>, _ second: UInt8) {
        if mode == .typeArguments {
            one(.less)
            return push(.typeArguments)
        }
        if readsElements, beginsElement(source) {
            emit(.op, offset, offset &+ 1, op: .tagStart)
            return push(.tag)
        }
        if second == 0x3D { return emit(.op, offset, offset &+ 2, op: .comparison) }
        guard second == 0x3C else { return one(.less) }
        let isAssignment = byte(source, offset &+ 2) == 0x3D
        let op: ScriptOperator = isAssignment ? .compoundEqual : .bitwise
        emit(.op, offset, offset &+ (isAssignment ? 3 : 2), op: op)
    }

    private mutating func lexGreater(_ source: Span<UInt8>) {
        if mode == .typeArguments {
            one(.greater)
            pop()
            return
        }
        var end = offset &+ 1
        while end &- offset < 3, byte(source, end) == 0x3E { end &+= 1 }
        let isShift = end &- offset > 1
        if byte(source, end) == 0x3D {
            return emit(.op, offset, end &+ 1, op: isShift ? .compoundEqual : .comparison)
        }
        emit(.op, offset, end, op: isShift ? .bitwise : .greater)
    }

    /// Reads an operator that begins with `+` or `-`.
    private mutating func lexSign(_ source: Span<UInt8>, _ second: UInt8) {
        let first = source[offset]
        if second == first {
            // Behind an expression on the same line it belongs to that expression.
            let isPostfix = !hasLineBreak && endsExpression(source)
            let op: ScriptOperator = first == 0x2B ? .plusPlus : .minusMinus
            return emit(.op, offset, offset &+ 2, op: op, isPostfix ? .endsExpression : [])
        }
        if second == 0x3D { return emit(.op, offset, offset &+ 2, op: .compoundEqual) }
        one(first == 0x2B ? .plus : .minus)
    }

    /// Reads `!`, `!=` or `!==`.
    ///
    /// Behind an expression `!` says in TypeScript that it is not null.
    private mutating func lexExclamation(_ source: Span<UInt8>, _ second: UInt8) {
        if second == 0x3D {
            let length = byte(source, offset &+ 2) == 0x3D ? 3 : 2
            return emit(.op, offset, offset &+ length, op: .inequality)
        }
        let isPostfix = !hasLineBreak && endsExpression(source)
        one(.exclamation, isPostfix ? .endsExpression : [])
    }

    private mutating func lexOther(_ source: Span<UInt8>, _ second: UInt8) {
        let first = source[offset]
        switch first {
        case 0x3D where second == 0x3E: emit(.op, offset, offset &+ 2, op: .arrow)
        case 0x3D where second == 0x3D:
            let length = byte(source, offset &+ 2) == 0x3D ? 3 : 2
            emit(.op, offset, offset &+ length, op: .equality)
        case 0x3D: one(.equal)
        case 0x2A where second == 0x2A: assignable(.arithmetic, .compoundEqual, 2, source)
        case 0x2A: assignable(.star, .compoundEqual, 1, source)
        case 0x25: assignable(.arithmetic, .compoundEqual, 1, source)
        case 0x26 where second == 0x26: assignable(.and, .compoundEqual, 2, source)
        case 0x7C where second == 0x7C: assignable(.or, .defaultEqual, 2, source)
        case 0x26, 0x7C, 0x5E: assignable(.bitwise, .compoundEqual, 1, source)
        case 0x7E: one(.tilde)
        case 0x40: one(.at)
        default: lexStray()
        }
    }

    /// Reads an operator of `length` bytes, or its assignment if `=` follows.
    private mutating func assignable(
        _ op: ScriptOperator,
        _ assignment: ScriptOperator,
        _ length: Int,
        _ source: Span<UInt8>
    ) {
        let isAssignment = byte(source, offset &+ length) == 0x3D
        let end = offset &+ length &+ (isAssignment ? 1 : 0)
        emit(.op, offset, end, op: isAssignment ? assignment : op)
    }

    /// Closes a parenthesis or a bracket.
    ///
    /// One that does not fit closes what is open, but never a template or an element.
    private mutating func close(_ op: ScriptOperator, _ kind: FrameKind) {
        let start = offset
        let top = frames[frames.count &- 1]
        let fits = top.kind == kind
        one(op, fits && top.isControl ? [] : .endsExpression)
        if fits {
            pair(pop())
            return
        }
        record(.unmatchedClosingBracket, at: start)
        let isOpen = top.kind == .paren || top.kind == .bracket || top.kind == .object
        if isOpen || top.kind == .typeArguments { pop() }
    }

    private mutating func closeBrace() {
        let start = offset
        let top = frames[frames.count &- 1]
        switch top.kind {
        case .block where frames.count > 1: one(.rightBrace, .block)
        case .object: one(.rightBrace, .endsExpression)
        case .substitution: one(.rightBrace)
        case .element: one(.rightBrace, .element)
        default:
            one(.rightBrace, .block)
            record(.unmatchedClosingBracket, at: start)
            if frames.count > 1 { pop() }
            return
        }
        pair(pop())
    }
}

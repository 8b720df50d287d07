/// What the tokens before a place say about it.
extension ScriptLexer {
    /// Whether an expression ends with the last token, so that `/` divides and `<` compares.
    func endsExpression(_ source: Span<UInt8>) -> Bool {
        guard let last = tokens.last else { return false }
        switch last.kind {
        case .op: return last.flags.contains(.endsExpression)
        case .name: return !isOperatorWord(last, source)
        case .stray, .endMarker, .elementText, .elementName: return false
        default: return true
        }
    }

    /// Whether the name before the last token is read from something, as in `x.return`.
    private var followsAccess: Bool {
        tokens.count > 1 && tokens[tokens.count &- 2].op.isAccess
    }

    /// Whether the last token is a word that an expression follows.
    private func isOperatorWord(_ last: ScriptToken, _ source: Span<UInt8>) -> Bool {
        let length = Int(last.end &- last.start)
        guard length >= 2, length <= 10, source[Int(last.start)] >= 0x61 else { return false }
        let word = source.extracting(last.range)
        let found: Bool
        switch length {
        case 2: found = word.equals("in") || word.equals("do") || isOf(word)
        case 3: found = word.equals("new")
        case 4: found = word.equals("case") || word.equals("else") || word.equals("void")
        case 5: found = word.equals("throw") || word.equals("yield") || word.equals("await")
        case 6: found = word.equals("return") || word.equals("typeof") || word.equals("delete")
        case 7: found = word.equals("extends") || word.equals("default")
        case 10: found = word.equals("instanceof")
        default: found = false
        }
        return found && !followsAccess
    }

    /// Whether the last token is the `of` of a loop.
    private func isOf(_ word: Span<UInt8>) -> Bool {
        guard word.equals("of"), frames[frames.count &- 1].isControl, tokens.count > 1 else {
            return false
        }
        let before = tokens[tokens.count &- 2]
        return before.kind == .name || before.op.isClosing
    }

    /// Whether the last token is `if`, `while`, `for` or `with`, or `await` behind `for`.
    func followsControlWord(_ source: Span<UInt8>) -> Bool {
        guard let last = tokens.last, last.kind == .name else { return false }
        let length = last.end &- last.start
        guard length <= 5, !followsAccess else { return false }
        let word = source.extracting(last.range)
        switch length {
        case 2: return word.equals("if")
        case 3: return word.equals("for")
        case 4: return word.equals("with")
        case 5 where word.equals("await"):
            guard tokens.count > 1 else { return false }
            return source.extracting(tokens[tokens.count &- 2].range).equals("for")
        case 5: return word.equals("while")
        default: return false
        }
    }

    /// Whether a brace here opens a block, a body or a list of names, not an object.
    func opensBlock(_ source: Span<UInt8>) -> Bool {
        guard let last = tokens.last else { return true }
        switch last.kind {
        case .op: return opensBlock(behind: last, source)
        case .name:
            let word = source.extracting(last.range)
            if followsAccess { return true }
            if word.equals("do") || word.equals("else") { return true }
            let isPattern = word.equals("const") || word.equals("let") || word.equals("var")
            return !isPattern && !isOperatorWord(last, source)
        default: return true
        }
    }

    private func opensBlock(behind last: ScriptToken, _ source: Span<UInt8>) -> Bool {
        switch last.op {
        case .semicolon, .arrow, .rightParen, .rightBracket, .greater: return true
        case .rightBrace: return true
        case .leftBrace: return last.flags.contains(.block)
        // The type arguments of a result, as in `f(): Map<K, Set<V>> {`.
        case .bitwise: return source[Int(last.end) &- 1] == 0x3E
        case .colon:
            let isInBlock = mode == .block
            return isInBlock && !last.flags.contains(.conditional)
        default: return last.flags.contains(.endsExpression)
        }
    }
}

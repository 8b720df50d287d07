/// The tokens of a source with their names numbered and their brackets paired.
///
/// Comments and blank lines are left out. Rules walk it in both directions: from a call to its
/// arguments, and from an expression to what surrounds it.
package struct PythonOutline: Sendable {
    private static let comprehensionFlag: UInt32 = 1 << 31
    private static let fieldFlag: UInt32 = 1 << 30
    private static let indexMask: UInt32 = fieldFlag - 1
    private static let unpaired = indexMask

    /// The tokens, ended by `.endMarker`.
    package let tokens: ContiguousArray<PythonToken>
    /// The number of distinct names.
    package let symbolCount: Int
    /// A name's symbol; a bracket's or f-string's partner and flags.
    private let links: ContiguousArray<UInt32>
    /// The opening token of the innermost bracket or f-string around each token.
    private let surroundings: ContiguousArray<UInt32>

    /// Pairs and numbers `tokens`, in linear time.
    init(_ tokens: ContiguousArray<PythonToken>, _ source: Span<UInt8>, _ symbols: PythonSymbols) {
        self.tokens = tokens
        var symbols = symbols
        var links = ContiguousArray<UInt32>()
        surroundings = ContiguousArray(capacity: tokens.count) { surroundings in
            links = ContiguousArray(capacity: tokens.count) { links in
                Self.connect(tokens.span, source, &symbols, &links, &surroundings)
            }
        }
        self.links = links
        symbolCount = symbols.count
    }

    /// Appends the link and the surroundings of each token.
    ///
    /// Into spans: an array would ask before each write whether it is shared.
    private static func connect(
        _ tokens: Span<PythonToken>,
        _ source: Span<UInt8>,
        _ symbols: inout PythonSymbols,
        _ links: inout OutputSpan<UInt32>,
        _ surroundings: inout OutputSpan<UInt32>
    ) {
        var open: ContiguousArray<Int> = []
        for index in tokens.indices {
            let token = tokens[index]
            surroundings.append(open.last.map { UInt32(truncatingIfNeeded: $0) } ?? unpaired)
            guard token.kind != .name else {
                let symbol = symbols.intern(source, token.range)
                links.append(symbol)
                if symbol == PythonKeyword.for.rawValue, let bracket = open.last {
                    links[bracket] |= comprehensionFlag
                }
                continue
            }
            links.append(unpaired)
            switch token.kind {
            case .fstringStart, .tstringStart: open.append(index)
            case .op where token.op.isOpening:
                if opensField(index, open.last, tokens, links) { links[index] |= fieldFlag }
                open.append(index)
            case .fstringEnd, .tstringEnd:
                while let top = open.popLast() {
                    guard tokens[top].kind.opensInterpolation else { continue }
                    pair(top, index, &links)
                    break
                }
            case .op where token.op.isClosing:
                guard let top = open.last, fit(tokens[top].op, token.op) else { continue }
                open.removeLast()
                pair(top, index, &links)
            default: break
            }
        }
    }

    /// The symbol of the name at `index`.
    ///
    /// - Precondition: the token is a name.
    @inline(__always)
    package func symbol(at index: Int) -> UInt32 { links[index] }

    /// The index of the bracket, or end of an f-string, that belongs to the one at `index`.
    @inline(__always)
    package func partner(of index: Int) -> Int? {
        let partner = links[index] & Self.indexMask
        return partner == Self.unpaired ? nil : Int(partner)
    }

    /// The index of the bracket or f-string that is open at the token at `index`.
    ///
    /// Of a closing token it is the one that it closes.
    package func opening(around index: Int) -> Int? {
        let opening = surroundings[index]
        return opening == Self.unpaired ? nil : Int(opening)
    }

    /// Whether the opening bracket at `index` holds a comprehension.
    package func isComprehension(at index: Int) -> Bool {
        links[index] & Self.comprehensionFlag != 0
    }

    /// Whether the brace at `index` opens a replacement field of an f-string or of its specifier.
    package func isField(at index: Int) -> Bool { links[index] & Self.fieldFlag != 0 }

    /// Whether the token at `index` is this operator.
    @inline(__always)
    package func isOp(_ op: PythonOperator, at index: Int) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].op == op
    }

    /// Whether the token at `index` is this word.
    @inline(__always)
    package func isWord(_ word: PythonKeyword, at index: Int) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].kind == .name
            && links[index] == word.rawValue
    }

    /// Whether the token at `index` is a name that is no keyword.
    @inline(__always)
    package func isName(at index: Int) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].kind == .name
            && links[index] >= PythonKeyword.reservedCount
    }

    /// Whether an expression may end with the token at `index`, so that a bracket behind it is a
    /// call or a subscript.
    package func endsExpression(at index: Int) -> Bool {
        guard index >= 0 else { return false }
        switch tokens[index].kind {
        case .number, .string, .fstringEnd, .tstringEnd: return true
        case .name:
            return links[index] >= PythonKeyword.reservedCount
                || links[index] <= PythonKeyword.True.rawValue
        case .op: return tokens[index].op.isClosing || tokens[index].op == .ellipsis
        default: return false
        }
    }

    /// Whether the bracket at `index` is a parenthesis around an expression, not that of a call.
    package func isGrouping(at index: Int) -> Bool {
        isOp(.leftParen, at: index) && !endsExpression(at: index - 1)
    }

    private static func fit(_ opening: PythonOperator, _ closing: PythonOperator) -> Bool {
        opening.isOpening && opening.rawValue + 1 == closing.rawValue
    }

    private static func pair(_ a: Int, _ b: Int, _ links: inout OutputSpan<UInt32>) {
        links[a] = links[a] & ~indexMask | UInt32(b)
        links[b] = links[b] & ~indexMask | UInt32(a)
    }

    /// Whether the bracket at `index` opens a replacement field, given the one around it.
    private static func opensField(
        _ index: Int,
        _ outer: Int?,
        _ tokens: Span<PythonToken>,
        _ links: borrowing OutputSpan<UInt32>
    ) -> Bool {
        guard let outer, tokens[index].op == .leftBrace else { return false }
        if tokens[outer].kind == .fstringStart { return true }
        guard links[outer] & fieldFlag != 0 else { return false }
        // A field in a specifier follows its colon, its text or another such field.
        let previous = tokens[index - 1]
        if previous.op == .rightBrace {
            let opening = links[index - 1] & indexMask
            return opening != unpaired && links[Int(opening)] & fieldFlag != 0
        }
        return previous.op == .colon || previous.kind == .fstringMiddle
    }
}

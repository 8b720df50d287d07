/// The tokens of a source with their names numbered and their brackets paired.
///
/// It keeps a copy of the source: every question about it is asked of this one value.
package struct ScriptOutline: Sendable {
    private static let none = UInt32.max

    /// The source.
    package let bytes: [UInt8]
    /// The tokens, ended by `.endMarker`.
    package let tokens: ContiguousArray<ScriptToken>
    /// The number of distinct names.
    package let symbolCount: Int
    /// A name's symbol; a bracket's or backtick's partner.
    private let links: ContiguousArray<UInt32>
    /// The innermost bracket or template around each token.
    private let surroundings: ContiguousArray<UInt32>

    /// Pairs and numbers the tokens of `lexer`, in linear time.
    init(_ lexer: ScriptLexer, _ bytes: [UInt8], _ symbols: ScriptSymbols) {
        self.bytes = bytes
        tokens = lexer.tokens
        var symbols = symbols
        var links = ContiguousArray<UInt32>(repeating: Self.none, count: tokens.count)
        for pair in lexer.pairs {
            links[Int(pair.open)] = pair.close
            links[Int(pair.close)] = pair.open
        }
        var surroundings = ContiguousArray<UInt32>(repeating: Self.none, count: tokens.count)
        var open: ContiguousArray<UInt32> = []
        for index in tokens.indices {
            let token = tokens[index]
            if let top = open.last { surroundings[index] = top }
            switch token.kind {
            case .name, .privateName, .elementName:
                links[index] = symbols.intern(bytes, token.range)
            case .op where token.op.isOpening, .templateStart:
                // What is never closed holds nothing together.
                if links[index] != Self.none { open.append(UInt32(index)) }
            case .op where token.op.isClosing, .templateEnd:
                if links[index] != Self.none, open.last == links[index] { open.removeLast() }
            default: break
            }
        }
        self.links = links
        self.surroundings = surroundings
        symbolCount = symbols.count
    }

    /// The index of the end marker.
    package var end: Int { tokens.count - 1 }

    /// The token that holds the byte at `offset`.
    package func token(at offset: Int) -> Int? {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].end) <= offset { low = middle + 1 } else { high = middle }
        }
        return low < tokens.count && Int(tokens[low].start) <= offset ? low : nil
    }

    /// The symbol of the name at `index`.
    ///
    /// - Precondition: the token is a name.
    @inline(__always)
    package func symbol(at index: Int) -> UInt32 { links[index] }

    /// The index of the bracket or backtick that belongs to the one at `index`.
    @inline(__always)
    package func partner(of index: Int) -> Int? {
        switch kind(at: index) {
        // The link of a name is its symbol.
        case .name, .privateName, .elementName, .endMarker: return nil
        default: return links[index] == Self.none ? nil : Int(links[index])
        }
    }

    /// The index of the bracket or template that is open at the token at `index`.
    ///
    /// Of a closing token it is the one that it closes.
    package func opening(around index: Int) -> Int? {
        surroundings[index] == Self.none ? nil : Int(surroundings[index])
    }

    /// The punctuator at `index`, or `.none`.
    @inline(__always)
    package func op(at index: Int) -> ScriptOperator {
        index >= 0 && index < tokens.count ? tokens[index].op : .none
    }

    /// The class of the token at `index`.
    @inline(__always)
    package func kind(at index: Int) -> ScriptTokenKind {
        index >= 0 && index < tokens.count ? tokens[index].kind : .endMarker
    }

    /// Whether the token at `index` is this word.
    @inline(__always)
    package func isWord(_ word: ScriptWord, at index: Int) -> Bool {
        kind(at: index) == .name && links[index] == word.rawValue
    }

    /// The word at `index`, if it is one that is known.
    package func word(at index: Int) -> ScriptWord? {
        kind(at: index) == .name ? ScriptWord(rawValue: links[index]) : nil
    }

    /// Whether the token at `index` is a name that can be one of a variable.
    package func isName(at index: Int) -> Bool {
        kind(at: index) == .name && word(at: index)?.isReserved != true
    }

    /// Whether the token at `index` is a name that is not read from something.
    package func isFreeName(at index: Int) -> Bool {
        kind(at: index) == .name && !op(at: index - 1).isAccess
    }

    /// Whether an expression may end with the token at `index`.
    package func endsExpression(at index: Int) -> Bool {
        switch kind(at: index) {
        case .number, .string, .regex, .templateEnd, .privateName: true
        case .name:
            op(at: index - 1).isAccess || isName(at: index) || isWord(.this, at: index)
        case .op: tokens[index].flags.contains(.endsExpression)
        default: false
        }
    }

    /// Whether a statement begins with the token at `index`, as far as line ends can say it.
    package func startsStatement(at index: Int) -> Bool {
        guard tokens[index].flags.contains(.followsLineBreak), endsExpression(at: index - 1)
        else { return false }
        switch kind(at: index) {
        case .name:
            switch word(at: index) {
            case .in, .instanceof, .as, .satisfies, .of: return false
            default: return true
            }
        case .number, .string, .privateName: return true
        default: return op(at: index) == .at
        }
    }

    /// The text of the token at `index`; of a string its content, up to 255 bytes.
    package func text(at index: Int) -> String {
        let range = kind(at: index) == .string ? content(at: index) : tokens[index].range
        return text(in: range)
    }

    /// The bytes as text; what is longer than 255 bytes is cut.
    package func text(in range: Range<Int>) -> String {
        var range = range
        if range.count > 255 {
            range = range.prefix(255)
            while bytes[range.upperBound] & 0xC0 == 0x80 { range = range.dropLast() }
        }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// The bytes between the quotes of the string at `index`.
    package func content(at index: Int) -> Range<Int> {
        let range = tokens[index].range
        return range.count < 2
            ? range.upperBound..<range.upperBound
            : range.lowerBound + 1..<range.upperBound - 1
    }

    /// The bytes of a range of tokens.
    package func byteRange(_ range: Range<Int>) -> Range<Int> {
        Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
    }
}

/// Splits ECMAScript, TypeScript and JSX into tokens.
///
/// Follows ECMA-262, section 12. Whether `/` divides or begins a regular expression, `{` begins a
/// block or an object, and `<` an element or a comparison, only a parser can always say. The lexer
/// decides by the token before it and by the bracket around it, which is right in practice.
///
/// The lexer never fails. It records the first broken rule and goes on behind it; only nesting
/// deeper than any engine accepts ends the tokens early. Time is linear in the source; memory is
/// a token each and a stack of open brackets.
package struct ScriptLexer {
    /// What an open bracket is.
    enum FrameKind: UInt8 {
        case paren
        case bracket
        /// A block, the body of a function or class; also the file itself.
        case block
        case object
        /// The literal part of a template.
        case template
        case substitution
        /// From the `<` to the `>` of a tag.
        case tag
        /// From the `<` to the `>` of a closing tag.
        case closingTag
        /// The text between the tags of an element.
        case children
        /// An expression in braces among tags and text.
        case element
        /// The type arguments in a tag.
        case typeArguments
    }

    /// An open bracket.
    struct Frame {
        var kind: FrameKind
        /// Of parentheses: whether they belong to `if`, `while`, `for` or `with`.
        var isControl = false
        /// The `?` that still wait for their `:`.
        var conditionals: UInt16 = 0
        /// The token that opened it.
        var token: UInt32
    }

    /// An opening token and the one that closes it.
    package struct Pair: Sendable {
        package var open: UInt32
        package var close: UInt32
    }

    /// More open brackets than this no engine accepts: V8 gives up at some 4,000.
    static let maximumDepth = 10_000
    /// Sources from this many bytes on are not read; token numbers stay below 30 bits.
    static let maximumLength = 1 << 30

    /// The tokens in order, without comments; the last is `.endMarker`.
    package internal(set) var tokens: ContiguousArray<ScriptToken> = []
    /// The brackets and templates that are open and closed, in the order of their ends.
    package internal(set) var pairs: ContiguousArray<Pair> = []
    /// The comments, if they were asked for.
    package internal(set) var comments: [Range<Int>] = []
    /// The first lexical error, if there is one.
    package private(set) var error: ScriptLexicalError?

    let readsElements: Bool
    let keepsComments: Bool
    var offset = 0
    var frames: ContiguousArray<Frame> = [Frame(kind: .block, token: 0)]
    /// The kind of the innermost frame.
    var mode = FrameKind.block
    /// Whether a line has ended since the last token.
    var hasLineBreak = false
    var isFinished = false

    /// Reads all of `source`.
    ///
    /// - Parameters:
    ///   - source: UTF-8 text.
    ///   - readsElements: Whether `<` may begin a JSX element. A source that then leaves elements
    ///     open is read once more without them: it may use `<` for types.
    ///   - keepsComments: Whether the places of comments are recorded.
    package init(_ source: Span<UInt8>, readsElements: Bool, keepsComments: Bool = false) {
        self.init(unchecked: source, readsElements, keepsComments)
        if readsElements, error?.code == .unterminatedElement {
            let plain = ScriptLexer(unchecked: source, false, keepsComments)
            if plain.error == nil { self = plain }
        }
    }

    private init(unchecked source: Span<UInt8>, _ readsElements: Bool, _ keepsComments: Bool) {
        self.readsElements = readsElements
        self.keepsComments = keepsComments
        guard source.count < Self.maximumLength else {
            record(.sourceTooLong, at: 0)
            tokens.append(ScriptToken(.endMarker, 0, 0))
            return
        }
        tokens.reserveCapacity(source.count / 4 + 16)
        skipHashbang(source)
        while offset < source.count, !isFinished { step(source) }
        finish(source)
    }

    /// Reads the next token, or the space before it.
    @inline(__always)
    private mutating func step(_ source: Span<UInt8>) {
        switch mode {
        case .template: lexTemplate(source)
        case .children: lexChildren(source)
        case .tag, .closingTag: lexTag(source)
        default: lexToken(source)
        }
    }

    @inline(__always)
    func byte(_ source: Span<UInt8>, _ offset: Int) -> UInt8 {
        offset < source.count ? source[offset] : 0
    }

    @inline(__always)
    mutating func emit(
        _ kind: ScriptTokenKind,
        _ start: Int,
        _ end: Int,
        op: ScriptOperator = .none,
        _ flags: ScriptToken.Flags = []
    ) {
        var flags = flags
        if hasLineBreak { flags.insert(.followsLineBreak) }
        hasLineBreak = false
        tokens.append(ScriptToken(kind, start, end, op: op, flags: flags))
        offset = end
    }

    mutating func record(_ code: ScriptLexicalError.Code, at offset: Int) {
        if error == nil { error = ScriptLexicalError(code: code, offset: offset) }
    }

    /// Opens a bracket at the token that was read last.
    mutating func push(_ kind: FrameKind, isControl: Bool = false) {
        let token = UInt32(truncatingIfNeeded: tokens.count &- 1)
        frames.append(Frame(kind: kind, isControl: isControl, token: token))
        mode = kind
        guard frames.count > Self.maximumDepth else { return }
        record(.tooManyNestedBrackets, at: Int(tokens[tokens.count - 1].start))
        isFinished = true
    }

    /// Closes the innermost bracket.
    ///
    /// - Precondition: it is not the file itself.
    @discardableResult
    mutating func pop() -> Frame {
        let frame = frames.removeLast()
        mode = frames[frames.count - 1].kind
        return frame
    }

    /// Pairs the token that was read last with the one that opened `frame`.
    mutating func pair(_ frame: Frame) {
        let close = UInt32(truncatingIfNeeded: tokens.count &- 1)
        pairs.append(Pair(open: frame.token, close: close))
    }

    /// Ends the tokens, and tells what is still open.
    ///
    /// An open element goes before the first error: it is the cause of whatever else was found.
    private mutating func finish(_ source: Span<UInt8>) {
        if !isFinished, frames.count > 1 {
            let open = frames.first { $0.kind == .tag || $0.kind == .children }
            if let open {
                error = nil
                record(.unterminatedElement, at: Int(tokens[Int(open.token)].start))
            }
            let top = frames[frames.count - 1]
            let isTemplate = top.kind == .template
            record(
                isTemplate ? .unterminatedTemplate : .unclosedBracket,
                at: Int(tokens[Int(top.token)].start)
            )
        }
        tokens.append(ScriptToken(.endMarker, source.count, source.count))
    }
}

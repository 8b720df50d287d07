/// Splits Python source (3.8 to 3.14) into the tokens of CPython's `tokenize` module.
///
/// Follows "Lexical analysis" of the Python language reference, PEP 701 for f-strings and PEP 750
/// for t-strings. Source that is valid in any of these versions gives the tokens of the newest:
/// an f-string is always start, middle and end. Soft keywords are names.
///
/// The lexer never fails. It records the first broken rule and goes on behind it; only nesting
/// deeper than CPython accepts ends the tokens early. Time is linear in the source, memory is one
/// token each plus a stack no deeper than CPython's.
package struct PythonLexer {
    /// What an open bracket or string is waiting for.
    enum FrameKind: UInt8 {
        case paren
        case bracket
        case brace
        /// The literal part of an f-string or t-string.
        case interpolation
        /// A replacement field, before its format specifier.
        case field
        /// The format specifier of a replacement field.
        case specifier
    }

    /// An open bracket or string.
    ///
    /// Fields carry the style of the string they stand in.
    struct Frame {
        var kind: FrameKind
        var style: StringStyle
        var offset: UInt32
    }

    /// CPython refuses source with more open brackets than this (`MAXLEVEL`).
    static let maximumBrackets = 200
    /// CPython refuses source with more nested f-strings than this (`MAXFSTRINGLEVEL`).
    static let maximumInterpolations = 150
    /// CPython refuses source with more indentation levels than this (`MAXINDENT`).
    static let maximumIndents = 100

    /// Sources from this many bytes on are not read; token numbers stay below 30 bits.
    static let maximumLength = 1 << 30

    /// The tokens in order; the last is `.endMarker`.
    package private(set) var tokens: ContiguousArray<PythonToken> = []
    /// The first lexical error, if there is one.
    package private(set) var error: PythonLexicalError?

    let keepsTrivia: Bool
    var offset = 0
    var frames: ContiguousArray<Frame> = []
    var openBrackets = 0
    var openInterpolations = 0
    var indents: ContiguousArray<Indent> = [Indent(column: 0, alternate: 0)]
    var isAtLineStart = true
    /// Whether the logical line has a token yet.
    var hasLineContent = false
    var isFinished = false

    /// Reads all of `source`.
    ///
    /// - Parameters:
    ///   - source: UTF-8 text; a byte order mark at its start is skipped.
    ///   - keepsTrivia: whether comments and line ends that end no statement become tokens.
    package init(_ source: Span<UInt8>, keepsTrivia: Bool) {
        self.keepsTrivia = keepsTrivia
        guard source.count < Self.maximumLength else {
            record(.sourceTooLong, at: 0)
            emit(.endMarker, 0, 0)
            return
        }
        tokens.reserveCapacity(source.count / 5 + 16)
        offset = Self.byteOrderMarkLength(source)
        while offset < source.count, !isFinished { step(source) }
        finish(source)
    }

    /// The length of the UTF-8 byte order mark at the start of `source`: 3 or 0.
    package static func byteOrderMarkLength(_ source: Span<UInt8>) -> Int {
        guard source.count >= 3, source[0] == 0xEF, source[1] == 0xBB, source[2] == 0xBF else {
            return 0
        }
        return 3
    }

    /// Whether the next byte belongs to the literal text of an f-string or its specifier.
    var isInLiteral: Bool {
        guard let top = frames.last else { return false }
        return top.kind == .interpolation || top.kind == .specifier
    }

    @inline(__always)
    func byte(_ source: Span<UInt8>, _ offset: Int) -> UInt8 {
        offset < source.count ? source[offset] : 0
    }

    @inline(__always)
    mutating func emit(_ kind: PythonTokenKind, _ start: Int, _ end: Int) {
        tokens.append(PythonToken(kind, start, end))
    }

    @inline(__always)
    mutating func emit(_ op: PythonOperator, _ start: Int, _ end: Int) {
        tokens.append(PythonToken(.op, start, end, op: op))
        hasLineContent = true
    }

    mutating func record(_ code: PythonLexicalError.Code, at offset: Int) {
        if error == nil { error = PythonLexicalError(code: code, offset: offset) }
    }

    /// Replaces a recorded error that stands at or behind `offset`.
    mutating func recordEarlier(_ code: PythonLexicalError.Code, at offset: Int) {
        if let known = error, known.offset < offset { return }
        error = PythonLexicalError(code: code, offset: offset)
    }

    /// Closes what is open, and ends the tokens as CPython does.
    private mutating func finish(_ source: Span<UInt8>) {
        if let top = frames.last {
            let isText = top.kind == .interpolation || top.kind == .specifier
            record(isText ? .unterminatedInterpolation : .unclosedBracket, at: Int(top.offset))
        }
        if hasLineContent {
            emit(.newline, source.count, source.count)
        } else if keepsTrivia, frames.isEmpty, !isAtLineStart {
            emit(.nl, source.count, source.count)
        }
        for _ in indents.dropFirst() { emit(.dedent, source.count, source.count) }
        emit(.endMarker, source.count, source.count)
        if let null = source.firstZero { recordEarlier(.nullByte, at: null) }
    }
}

/// Splits SQL of any dialect into the tokens of its statements, one statement at a time.
///
/// Dialects contradict each other. What a file itself shows decides: a backslash escapes in a text
/// only where names stand in backquotes or tables have engines (MySQL, ClickHouse); comments nest
/// (PostgreSQL) unless that leaves one open. The bodies of functions in dollar quotes are read as
/// code, other texts in dollar quotes as texts. Rows after `COPY … FROM stdin` are skipped.
///
/// The lexer never fails: it records the first thing that is broken and goes on behind it. Time is
/// linear in the source. Memory is one token each of the longest statement, and a statement ends
/// at the latest after `maximumTokens`.
struct SQLLexer {
    /// Where a statement is cut.
    static let maximumTokens = 1 << 20
    /// More open brackets than this end the look for partners.
    static let maximumDepth = 1_000
    /// Bodies within bodies; deeper ones are texts.
    static let maximumBodies = 4

    /// The tokens of the statement, with its semicolon.
    var tokens: [SQLToken] = []
    /// The comments so far that speak to the scanner.
    var directives: [Range<Int>] = []
    /// The first thing that is broken.
    var error: SourceAnalysis.SyntaxError?

    var offset = 0
    /// The bodies of functions in which the lexer stands.
    var bodies: [Body] = []
    /// The offsets in `tokens` of the brackets that are open.
    var openBrackets: [Int32] = []
    let escapesWithBackslash: Bool
    var commentsNest = true
    /// Whether a text was found to have no end; later ones end with their line.
    var textsEndWithLine = false
    var hasDollarQuotes = true
    /// Whether rows may follow `COPY … FROM stdin`: false once their end was not found.
    var hasRows = true

    /// The body of a function, in dollar quotes.
    struct Body {
        /// Where its closing tag stands.
        var closing: Range<Int>
        /// What `textsEndWithLine` was before it; a body may be in another language.
        var textsEndedWithLine: Bool
    }

    private static let backquote = ByteSearch("`")
    private static let engine = ByteSearch("ENGINE")

    /// Prepares to read `source`.
    init(_ source: Span<UInt8>) {
        escapesWithBackslash =
            Self.backquote.firstOffset(in: source) != nil
            || Self.engine.firstOffset(in: source) != nil
    }

    /// Reads the tokens of the next statement; `nil` at the end of the source.
    mutating func readStatement(_ source: Span<UInt8>) -> SQLStatement? {
        tokens = []
        openBrackets.removeAll(keepingCapacity: true)
        while offset < source.count, tokens.count < Self.maximumTokens {
            if let body = bodies.last, offset >= body.closing.lowerBound {
                bodies.removeLast()
                textsEndWithLine = body.textsEndedWithLine
                offset = body.closing.upperBound
                emit(.bodyEnd, body.closing.lowerBound)
                break
            }
            if readToken(source) { break }
        }
        return tokens.isEmpty ? nil : SQLStatement(tokens: tokens)
    }

    /// Reads one token, or the blanks or the comment before it; true at the end of a statement.
    private mutating func readToken(_ source: Span<UInt8>) -> Bool {
        let start = offset
        let next = byte(source, start + 1)
        switch source[start] {
        case 0x20, 0x09...0x0d: offset += 1
        case UInt8(ascii: "-") where next == UInt8(ascii: "-"): readLineComment(source)
        case UInt8(ascii: "#") where beginsLine(start, source) && next == 0x20:
            readLineComment(source)
        case UInt8(ascii: "/") where next == UInt8(ascii: "*"): readBlockComment(source)
        case UInt8(ascii: "'"): readText(source, from: start, escapes: escapesWithBackslash)
        case UInt8(ascii: "\""), UInt8(ascii: "`"): readQuotedName(source)
        case UInt8(ascii: "[") where isBracketedName(source): readBracketedName(source)
        case UInt8(ascii: "$"): readDollar(source)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber(source)
        case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "%"):
            readMark(source)
        case let first where first.isSQLWordStart: return readWord(source)
        case UInt8(ascii: ";"): return readSemicolon(source)
        default: readOperator(source)
        }
        return false
    }

    /// Where reading must stop: at the end of the body or of the source.
    func limit(_ source: Span<UInt8>) -> Int { bodies.last?.closing.lowerBound ?? source.count }

    func byte(_ source: Span<UInt8>, _ offset: Int) -> UInt8 {
        offset < limit(source) ? source[offset] : 0
    }

    mutating func emit(_ kind: SQLToken.Kind, _ start: Int, _ symbol: SQLSymbol = .other) {
        tokens.append(
            SQLToken(start: UInt32(start), end: UInt32(offset), kind: kind, symbol: symbol)
        )
    }

    mutating func record(_ message: String, at offset: Int) {
        // A body may be in another language.
        if error == nil, bodies.isEmpty {
            error = SourceAnalysis.SyntaxError(offset: offset, message: message)
        }
    }

    /// Whether only blanks stand between the beginning of the line and `start`.
    func beginsLine(_ start: Int, _ source: Span<UInt8>) -> Bool {
        var index = start
        while index > 0, source[index - 1] == 0x20 || source[index - 1] == 0x09, start - index < 80
        {
            index -= 1
        }
        return index == 0 || source[index - 1] == 0x0a || source[index - 1] == 0x0d
    }
}

extension UInt8 {
    /// Whether a name, a keyword or a variable may begin with the byte.
    var isSQLWordStart: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "_"), UInt8(ascii: "@"), 0x80...0xff:
            true
        default: false
        }
    }

    /// Whether a name may go on with the byte.
    var isSQLWord: Bool {
        isSQLWordStart || (0x30...0x39).contains(self) || self == UInt8(ascii: "$")
            || self == UInt8(ascii: "#")
    }
}

/// One token of a statement: what it is and where its bytes stand in the source.
struct SQLToken: Sendable, Equatable {
    /// The class of a token.
    enum Kind: UInt8, Sendable {
        /// A name or keyword; also variables with their `@`.
        case word
        /// A name in double quotes, backquotes or brackets.
        case quotedName
        /// A text, with its quotes and its prefix.
        case string
        /// A number.
        case number
        /// A value that is filled in later: `$1`, `?`, `:name`, `%s`.
        case parameter
        /// An operator or a bracket.
        case op
        /// `$$` or `$tag$` before the body of a function.
        case bodyStart
        /// `$$` or `$tag$` after the body of a function.
        case bodyEnd
    }

    /// The offset of the first byte.
    var start: UInt32
    /// The offset after the last byte.
    var end: UInt32
    /// The class.
    var kind: Kind
    /// Which operator or keyword it is.
    var symbol: SQLSymbol
    /// Of brackets: how far away the other one stands; 0 if there is none.
    var partner: Int32 = 0

    /// The offsets of the token's bytes.
    var range: Range<Int> { Int(start)..<Int(end) }
}

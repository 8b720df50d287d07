/// The class of a Python token, as CPython's `tokenize` module names it.
package enum PythonTokenKind: UInt8, Sendable {
    case endMarker
    case name
    case number
    case string
    case fstringStart
    case fstringMiddle
    case fstringEnd
    case tstringStart
    case tstringMiddle
    case tstringEnd
    case op
    case comment
    /// A line end that ends no statement: blank lines, and line ends between brackets.
    case nl
    /// The end of a logical line.
    case newline
    case indent
    case dedent
    /// Bytes that begin no token, such as `$`.
    ///
    /// The lexer has recorded an error for them.
    case stray

    /// Whether the token opens an f-string or a t-string.
    package var opensInterpolation: Bool { self == .fstringStart || self == .tstringStart }

    /// Whether the token closes an f-string or a t-string.
    package var closesInterpolation: Bool { self == .fstringEnd || self == .tstringEnd }
}

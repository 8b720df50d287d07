/// What an expression is a part of: a chain from the innermost construct to the statement.
package struct PythonContext: Sendable {
    /// The construct.
    package enum Kind: UInt8, Sendable {
        /// A statement that gives the value no name.
        case statement
        /// The value of an assignment; the tokens are those of its first target.
        case assignment
        /// The argument of a keyword; the token is its name.
        case keyword
        /// The value of an entry in a dictionary display; the token is its key, a string.
        case entry
        /// The default value of a parameter; the token is its name.
        case parameter
        /// The value of an assignment expression; the token is its name.
        case walrus
        /// The value of a `return`.
        case result
        /// The index of a subscript.
        case subscriptIndex
    }

    /// The context of an expression that nothing names.
    package static let none: Int32 = 0

    /// The construct.
    package var kind: Kind
    /// The context around this one; `none` for the outermost.
    package var parent: Int32
    /// The tokens that name the value, as `kind` says.
    package var tokens: Range<Int32>
}

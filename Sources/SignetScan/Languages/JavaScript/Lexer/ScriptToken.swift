/// One token: what it is and where its bytes stand in the source.
///
/// Twelve bytes, so that a file's tokens stay in the processor's cache.
package struct ScriptToken: Sendable, Equatable {
    /// What only the lexer, which knows the brackets around a token, can say of it.
    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// A line ends between the token before it and this one.
        package static let followsLineBreak = Self(rawValue: 1 << 0)
        /// Of punctuators: an expression ends here, so that `/` divides and `(` calls.
        package static let endsExpression = Self(rawValue: 1 << 1)
        /// Of `{` and `}`: those of a block or of a class, not of an object.
        package static let block = Self(rawValue: 1 << 2)
        /// Of `:`: that of a conditional expression.
        package static let conditional = Self(rawValue: 1 << 3)
        /// Of `{` and `}`: those of an expression among JSX.
        package static let element = Self(rawValue: 1 << 4)
    }

    /// The offset of the first byte.
    package var start: UInt32
    /// The offset after the last byte.
    package var end: UInt32
    /// The class of the token.
    package var kind: ScriptTokenKind
    /// The punctuator of an `.op` token, else `.none`.
    package var op: ScriptOperator
    /// What the surroundings say.
    package var flags: Flags

    /// Creates a token over the bytes `start..<end`.
    package init(
        _ kind: ScriptTokenKind,
        _ start: Int,
        _ end: Int,
        op: ScriptOperator = .none,
        flags: Flags = []
    ) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.kind = kind
        self.op = op
        self.flags = flags
    }

    /// The offsets of the token's bytes.
    package var range: Range<Int> { Int(start)..<Int(end) }
}

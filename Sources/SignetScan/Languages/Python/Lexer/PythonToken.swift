/// One token: what it is and where its bytes stand in the source.
///
/// Twelve bytes, so that a file's tokens stay in the processor's cache. Rows and columns come from
/// `PythonLineTable` when somebody asks for them.
package struct PythonToken: Sendable, Equatable {
    /// The offset of the first byte.
    package var start: UInt32
    /// The offset after the last byte; equal to `start` for a dedent and for an implied line end.
    package var end: UInt32
    /// The class of the token.
    package var kind: PythonTokenKind
    /// The exact operator of an `.op` token, else `.none`.
    package var op: PythonOperator

    /// Creates a token over the bytes `start..<end`.
    package init(
        _ kind: PythonTokenKind,
        _ start: Int,
        _ end: Int,
        op: PythonOperator = .none
    ) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.kind = kind
        self.op = op
    }

    /// Whether the token begins or ends a block.
    package var isBlock: Bool { kind == .indent || kind == .dedent }

    /// Whether another token is of the same class, and the same operator.
    package func isLike(_ other: PythonToken) -> Bool { kind == other.kind && op == other.op }

    /// The offsets of the token's bytes.
    package var range: Range<Int> { Int(start)..<Int(end) }
}

/// What went wrong with an ID, its text, its kind or its generator.
///
/// An error names a ``Code-swift.struct`` to branch on, the place of the fault where there is one,
/// and the kinds concerned. Its description says what to do. It never repeats the text that it
/// refuses, so that it can be logged as it is.
public struct IDError: Error, Hashable, Sendable {
    /// What is wrong; branch on this.
    public let code: Code
    /// The byte at which a text is wrong, counted from 0.
    public let offset: Int?
    /// The declared kind that the error is about.
    public let kind: Kind?
    /// The second declared kind, where two are in conflict.
    public let otherKind: Kind?

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - code: What is wrong.
    ///   - offset: The byte at which the text is wrong, counted from 0.
    ///   - kind: The declared kind that the error is about.
    ///   - otherKind: The second kind, where two are in conflict.
    public init(_ code: Code, at offset: Int? = nil, kind: Kind? = nil, otherKind: Kind? = nil) {
        self.code = code
        self.offset = offset
        self.kind = kind
        self.otherKind = otherKind
    }
}

extension IDError: CustomStringConvertible {
    /// Where, what is wrong and what to do, in one sentence.
    public var description: String {
        var text = offset.map { "byte \($0): " } ?? ""
        text += code.message
        if let kind {
            text += " (kind \(kind)"
            if let otherKind { text += " and kind \(otherKind)" }
            text += ")"
        }
        return text
    }
}

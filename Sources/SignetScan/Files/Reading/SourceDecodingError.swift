/// Why the bytes of a source file are no text.
package enum SourceDecodingError: Error, Sendable, Equatable {
    /// A byte sequence that the encoding does not have, at this offset.
    case invalidBytes(encoding: String, offset: Int)
    /// A zero byte at this offset.
    case zeroByte(offset: Int)
    /// A declaration of an encoding that is unknown, or that no source file may have.
    case unknownEncoding
    /// A byte order mark of UTF-8 before a declaration of something else.
    case contradiction

    /// What is wrong and what to do, as one clause.
    package var reason: String {
        switch self {
        case .invalidBytes("utf-8", let offset):
            "not valid UTF-8 at byte \(offset); add a coding line or re-encode it"
        case .invalidBytes(let encoding, let offset):
            "not valid \(encoding) at byte \(offset); correct its coding line or re-encode it"
        case .zeroByte(let offset):
            "a zero byte at byte \(offset); it is no source text, or it is UTF-16"
        case .unknownEncoding:
            "its coding line names an encoding that is not known; re-encode it as UTF-8"
        case .contradiction:
            "it begins with the mark of UTF-8 but its coding line says otherwise; remove one"
        }
    }
}

extension IDError.Code {
    /// The most telling reason for which a byte is refused.
    ///
    /// - Parameters:
    ///   - byte: The byte.
    ///   - reason: What to say of a byte that is unremarkable in itself.
    /// - Returns: The reason to give.
    static func fault(of byte: UInt8, else reason: Self) -> Self {
        switch byte {
        case 0x80...: .nonASCII
        case 0...0x20, 0x7f: .whiteSpace
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upperCase
        default: reason
        }
    }
}

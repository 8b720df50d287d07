/// What somebody else calls a request, as a note that is safe to log.
enum CorrelationNote {
    /// How many bytes of it are kept.
    static let maximumCount = 128

    /// The first 128 bytes, with `~` and two digits for all but letters, digits and `-._`.
    ///
    /// It cannot end a line, a field or a quotation, and nobody takes it for an ID of ours: those
    /// hold no `~` before such a note would.
    ///
    /// - Parameter note: What the request says.
    /// - Returns: At most 384 bytes of ASCII.
    static func text(_ note: String) -> String {
        var text = ""
        for byte in note.utf8.prefix(maximumCount) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16)
                text += digits.count == 1 ? "~0" + digits : "~" + digits
            }
        }
        return text
    }
}

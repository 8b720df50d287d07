extension Core {
    /// How many bytes a UUID's text has.
    static let uuidCount = 36

    /// Reads a UUID in lower case with its four hyphens (RFC 9562, section 4).
    ///
    /// - Parameter text: The 36 bytes of the text.
    /// - Throws: ``IDError`` with the offset of the first fault.
    public init(uuid text: Span<UInt8>) throws(IDError) {
        guard text.count == Self.uuidCount else { throw IDError(.unknownForm, at: 0) }
        let second = UInt64(text.halfWord(at: 9)) | UInt64(text.halfWord(at: 14)) << 32
        let third = UInt64(text.halfWord(at: 19)) | UInt64(text.halfWord(at: 24)) << 32
        let hyphen = UInt8(ascii: "-")
        guard text[8] == hyphen, text[13] == hyphen, text[18] == hyphen, text[23] == hyphen,
            let first = Hex.value(text.word(at: 0)), let second = Hex.value(second),
            let third = Hex.value(third), let fourth = Hex.value(text.word(at: 28))
        else { throw Self.uuidFault(text) }
        do throws(IDError) {
            try self.init(
                adopting: UInt64(first) << 32 | UInt64(second),
                UInt64(third) << 32 | UInt64(fourth)
            )
        } catch {
            throw IDError(error.code, at: Self.place(of: error.code))
        }
    }

    /// Reads a UUID in lower case with its four hyphens (RFC 9562, section 4).
    ///
    /// - Parameter text: The text of a `uuid` column, say.
    /// - Throws: ``IDError`` with the offset of the first fault.
    public init(uuid text: String) throws(IDError) {
        try self.init(uuid: text.utf8.span)
    }

    /// Writes the 36 bytes of a UUID's text at an offset.
    func writeUUID(into buffer: inout MutableSpan<UInt8>, at start: Int) {
        let second = Hex.digits(UInt32(truncatingIfNeeded: high))
        let third = Hex.digits(UInt32(truncatingIfNeeded: low >> 32))
        buffer.store(Hex.digits(UInt32(truncatingIfNeeded: high >> 32)), at: start)
        buffer.store(UInt32(truncatingIfNeeded: second), at: start + 9)
        buffer.store(UInt32(truncatingIfNeeded: second >> 32), at: start + 14)
        buffer.store(UInt32(truncatingIfNeeded: third), at: start + 19)
        buffer.store(UInt32(truncatingIfNeeded: third >> 32), at: start + 24)
        buffer.store(Hex.digits(UInt32(truncatingIfNeeded: low)), at: start + 28)
        let hyphen = UInt8(ascii: "-")
        buffer[start + 8] = hyphen
        buffer[start + 13] = hyphen
        buffer[start + 18] = hyphen
        buffer[start + 23] = hyphen
    }

    private static func uuidFault(_ text: Span<UInt8>) -> IDError {
        for offset in text.indices {
            let isHyphen = offset == 8 || offset == 13 || offset == 18 || offset == 23
            if isHyphen ? text[offset] != UInt8(ascii: "-") : Hex.nibble(text[offset]) == nil {
                return IDError(.fault(of: text[offset], else: .badHex), at: offset)
            }
        }
        return IDError(.unknownForm, at: 0)
    }

    private static func place(of code: IDError.Code) -> Int {
        switch code {
        case .wrongVersion: 14
        case .wrongVariant: 19
        default: 0
        }
    }
}

extension Core {
    /// How many base32 digits a core takes: 130 bits, of which the first two are 0.
    static let base32Count = 26

    /// Reads 26 base32 digits.
    ///
    /// - Parameters:
    ///   - text: The text that holds the digits.
    ///   - start: Where they begin; the text has at least 26 bytes from there.
    /// - Throws: An error with the offset of the first bad digit, or of the core.
    init(base32 text: Span<UInt8>, at start: Int) throws(IDError) {
        let first = UInt64(Base32.value(text[start]))
        let second = UInt64(Base32.value(text[start + 1]))
        let upper = Base32.value(text.word(at: start + 2))
        let middle = Base32.value(text.word(at: start + 10))
        let lower = Base32.value(text.word(at: start + 18))
        guard first < 8, second < 32, (upper | middle | lower) >> 40 == 0 else {
            throw Self.base32Fault(text, at: start)
        }
        do throws(IDError) {
            try self.init(
                adopting: first << 61 | second << 56 | upper << 16 | middle >> 24,
                middle << 40 | lower
            )
        } catch {
            throw IDError(error.code, at: start)
        }
    }

    /// Writes 26 base32 digits at an offset.
    func writeBase32(into buffer: inout MutableSpan<UInt8>, at start: Int) {
        buffer[start] = Base32.digit(high >> 61)
        buffer[start + 1] = Base32.digit(high >> 56)
        buffer.store(Base32.digits(high >> 16), at: start + 2)
        buffer.store(Base32.digits(high << 24 | low >> 40), at: start + 10)
        buffer.store(Base32.digits(low), at: start + 18)
    }

    private static func base32Fault(_ text: Span<UInt8>, at start: Int) -> IDError {
        for offset in start..<start + base32Count where Base32.value(text[offset]) > 31 {
            return IDError(.fault(of: text[offset], else: .badBase32), at: offset)
        }
        return IDError(.coreOverflow, at: start)
    }
}

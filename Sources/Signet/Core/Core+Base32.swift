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
        let leading = Base32.value(text[start])
        guard leading < 8 else { throw Self.base32Fault(text, at: start) }
        let upper = Base32.value(of: text, at: start + 1, count: 12)
        let lower = Base32.value(of: text, at: start + 14, count: 12)
        let middle = Base32.value(text[start + 13])
        guard (upper | lower) >> 60 == 0, middle < 32 else {
            throw Self.base32Fault(text, at: start)
        }
        do throws(IDError) {
            try self.init(
                adopting: UInt64(leading) << 61 | upper << 1 | UInt64(middle) >> 4,
                UInt64(middle) << 60 | lower
            )
        } catch {
            throw IDError(error.code, at: start)
        }
    }

    /// Writes 26 base32 digits at an offset.
    func writeBase32(into buffer: inout MutableSpan<UInt8>, at start: Int) {
        Base32.write(high >> 61, count: 1, into: &buffer, at: start)
        Base32.write(high >> 1, count: 12, into: &buffer, at: start + 1)
        Base32.write(high << 4 | low >> 60, count: 1, into: &buffer, at: start + 13)
        Base32.write(low, count: 12, into: &buffer, at: start + 14)
    }

    private static func base32Fault(_ text: Span<UInt8>, at start: Int) -> IDError {
        for offset in start..<start + base32Count where Base32.value(text[offset]) > 31 {
            return IDError(.fault(of: text[offset], else: .badBase32), at: offset)
        }
        return IDError(.coreOverflow, at: start)
    }
}

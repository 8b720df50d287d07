/// Hexadecimal digits in lower case, eight at a time in one machine word.
///
/// In such a word the first digit stands in the lowest byte, as it does in memory.
package enum Hex {
    /// The eight digits of 32 bits.
    ///
    /// The nibbles are spread over the bytes of a word, and those above 9 get the distance from
    /// `9` to `a` added, all at once.
    package static func digits(_ value: UInt32) -> UInt64 {
        var word = UInt64(value.byteSwapped)
        word = (word | word << 16) & 0x0000_ffff_0000_ffff
        word = (word | word << 8) & 0x00ff_00ff_00ff_00ff
        word = (word >> 4 | word << 8) & 0x0f0f_0f0f_0f0f_0f0f
        let letters = (word &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return word &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
    }

    /// The 32 bits of eight digits, or nil when a byte is no lower-case hexadecimal digit.
    package static func value(_ digits: UInt64) -> UInt32? {
        let letters = digits >> 6 & 0x0101_0101_0101_0101
        // `0` or, for letters, ten less than `a` is taken off. A byte that is too small to take it
        // from, or too large, leaves something in the upper nibbles; so does its borrow, if any.
        let nibbles = digits &- 0x3030_3030_3030_3030 &- letters &* 0x27
        let tens = (nibbles &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        guard nibbles & 0xf0f0_f0f0_f0f0_f0f0 | (tens ^ letters) == 0 else { return nil }
        var word = (nibbles << 4 | nibbles >> 8) & 0x00ff_00ff_00ff_00ff
        word = (word | word >> 8) & 0x0000_ffff_0000_ffff
        return UInt32(truncatingIfNeeded: word | word >> 16).byteSwapped
    }

    /// Writes the lowest `4 * count` bits of a value, the highest of them first.
    ///
    /// Two words of eight digits each, which overlap unless there are 16 of them.
    ///
    /// - Parameters:
    ///   - value: The bits.
    ///   - count: How many digits, 8 to 16.
    ///   - buffer: Where they go.
    ///   - start: The offset in the buffer.
    /// - Returns: `count`.
    package static func write(
        _ value: UInt64,
        count: Int,
        into buffer: inout MutableSpan<UInt8>,
        at start: Int
    ) -> Int {
        let upper = UInt32(truncatingIfNeeded: value >> UInt64(4 * (count - 8)))
        buffer.store(digits(upper), at: start)
        buffer.store(digits(UInt32(truncatingIfNeeded: value)), at: start + count - 8)
        return count
    }

    /// The digits of bytes.
    package static func text(_ bytes: [UInt8]) -> String {
        let digits = bytes.flatMap { [digit($0 >> 4), digit($0 & 15)] }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }

    /// The value of one lower-case digit, or nil for any other byte.
    package static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

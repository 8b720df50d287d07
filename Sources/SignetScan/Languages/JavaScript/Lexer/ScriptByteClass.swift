/// Questions about the bytes of ECMAScript source.
package enum ScriptByteClass {
    /// Whether the byte is one of a name: a letter, a digit, `_` or `$`.
    @inline(__always)
    package static func isName(_ byte: UInt8) -> Bool {
        // `$` and `0`–`9` below 64; `A`–`Z`, `_`, `a`–`z` from 64 up, as bit masks.
        let mask: UInt64 = byte < 64 ? 0x03FF_0010_0000_0000 : 0x07FF_FFFE_87FF_FFFE
        return byte < 0x80 && (mask &>> UInt64(byte & 63)) & 1 == 1
    }

    /// Whether the byte is a decimal digit.
    @inline(__always)
    package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Whether a name can begin with the byte; of bytes beyond ASCII only the character says.
    @inline(__always)
    package static func isNameStart(_ byte: UInt8) -> Bool {
        isName(byte) && !isDigit(byte)
    }

    /// The length of the white space character beyond ASCII at `offset`, or zero.
    ///
    /// U+00A0, U+FEFF and the category Zs (ECMA-262, section 12.2); U+2028 and U+2029 (12.3).
    package static func wideSpace(_ source: Span<UInt8>, _ offset: Int) -> Int {
        let first = source[offset]
        if first == 0xC2 {
            return offset &+ 1 < source.count && source[offset &+ 1] == 0xA0 ? 2 : 0
        }
        guard first >= 0xE1, first <= 0xEF, offset &+ 2 < source.count else { return 0 }
        let (second, third) = (source[offset &+ 1], source[offset &+ 2])
        let isSpace =
            switch (first, second) {
            case (0xE1, 0x9A): third == 0x80
            case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
            case (0xE2, 0x81): third == 0x9F
            case (0xE3, 0x80): third == 0x80
            case (0xEF, 0xBB): third == 0xBF
            default: false
            }
        return isSpace ? 3 : 0
    }

    /// Whether the character of three bytes at `offset` ends a line: U+2028 or U+2029.
    package static func isWideLineEnd(_ source: Span<UInt8>, _ offset: Int) -> Bool {
        offset &+ 2 < source.count && source[offset] == 0xE2 && source[offset &+ 1] == 0x80
            && source[offset &+ 2] & 0xFE == 0xA8
    }
}

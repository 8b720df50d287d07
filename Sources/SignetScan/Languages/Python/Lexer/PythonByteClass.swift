/// Questions about one byte of Python source.
///
/// Bytes from 0x80 up count as identifier bytes, as in CPython's tokenizer, which checks the
/// characters once the whole identifier is read.
package enum PythonByteClass {
    /// Whether the byte continues an identifier.
    @inline(__always)
    package static func isIdentifier(_ byte: UInt8) -> Bool {
        // `0`–`9` below 64; `A`–`Z`, `_`, `a`–`z` from 64 up, as bit masks.
        let mask: UInt64 = byte < 64 ? 0x03FF_0000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
        return byte >= 0x80 || (mask &>> UInt64(byte & 63)) & 1 == 1
    }

    /// Whether the byte begins an identifier.
    @inline(__always)
    package static func isIdentifierStart(_ byte: UInt8) -> Bool {
        byte >= 64 && isIdentifier(byte)
    }

    /// Whether the byte is an ASCII digit.
    @inline(__always)
    package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Whether the byte is a digit of the base 2, 8, 10 or 16.
    @inline(__always)
    package static func isDigit(_ byte: UInt8, base: UInt8) -> Bool {
        if byte &- 0x30 < min(base, 10) { return true }
        return base == 16 && (byte | 0x20) &- 0x61 < 6
    }
}

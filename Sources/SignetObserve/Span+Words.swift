/// Bytes eight at a time, in one word: no lane carries into the next.
extension Span<UInt8> {
    private static var high: UInt64 { 0x8080_8080_8080_8080 }
    private static var low: UInt64 { 0x7f7f_7f7f_7f7f_7f7f }

    /// Eight bytes from an offset on, the first in the lowest bits; all of them are there.
    @inline(__always)
    private func word(at offset: Int) -> UInt64 {
        unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }

    /// The offset of the first decimal digit from an offset on.
    @inline(__always)
    func firstDigit(from start: Int) -> Int? {
        var offset = start
        while offset + 8 <= count {
            // A digit becomes 0 to 9; what is more carries into the highest bit of its byte.
            let value = word(at: offset) ^ 0x3030_3030_3030_3030
            let others = ((value & Self.low) &+ 0x7676_7676_7676_7676) | value
            let digits = ~others & Self.high
            if digits != 0 { return offset + digits.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < count {
            if unsafe self[unchecked: offset] &- UInt8(ascii: "0") < 10 { return offset }
            offset += 1
        }
        return nil
    }

    /// How many line feeds there are.
    var newlines: Int {
        var (found, offset) = (0, 0)
        while offset + 8 <= count {
            // A line feed becomes 0, and nothing else does.
            let value = word(at: offset) ^ 0x0a0a_0a0a_0a0a_0a0a
            let others = ((value & Self.low) &+ Self.low) | value
            found += (~others & Self.high).nonzeroBitCount
            offset += 8
        }
        while offset < count {
            found += self[offset] == UInt8(ascii: "\n") ? 1 : 0
            offset += 1
        }
        return found
    }
}

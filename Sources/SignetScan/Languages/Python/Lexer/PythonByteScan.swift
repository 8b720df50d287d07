/// Searches for names and blanks in Python source, eight bytes at a time.
enum PythonByteScan {
    /// The offset behind the spaces from `start` on.
    @inline(__always)
    static func endOfSpaces(in source: Span<UInt8>, from start: Int) -> Int {
        let bytes = unsafe source.bytes
        var offset = start
        while offset &+ 8 <= source.count {
            // The condition keeps the load inside the source.
            let word = unsafe UInt64(
                littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            )
            let others = word ^ 0x2020_2020_2020_2020
            if others != 0 { return offset &+ others.trailingZeroBitCount &>> 3 }
            offset &+= 8
        }
        while offset < source.count, source[offset] == 0x20 { offset &+= 1 }
        return offset
    }

    /// The offset behind the identifier bytes from `start` on, and whether any is above 127.
    ///
    /// Eight bytes are classified at once; most names are that short.
    @inline(__always)
    static func endOfName(in source: Span<UInt8>, from start: Int) -> (end: Int, isASCII: Bool) {
        let bytes = unsafe source.bytes
        let ones: UInt64 = 0x0101_0101_0101_0101
        var offset = start
        var high: UInt64 = 0
        while offset &+ 8 <= source.count {
            // The condition keeps the load inside the source.
            let word = unsafe UInt64(
                littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            )
            let others = ~nameBytes(word) & (ones &* 0x80)
            if others != 0 {
                let count = others.trailingZeroBitCount & ~7
                high |= word & (1 &<< UInt64(count) &- 1)
                return (offset &+ count &>> 3, high & (ones &* 0x80) == 0)
            }
            high |= word
            offset &+= 8
        }
        var isASCII = high & (ones &* 0x80) == 0
        while offset < source.count, PythonByteClass.isIdentifier(source[offset]) {
            isASCII = isASCII && source[offset] < 0x80
            offset &+= 1
        }
        return (offset, isASCII)
    }

    /// A word with the highest bit set in each byte that belongs to an identifier.
    ///
    /// Without that bit a byte plus a number below 128 carries into no other byte, so sums compare:
    /// `x + 128 - a` has the bit set where `x >= a`.
    @inline(__always)
    private static func nameBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = word & (ones &* 0x7F)
        let small = low | (ones &* 0x20)
        let letters = (small &+ ones &* 0x1F) & ~(small &+ ones &* 0x05)
        let digits = (low &+ ones &* 0x50) & ~(low &+ ones &* 0x46)
        let underscores = ~((low ^ (ones &* 0x5F)) &+ ones &* 0x7F)
        return letters | digits | underscores | word
    }
}

/// Searches in source bytes, eight at a time.
package enum ByteScan {
    /// The offset of the first byte from `start` on that equals one of four, or the end.
    ///
    /// Eight bytes are compared at once: a byte of `word ^ pattern` is zero where the bytes are
    /// equal, and `(x - 0x01…) & ~x & 0x80…` has its lowest set bit in the first zero byte.
    @inline(__always)
    package static func first(
        of a: UInt8,
        _ b: UInt8,
        _ c: UInt8,
        _ d: UInt8,
        in source: Span<UInt8>,
        from start: Int
    ) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let patterns = (ones &* UInt64(a), ones &* UInt64(b), ones &* UInt64(c), ones &* UInt64(d))
        let bytes = unsafe source.bytes
        var offset = start
        while offset &+ 8 <= source.count {
            let word = unsafe UInt64(
                littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            )
            var hits = zeroBytes(word ^ patterns.0) | zeroBytes(word ^ patterns.1)
            hits |= zeroBytes(word ^ patterns.2) | zeroBytes(word ^ patterns.3)
            if hits != 0 { return offset &+ hits.trailingZeroBitCount &>> 3 }
            offset &+= 8
        }
        while offset < source.count {
            let byte = source[offset]
            if byte == a || byte == b || byte == c || byte == d { return offset }
            offset &+= 1
        }
        return offset
    }

    /// A word whose lowest set bit stands in the first zero byte of `word`; zero if there is none.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
}

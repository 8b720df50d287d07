/// Looks for a short run of bytes in a long text, 64 places at a time.
///
/// Two bytes of the needle are compared with all 64 places at once; only where both fit is the
/// whole needle compared. In program text that happens about once in a thousand bytes, so the
/// search runs at the speed of memory. The C library's `memmem` is not in every library and slower
/// for needles this short.
package struct ByteSearch: Sendable {
    private let needle: [UInt8]
    private let first: SIMD64<UInt8>
    private let last: SIMD64<UInt8>

    /// Prepares the search for `needle`, which must not be empty.
    package init(_ needle: StaticString) {
        precondition(needle.utf8CodeUnitCount > 0, "an empty needle is everywhere")
        self.needle = needle.withUTF8Buffer { unsafe Array($0) }
        first = SIMD64(repeating: self.needle[0])
        last = SIMD64(repeating: self.needle[self.needle.count - 1])
    }

    /// The offset of the first place from `start` on where the needle stands in `text`.
    package func firstOffset(in text: Span<UInt8>, from start: Int = 0) -> Int? {
        let bytes = unsafe text.bytes
        let distance = needle.count - 1
        var offset = start
        while offset + distance + 64 <= text.count {
            // The loop's condition keeps both loads inside the text.
            let heads = unsafe bytes.unsafeLoadUnaligned(
                fromByteOffset: offset,
                as: SIMD64<UInt8>.self
            )
            let tails = unsafe bytes.unsafeLoadUnaligned(
                fromByteOffset: offset + distance,
                as: SIMD64<UInt8>.self
            )
            let fits = (heads .== first) .& (tails .== last)
            // A lane of a mask has all bits set or none.
            let marks = unsafe unsafeBitCast(fits, to: SIMD8<UInt64>.self)
            if Self.isAnySet(marks), let place = place(of: marks, offset, in: text) {
                return place
            }
            offset += 64
        }
        while offset + distance < text.count {
            if stands(at: offset, in: text) { return offset }
            offset += 1
        }
        return nil
    }

    /// The first place from `offset` on where the needle stands, among those that `marks` shows.
    private func place(of marks: SIMD8<UInt64>, _ offset: Int, in text: Span<UInt8>) -> Int? {
        for lane in 0..<8 {
            var rest = marks[lane].littleEndian & 0x8080_8080_8080_8080
            while rest != 0 {
                let place = offset + lane * 8 + rest.trailingZeroBitCount / 8
                if stands(at: place, in: text) { return place }
                rest &= rest - 1
            }
        }
        return nil
    }

    @inline(__always)
    private static func isAnySet(_ words: SIMD8<UInt64>) -> Bool {
        let half = words.lowHalf | words.highHalf
        let quarter = half.lowHalf | half.highHalf
        return quarter[0] | quarter[1] != 0
    }

    @inline(__always)
    private func stands(at offset: Int, in text: Span<UInt8>) -> Bool {
        for index in needle.indices where text[offset + index] != needle[index] { return false }
        return true
    }
}

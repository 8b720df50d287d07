/// Looks for a short run of bytes in a long text, 64 places at a time.
///
/// The two rarest bytes of the needle are compared with all 64 places at once; only where both fit
/// is the whole needle compared. In program text that happens about once in ten thousand bytes, so
/// the search runs at the speed of memory. The C library's `memmem` is not in every library and
/// slower for needles this short.
package struct ByteSearch: Sendable {
    /// The bytes that are frequent in program text, the most frequent first.
    private static let frequent: StaticString = " etsarnoildcfpmu_hg"

    private let needle: [UInt8]
    /// Where in the needle its two rarest bytes stand.
    private let places: (Int, Int)
    private let bytes: (SIMD64<UInt8>, SIMD64<UInt8>)

    /// Prepares the search for `needle`, which must not be empty.
    package init(_ needle: StaticString) {
        precondition(needle.utf8CodeUnitCount > 0, "an empty needle is everywhere")
        let bytes = needle.withUTF8Buffer { unsafe Array($0) }
        let order = Self.frequent.withUTF8Buffer { unsafe Array($0) }
        let rarest = bytes.indices.sorted {
            (order.firstIndex(of: bytes[$0]) ?? order.count, $0)
                > (order.firstIndex(of: bytes[$1]) ?? order.count, $1)
        }
        self.needle = bytes
        places = (rarest[0], rarest[min(1, rarest.count - 1)])
        self.bytes = (
            SIMD64(repeating: bytes[places.0]), SIMD64(repeating: bytes[places.1])
        )
    }

    /// The offset of the first place from `start` on where the needle stands in `text`.
    package func firstOffset(in text: Span<UInt8>, from start: Int = 0) -> Int? {
        let end = text.count - needle.count + 1
        guard end - start >= 64 else { return firstOffset(in: text, start..<max(start, end)) }
        var offset = start
        while offset + 64 <= end {
            if let place = place(from: offset, in: text, notBefore: start) { return place }
            offset += 64
        }
        // The last places are looked at again with some before them.
        return offset < end ? place(from: end - 64, in: text, notBefore: offset) : nil
    }

    /// The first of a few places where the needle stands, one at a time.
    private func firstOffset(in text: Span<UInt8>, _ places: Range<Int>) -> Int? {
        for place in places where stands(at: place, in: text) { return place }
        return nil
    }

    /// The first of 64 places from `offset` on where the needle stands.
    @inline(__always)
    private func place(
        from offset: Int,
        in text: Span<UInt8>,
        notBefore start: Int
    ) -> Int? {
        let raw = unsafe text.bytes
        // The caller keeps both loads inside the text.
        let first = unsafe raw.unsafeLoadUnaligned(
            fromByteOffset: offset + places.0,
            as: SIMD64<UInt8>.self
        )
        let second = unsafe raw.unsafeLoadUnaligned(
            fromByteOffset: offset + places.1,
            as: SIMD64<UInt8>.self
        )
        let fits = (first .== bytes.0) .& (second .== bytes.1)
        // A lane of a mask has all bits set or none.
        let marks = unsafe unsafeBitCast(fits, to: SIMD8<UInt64>.self)
        return Self.isAnySet(marks) ? place(of: marks, offset, in: text, notBefore: start) : nil
    }

    /// The first place from `start` on where the needle stands, among those that `marks` shows
    /// from `offset` on.
    private func place(
        of marks: SIMD8<UInt64>,
        _ offset: Int,
        in text: Span<UInt8>,
        notBefore start: Int
    ) -> Int? {
        for lane in 0..<8 {
            var rest = marks[lane].littleEndian & 0x8080_8080_8080_8080
            while rest != 0 {
                let place = offset + lane * 8 + rest.trailingZeroBitCount / 8
                if place >= start, stands(at: place, in: text) { return place }
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

/// Sorts out the files in which nothing can be named as an identifier or a secret is.
///
/// Complete for the rules: what they look at has a name, a type or a text with one of these words
/// in it, and no escape or line continuation can stand inside a word.
struct PythonNamePrefilter {
    /// The words, or what several of them have in common, the likeliest first.
    private let words = [
        ByteSearch("_key"), ByteSearch("token"), ByteSearch("random"), ByteSearch("secret"),
        ByteSearch("passw"), ByteSearch("oauth"), ByteSearch("nonce"), ByteSearch("jti"),
        ByteSearch("srf"), ByteSearch("trace"), ByteSearch("correlation"),

        // Patterns of identifiers: a class of hexadecimal digits, or the groups of a UUID.
        ByteSearch("a-f"), ByteSearch("{8}"),
    ]

    /// Whether one of the words stands in `bytes`, or a word for identifiers with `id` in it.
    func mightMatch(_ bytes: Span<UInt8>) -> Bool {
        hasIdentifierWord(bytes) || words.contains { $0.firstOffset(in: bytes) != nil }
    }

    /// Whether `uid`, `UUID` or `identifier` stands in `source`, or `id` or `ids` in any case where
    /// a word may begin and end.
    private func hasIdentifierWord(_ source: Span<UInt8>) -> Bool {
        let bytes = unsafe source.bytes
        let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
        var offset = 0
        while offset &+ 33 <= source.count {
            // The condition keeps both loads inside the source.
            let left = unsafe bytes.unsafeLoadUnaligned(
                fromByteOffset: offset,
                as: SIMD4<UInt64>.self
            )
            let right = unsafe bytes.unsafeLoadUnaligned(
                fromByteOffset: offset &+ 1,
                as: SIMD4<UInt64>.self
            )
            // Bit 5 makes letters small; a byte of `differences` is zero where `id` stands.
            let small = ones &* 0x20
            let differences = ((left | small) ^ (ones &* 0x69)) | ((right | small) ^ (ones &* 0x64))
            let zeros = (differences &- ones) & ~differences
            let hits = (zeros.x | zeros.y | zeros.z | zeros.w) & 0x8080_8080_8080_8080
            if hits != 0, hasIdentifierWord(source, offset..<offset &+ 32) { return true }
            offset &+= 32
        }
        return hasIdentifierWord(source, offset..<max(offset, source.count - 1))
    }

    private func hasIdentifierWord(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range
        where source[index] | 0x20 == 0x69 && source[index + 1] | 0x20 == 0x64 {
            let isStart =
                index == 0 || !isSmall(source[index - 1]) || !isSmall(source[index])
            var end = index + 2
            if end < source.count, source[end] | 0x20 == 0x73 { end += 1 }
            if isStart, end >= source.count || !isSmall(source[end]) { return true }
            if source.stands("uid", at: index - 1) || source.stands("UUID", at: index - 2)
                || source.stands("identifier", at: index)
            {
                return true
            }
        }
        return false
    }

    private func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }
}

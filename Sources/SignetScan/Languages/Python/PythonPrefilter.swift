/// Tells quickly that a file cannot have a site, so that most files are never lexed.
///
/// The filter is complete: a site needs a name that an import has bound, and the import names the
/// module as a word of its own, since Python separates `uuid` from `import`, `from`, commas and
/// dots by bytes that belong to no identifier, and no escape or line continuation can stand inside
/// a name. The one exception are names in characters that only NFKC normalisation (PEP 3131) turns
/// into `uuid`; those are taken as other names throughout.
package enum PythonPrefilter {
    /// Whether the word `uuid` stands in `source` with no identifier byte on either side.
    package static func mightMatch(_ source: Span<UInt8>) -> Bool {
        let bytes = unsafe source.bytes
        var offset = 0
        // A `u` and a `d` three bytes apart are rare enough to look closer. A byte of `differences`
        // is zero there; borrows may report more places, never fewer.
        let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
        while offset &+ 35 <= source.count {
            let left = unsafe bytes.unsafeLoadUnaligned(
                fromByteOffset: offset,
                as: SIMD4<UInt64>.self
            )
            let right = unsafe bytes.unsafeLoadUnaligned(
                fromByteOffset: offset &+ 3,
                as: SIMD4<UInt64>.self
            )
            let differences = (left ^ (ones &* 0x75)) | (right ^ (ones &* 0x64))
            let zeros = (differences &- ones) & ~differences
            let hits = (zeros.x | zeros.y | zeros.z | zeros.w) & 0x8080_8080_8080_8080
            if hits != 0, hasWord(source, offset..<offset &+ 32) { return true }
            offset &+= 32
        }
        return hasWord(source, offset..<source.count)
    }

    /// Whether the word begins in `range`.
    private static func hasWord(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where source[index] == 0x75 && index &+ 4 <= source.count {
            let end = index &+ 4
            if source[index &+ 1] == 0x75, source[index &+ 2] == 0x69, source[index &+ 3] == 0x64,
                index == 0 || !PythonByteClass.isIdentifier(source[index &- 1]),
                end == source.count || !PythonByteClass.isIdentifier(source[end])
            {
                return true
            }
        }
        return false
    }
}

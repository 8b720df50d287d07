/// One replacement of bytes in a file.
///
/// Offsets count the raw bytes of the file as it is on disk, byte order mark included, so an edit
/// cannot touch what it does not name: line ends, encoding and everything around stay.
package struct SourceEdit: Sendable, Hashable {
    /// The bytes to replace; an empty range inserts before its offset.
    package let range: Range<Int>
    /// What stands there afterwards, in the file's own encoding; empty deletes.
    package let replacement: [UInt8]

    /// Creates an edit.
    package init(_ range: Range<Int>, _ replacement: [UInt8]) {
        self.range = range
        self.replacement = replacement
    }

    /// How many bytes longer the file becomes; negative if it gets shorter.
    var growth: Int { replacement.count - range.count }
}

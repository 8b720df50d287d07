/// What the cache keeps of one file, beside the bytes of its result.
struct CacheRecord: Equatable {
    /// How many bytes a record has in the file.
    static let size = 64

    /// The hash of the file's absolute path and of the root through which it was found.
    var key: UInt128
    /// The digest of the file's identity; zero if only the content can tell.
    var identity: UInt128
    /// The hash of the content.
    var content: UInt128
    /// The hash of the root through which it was found.
    var root: UInt64
    /// Where the bytes of the result are, from the end of the records.
    var payload: Range<Int>

    /// Appends the record's bytes.
    func write(to bytes: inout ByteWriter) {
        bytes.fixed(key)
        bytes.fixed(identity)
        bytes.fixed(content)
        bytes.fixed(root)
        bytes.fixed(UInt32(payload.lowerBound))
        bytes.fixed(UInt32(payload.count))
    }
}

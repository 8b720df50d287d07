/// A file on its way through the cache: what is known of it before it is read.
struct CacheVisit {
    /// The key of its record.
    let key: UInt128
    /// The hash of the root through which it was found.
    let root: UInt64
    /// Its identity before it is read; `nil` if it is no regular file.
    let identity: FileIdentity?
    /// The index of its record, if there is one.
    let index: Int?
    /// The hash of its content, once it has been read.
    var content: UInt128 = 0
}

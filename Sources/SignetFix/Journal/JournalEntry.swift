import SignetScan

/// What a run does to one file, and how to take it back.
///
/// It holds the edits from the new content to the old and a hash of both. The old content itself
/// is not kept: it follows from the new one, which nobody has touched if its hash is right.
struct JournalEntry: Sendable {
    /// The path below the root of the journal, links resolved.
    let path: String
    /// How many bytes the file has before, and their hash.
    let old: Fingerprint
    /// How many bytes the file has after, and their hash.
    let new: Fingerprint
    /// What turns the new content into the old.
    let inverse: [SourceEdit]

    /// The size and the hash of a content.
    struct Fingerprint: Sendable, Equatable {
        let count: Int
        let hash: UInt128

        init(count: Int, hash: UInt128) {
            self.count = count
            self.hash = hash
        }

        init(of bytes: [UInt8], _ hash: ContentHash) {
            count = bytes.count
            self.hash = hash.hash(bytes.span)
        }
    }

    init(path: String, old: Fingerprint, new: Fingerprint, inverse: [SourceEdit]) {
        self.path = path
        self.old = old
        self.new = new
        self.inverse = inverse
    }

    /// Notes what `file` becomes.
    init(_ file: FileEdits, result: FileEdits, at path: String, _ hash: ContentHash) {
        self.path = path
        old = Fingerprint(of: file.original, hash)
        new = Fingerprint(of: result.original, hash)
        inverse = result.edits
    }

    /// The old content, from the new one; `nil` if the journal's own arithmetic does not hold.
    func restored(from content: [UInt8], _ hash: ContentHash) -> [UInt8]? {
        guard
            let file = try? FileEdits(
                path: path,
                original: content,
                edits: inverse,
                sameOffset: .keepsOrder
            )
        else { return nil }
        let result = file.result
        return Fingerprint(of: result, hash) == old ? result : nil
    }
}

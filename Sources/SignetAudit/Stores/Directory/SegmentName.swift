import Signet

/// The names of a log's files.
enum SegmentName {
    /// What the files of segments end with.
    static let suffix = ".jsonl"
    /// The file of a tenant's newest checkpoint.
    static let newestCheckpoint = "newest-checkpoint.json"
    /// The file that whoever works on a tenant's chain locks.
    static let lock = "lock"

    /// The file of the segment that begins with a record: its number in twenty digits.
    static func file(first: UInt64) -> String {
        let digits = String(first)
        return String(repeating: "0", count: 20 - digits.utf8.count) + digits + suffix
    }

    /// The number of the first record of a segment's file, or nil for another file.
    static func first(ofFile name: String) -> UInt64? {
        guard name.hasSuffix(suffix), name.utf8.count == 20 + suffix.utf8.count else { return nil }
        return UInt64(name.prefix(20))
    }

    /// The directory of a tenant.
    ///
    /// A tenant of lower-case letters, digits, `-`, `_` and `.` gives its directory its name. Any
    /// other is `~` and the beginning of the hash of its name: file systems differ in what they
    /// take for equal names, and in how long names may be. Who it is stands in each file.
    static func directory(of tenant: String) -> String {
        let bytes = tenant.utf8
        let isPlain = bytes.allSatisfy { byte in
            byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                || byte == UInt8(ascii: ".")
        }
        if isPlain, bytes.count <= 64, bytes.first != UInt8(ascii: ".") { return tenant }
        return "~" + Hex.text(Array(AuditHash(of: Array(bytes)).bytes.prefix(16)))
    }
}

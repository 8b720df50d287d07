/// What a file of flags holds.
struct FlagDocument: Codable {
    var version = 1
    var revision: UInt64 = 0
    var flags: [StoredFlag] = []
    /// The changes, the oldest first.
    var history: [StoredFlag] = []
}

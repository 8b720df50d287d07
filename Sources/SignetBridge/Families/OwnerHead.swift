import Signet

/// The prefixes behind which earlier generators put a whole owner.
enum OwnerHead {
    private static let heads: [StaticString] = [
        "mgr_", "session_run_", "silent_failure_", "isolated_run_", "conn_", "client_", "corpus_",
    ]

    /// Where the owner stands between such a prefix and an offset, or nil.
    static func owner(in text: Span<UInt8>, end: Int) -> Range<Int>? {
        for head in heads where text.starts(with: head) {
            let start = head.utf8CodeUnitCount
            if start < end { return start..<end }
        }
        return nil
    }
}

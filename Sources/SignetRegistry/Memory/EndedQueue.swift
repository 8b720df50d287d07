/// The slots of nodes that have ended, the first to end first.
///
/// All are kept equally long, so that nothing has to be sorted.
struct EndedQueue: Sendable {
    private var entries: [Entry] = []
    private var start = 0

    /// A slot, and when its node ended; the slot may have become another's since.
    struct Entry: BitwiseCopyable {
        let slot: NodeTable.Slot
        let time: UInt64
    }

    /// The entry that is next.
    var first: Entry? { start < entries.count ? entries[start] : nil }

    /// Adds a slot whose node has ended.
    mutating func append(_ slot: NodeTable.Slot, at time: UInt64) {
        entries.append(Entry(slot: slot, time: time))
    }

    /// Takes the next entry out.
    mutating func removeFirst() {
        start += 1
        guard start > 64, start > entries.count / 2 else { return }
        entries.removeFirst(start)
        start = 0
    }
}

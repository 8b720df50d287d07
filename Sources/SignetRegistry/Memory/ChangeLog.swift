import Signet

/// The last changes of a memory store.
///
/// Older ones make room for new ones.
struct ChangeLog: Sendable {
    private let capacity: Int
    private var ring: [Change] = []
    /// The sequence of the next change.
    private(set) var next: UInt64 = 1

    init(capacity: Int) { self.capacity = max(1, capacity) }

    /// The sequence of the oldest change that is kept.
    private var first: UInt64 { next - UInt64(ring.count) }

    /// Adds a change.
    mutating func append(_ event: Change.Event, _ id: AnyID, of owner: Owner, at time: UInt64) {
        let change = Change(
            sequence: next,
            event: event,
            id: id,
            owner: owner,
            time: time
        )
        if ring.count < capacity {
            ring.append(change)
        } else {
            ring[Int((next - 1) % UInt64(capacity))] = change
        }
        next += 1
    }

    /// The changes behind a place in the order.
    func page(after sequence: UInt64?, limit: Int, in scope: NodeScope) -> ChangePage {
        guard let sequence else { return ChangePage(changes: [], next: next - 1, hasGap: false) }
        let hasGap = sequence + 1 < first
        var current = max(sequence + 1, first)
        var changes: [Change] = []
        while current < next, changes.count < limit {
            let change = ring[Int((current - 1) % UInt64(capacity))]
            if scope.contains(change.owner) { changes.append(change) }
            current += 1
        }
        return ChangePage(changes: changes, next: max(sequence, current - 1), hasGap: hasGap)
    }
}

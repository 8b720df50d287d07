import Synchronization

/// Counters that any thread adds to, without a lock and without waiting for each other.
///
/// `@unchecked Sendable`: the memory is set up before anybody sees the table and given back after
/// the last has let go of it; in between, only atomic operations touch it.
@safe final class TallyTable: @unchecked Sendable {
    /// How many counters there are.
    let count: Int
    private let cells: UnsafeMutablePointer<Atomic<UInt64>>

    init(count: Int) {
        self.count = count
        unsafe cells = .allocate(capacity: count)
        for index in 0..<count { unsafe (cells + index).initialize(to: Atomic(0)) }
    }

    deinit {
        unsafe cells.deinitialize(count: count)
        unsafe cells.deallocate()
    }

    /// The value of a counter.
    subscript(index: Int) -> UInt64 {
        precondition(index >= 0 && index < count)
        return unsafe cells[index].load(ordering: .relaxed)
    }

    /// Adds one to a counter.
    func increment(_ index: Int) {
        precondition(index >= 0 && index < count)
        unsafe cells[index].add(1, ordering: .relaxed)
    }

    /// Sets a counter to a value that is not less than its own.
    func raise(_ index: Int, to value: UInt64) {
        precondition(index >= 0 && index < count)
        unsafe cells[index].max(value, ordering: .relaxed)
    }

    /// Sets a counter to a value if it has another, and says whether it was this call that did.
    func exchange(_ index: Int, from old: UInt64, to new: UInt64) -> Bool {
        precondition(index >= 0 && index < count)
        return unsafe cells[index].compareExchange(
            expected: old,
            desired: new,
            ordering: .relaxed
        ).exchanged
    }

    /// Sets a counter to 0 and gives the value that it had.
    func take(_ index: Int) -> UInt64 {
        precondition(index >= 0 && index < count)
        return unsafe cells[index].exchange(0, ordering: .relaxed)
    }

    /// All values.
    var values: [UInt64] { (0..<count).map { self[$0] } }
}

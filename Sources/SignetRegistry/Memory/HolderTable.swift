import Signet

/// The processes that hold nodes, and which.
struct HolderTable: Sendable {
    private var entries: [Entry] = []
    private var numbers: [Holder: Int32] = [:]
    private var free: [Int32] = []

    private struct Entry: Sendable {
        var holder: Holder
        var deadline: UInt64
        var slots: [NodeTable.Slot] = []
    }

    /// The holder of a number.
    subscript(number: Int32) -> Holder { entries[Int(number)].holder }

    /// The number of a holder whose deadline has not passed.
    func number(of holder: Holder, at time: UInt64) -> Int32? {
        guard let number = numbers[holder], entries[Int(number)].deadline > time else { return nil }
        return number
    }

    /// Sets a holder's deadline.
    ///
    /// - Returns: Whether the holder is there.
    mutating func hold(
        _ holder: Holder,
        until deadline: UInt64,
        joining: Bool,
        at time: UInt64
    ) -> Bool {
        if let number = numbers[holder] {
            guard entries[Int(number)].deadline > time else { return false }
            entries[Int(number)].deadline = max(entries[Int(number)].deadline, deadline)
            return true
        }
        guard joining else { return false }
        let entry = Entry(holder: holder, deadline: deadline)
        if let number = free.popLast() {
            entries[Int(number)] = entry
            numbers[holder] = number
        } else {
            numbers[holder] = Int32(entries.count)
            entries.append(entry)
        }
        return true
    }

    /// Forgets a holder.
    ///
    /// - Returns: What it held. The slots still name the holder until they end.
    mutating func remove(_ holder: Holder) -> [NodeTable.Slot] {
        guard let number = numbers.removeValue(forKey: holder) else { return [] }
        // The number is free for others as soon as no slot names it, which is at once: what is
        // given back here is ended in the same step.
        free.append(number)
        return entries[Int(number)].slots
    }

    /// The holders whose deadline has passed.
    func late(at time: UInt64) -> [Holder] {
        numbers.keys.filter { number(of: $0, at: time) == nil }
    }

    /// Adds a slot to a holder.
    ///
    /// - Returns: Where it stands in the holder's list.
    mutating func add(_ slot: NodeTable.Slot, to number: Int32) -> Int32 {
        entries[Int(number)].slots.append(slot)
        return Int32(entries[Int(number)].slots.count - 1)
    }

    /// Takes the slot at a place out of a holder's list.
    ///
    /// - Returns: The slot that stands there now, if another one was moved.
    mutating func remove(at position: Int32, from number: Int32) -> NodeTable.Slot? {
        entries[Int(number)].slots.removeBySwapping(at: position)
    }
}

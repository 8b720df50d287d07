/// The owners of a memory store, each with its slots and with how many live of each kind.
struct OwnerTable: Sendable {
    private var entries: [Entry] = []
    private var numbers: [Owner: Int32] = [:]
    private var free: [Int32] = []

    private struct Entry: Sendable {
        var owner: Owner
        var slots: [NodeTable.Slot] = []
        /// How many live, by the number of the kind.
        var active: [Int32] = []
    }

    /// The owner of a number.
    subscript(number: Int32) -> Owner { entries[Int(number)].owner }

    /// The slots of an owner.
    func members(of owner: Owner) -> [NodeTable.Slot] {
        numbers[owner].map { entries[Int($0)].slots } ?? []
    }

    /// The number of an owner, a new one for a new owner.
    mutating func number(of owner: Owner) -> Int32 {
        if let number = numbers[owner] { return number }
        let number: Int32
        if let unused = free.popLast() {
            number = unused
            entries[Int(number)] = Entry(owner: owner)
        } else {
            number = Int32(entries.count)
            entries.append(Entry(owner: owner))
        }
        numbers[owner] = number
        return number
    }

    /// Adds a slot to an owner.
    ///
    /// - Returns: Where it stands in the owner's list.
    mutating func add(_ slot: NodeTable.Slot, to number: Int32) -> Int32 {
        entries[Int(number)].slots.append(slot)
        return Int32(entries[Int(number)].slots.count - 1)
    }

    /// Takes the slot at a place out of an owner's list, and forgets an owner who has none left.
    ///
    /// - Returns: The slot that stands there now, if another one was moved.
    mutating func remove(at position: Int32, from number: Int32) -> NodeTable.Slot? {
        let moved = entries[Int(number)].slots.removeBySwapping(at: position)
        if entries[Int(number)].slots.isEmpty {
            numbers[entries[Int(number)].owner] = nil
            entries[Int(number)].active = []
            free.append(number)
        }
        return moved
    }

    /// How many nodes of a kind an owner has alive.
    func active(_ number: Int32, kind: UInt16) -> Int {
        let counts = entries[Int(number)].active
        return Int(kind) < counts.count ? Int(counts[Int(kind)]) : 0
    }

    /// Counts a node that was born or ended.
    mutating func count(_ change: Int32, _ number: Int32, kind: UInt16) {
        let missing = Int(kind) + 1 - entries[Int(number)].active.count
        if missing > 0 {
            entries[Int(number)].active.append(contentsOf: repeatElement(0, count: missing))
        }
        entries[Int(number)].active[Int(kind)] += change
    }
}

extension [Int32] {
    /// Takes out the element at a place and puts the last one there.
    ///
    /// - Returns: The element that was moved, if any.
    mutating func removeBySwapping(at position: Int32) -> Int32? {
        let last = removeLast()
        guard Int(position) < count else { return nil }
        self[Int(position)] = last
        return last
    }
}

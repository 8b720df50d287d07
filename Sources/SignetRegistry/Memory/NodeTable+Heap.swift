extension NodeTable {
    /// Sets when a slot's turn is.
    mutating func schedule(_ slot: Slot, at due: UInt64) {
        records[Int(slot)].due = due
        if records[Int(slot)].heapPosition < 0 {
            heap.append(slot)
            records[Int(slot)].heapPosition = Int32(heap.count - 1)
        }
        settle(slot)
    }

    /// Takes a slot out of the heap.
    mutating func unschedule(_ slot: Slot) {
        let position = records[Int(slot)].heapPosition
        guard position >= 0 else { return }
        records[Int(slot)].heapPosition = -1
        guard let moved = heap.removeBySwapping(at: position) else { return }
        records[Int(moved)].heapPosition = position
        settle(moved)
    }

    /// Moves a slot up or down to where its time belongs.
    private mutating func settle(_ slot: Slot) {
        var position = Int(records[Int(slot)].heapPosition)
        let due = records[Int(slot)].due
        while position > 0 {
            let parent = heap[(position - 1) / 2]
            guard records[Int(parent)].due > due else { break }
            put(parent, at: position)
            position = (position - 1) / 2
        }
        while true {
            var child = 2 * position + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count,
                records[Int(heap[child + 1])].due < records[Int(heap[child])].due
            {
                child += 1
            }
            guard records[Int(heap[child])].due < due else { break }
            put(heap[child], at: position)
            position = child
        }
        put(slot, at: position)
    }

    private mutating func put(_ slot: Slot, at position: Int) {
        heap[position] = slot
        records[Int(slot)].heapPosition = Int32(position)
    }
}

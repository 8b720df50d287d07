import Signet

extension NodeTable {
    /// Ends what is due, forgets what ended long ago.
    mutating func sweep(at time: UInt64, limit: Int) -> Sweep {
        var ended: [Slot] = []
        for holder in holders.late(at: time) where ended.count < limit {
            let slots = holders.remove(holder)
            ended += mark(slots, as: .released, at: time)
        }
        var forgotten = 0
        while let entry = self.ended.first, isForgettable(entry, at: time),
            ended.count + forgotten < limit
        {
            self.ended.removeFirst()
            let record = records[Int(entry.slot)]
            // What hung below another node was forgotten with it, and its slot is free or another's.
            guard !record.isFree, record.state != .active, record.ended == entry.time else {
                continue
            }
            forgotten += forgetTree(entry.slot)
        }
        while let slot = heap.first, records[Int(slot)].due <= time,
            ended.count + forgotten < limit
        {
            let record = records[Int(slot)]
            if record.state != .active {
                unschedule(slot)
            } else if record.expires > time {
                schedule(slot, at: record.expires)
            } else {
                ended += mark([slot], as: .expired, at: time)
            }
        }
        let hasMore =
            heap.first.map { records[Int($0)].due <= time } ?? false
            || self.ended.first.map { isForgettable($0, at: time) } ?? false
            || !holders.late(at: time).isEmpty
        return Sweep(ended: nodes(at: ended), forgotten: forgotten, hasMore: hasMore)
    }

    /// Whether a node ended so long ago that it is forgotten.
    private func isForgettable(_ entry: EndedQueue.Entry, at time: UInt64) -> Bool {
        let (due, overflow) = entry.time.addingReportingOverflow(retention)
        return !overflow && due <= time
    }

    /// Forgets a slot that ended, and what hung below it, which ended with it or before.
    private mutating func forgetTree(_ root: Slot) -> Int {
        var slots = [root]
        var seen: Set<Slot> = [root]
        var next = 0
        while next < slots.count {
            edges.visitChildren(from: records[Int(slots[next])].firstChild) { child in
                if seen.insert(child).inserted { slots.append(child) }
            }
            next += 1
        }
        for slot in slots.reversed() { forget(slot) }
        return slots.count
    }

    /// Notes that a node is in use.
    mutating func touch(_ id: AnyID, in scope: NodeScope, at time: UInt64) -> Node? {
        guard let slot = slot(of: id, in: scope) else { return nil }
        let record = records[Int(slot)]
        guard record.state == .active, record.expires > time else { return nil }
        // Its place in the heap stays; when its turn comes, it is put where it belongs.
        records[Int(slot)].touched = max(record.touched, time)
        return node(at: slot)
    }
}

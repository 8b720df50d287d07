import Signet

extension NodeTable {
    /// Ends slots and all that hangs below them.
    ///
    /// - Returns: The nodes that ended by this call, in the order of their IDs.
    mutating func end(_ slots: [Slot], as state: Node.State, at time: UInt64) -> [Node] {
        let ended = mark(slots, as: state, at: time)
        return nodes(at: ended)
    }

    /// Ends slots and all that hangs below them.
    ///
    /// - Returns: The slots that ended by this call.
    mutating func mark(_ slots: [Slot], as state: Node.State, at time: UInt64) -> [Slot] {
        var ended: [Slot] = []
        for slot in slots where records[Int(slot)].state == .active {
            finish(slot, as: state, at: time)
            ended.append(slot)
        }
        var next = 0
        while next < ended.count {
            var below: [Slot] = []
            edges.visitChildren(from: records[Int(ended[next])].firstChild) { below.append($0) }
            for slot in below where records[Int(slot)].state == .active {
                finish(slot, as: state, at: time)
                ended.append(slot)
            }
            next += 1
        }
        return ended
    }

    /// The nodes of slots, in the order of their IDs.
    func nodes(at slots: [Slot]) -> [Node] {
        let nodes = slots.map { node(at: $0) }
        return nodes.count < 2 ? nodes : nodes.sorted { $0.id < $1.id }
    }

    /// Ends one slot.
    private mutating func finish(_ slot: Slot, as state: Node.State, at time: UInt64) {
        let index = Int(slot)
        records[index].state = state
        records[index].ended = time
        dropHolder(of: slot)
        owners.count(-1, records[index].owner, kind: records[index].kind)
        ended.append(slot, at: time)
        let owner = owners[records[index].owner]
        log.append(state == .expired ? .expired : .released, id(at: slot), of: owner, at: time)
    }

    /// Takes a slot out of its holder's list.
    private mutating func dropHolder(of slot: Slot) {
        let record = records[Int(slot)]
        guard record.holder >= 0 else { return }
        if let moved = holders.remove(at: record.holderPosition, from: record.holder) {
            records[Int(moved)].holderPosition = record.holderPosition
        }
        records[Int(slot)].holder = -1
    }

    /// Takes a slot out of all lists.
    ///
    /// What hangs below it was forgotten before.
    mutating func forget(_ slot: Slot) {
        let record = records[Int(slot)]
        if record.state == .active {
            dropHolder(of: slot)
            owners.count(-1, record.owner, kind: record.kind)
        }
        if record.hasAlias {
            for alias in aliasTable.aliases(of: id(at: slot)) { aliasTable.remove(alias) }
        }
        unchain(slot)
        edges.removeParents(from: record.firstParent) { records[Int($0)].firstChild = $1 }
        if let moved = owners.remove(at: record.ownerPosition, from: record.owner) {
            records[Int(moved)].ownerPosition = record.ownerPosition
        }
        if record.hasMetadata { metadata[slot] = nil }
        unschedule(slot)
        records[Int(slot)].isFree = true
        free.append(slot)
    }

    /// Takes a slot out of the chain of its core.
    private mutating func unchain(_ slot: Slot) {
        let record = records[Int(slot)]
        guard var current = byCore[record.core] else { return }
        if current == slot {
            byCore[record.core] = record.nextOfCore < 0 ? nil : record.nextOfCore
            return
        }
        while records[Int(current)].nextOfCore != slot {
            current = records[Int(current)].nextOfCore
        }
        records[Int(current)].nextOfCore = record.nextOfCore
    }
}

import Signet

extension NodeTable {
    /// Records nodes and aliases, all or none.
    mutating func insert(
        _ nodes: [Node],
        aliases: [Alias],
        adopting: Bool
    ) throws(RegistryError) -> [Node] {
        var inserted: [Slot] = []
        var added: [Alias] = []
        do throws(RegistryError) {
            var slots: [Slot] = []
            slots.reserveCapacity(nodes.count)
            for node in nodes {
                if let slot = try known(node, adopting: adopting) {
                    slots.append(slot)
                    continue
                }
                let slot = try insert(node)
                inserted.append(slot)
                slots.append(slot)
            }
            for alias in aliases where try aliasTable.add(alias) { added.append(alias) }
            for alias in aliases { slot(of: alias.id).map { records[Int($0)].hasAlias = true } }
            for slot in inserted {
                let record = records[Int(slot)]
                log.append(.recorded, id(at: slot), of: owners[record.owner], at: record.created)
            }
            return inserted.count == nodes.count && nodes.count == 1
                ? nodes : slots.map { node(at: $0) }
        } catch {
            for alias in added { aliasTable.remove(alias) }
            for slot in inserted.reversed() { forget(slot) }
            throw error
        }
    }

    /// The slot of a node that is there already and may be.
    private func known(_ node: Node, adopting: Bool) throws(RegistryError) -> Slot? {
        guard let slot = slot(of: node.id) else { return nil }
        let record = records[Int(slot)]
        guard adopting, record.state == .active, owners[record.owner] == node.owner else {
            throw RegistryError(.conflict, kind: node.id.kind)
        }
        return slot
    }

    /// Puts a node into a slot.
    private mutating func insert(_ node: Node) throws(RegistryError) -> Slot {
        var parents: [Slot] = []
        for parent in node.parents {
            guard let slot = slot(of: parent), records[Int(slot)].state == .active,
                records[Int(slot)].expires > node.created,
                owners[records[Int(slot)].owner] == node.owner
            else { throw RegistryError(.parentNotFound, kind: parent.kind) }
            parents.append(slot)
        }
        var holder: Int32 = -1
        if let named = node.holder {
            guard let number = holders.number(of: named, at: node.created) else {
                throw RegistryError(.holderLost)
            }
            holder = number
        }
        guard let kind = kinds.number(of: node.id.kind) else {
            throw RegistryError(.undeclaredKind, kind: node.id.kind)
        }
        let owner = owners.number(of: node.owner)
        guard owners.active(owner, kind: kind) < policy.limit(of: node.id.kind) else {
            throw RegistryError(.limitReached, kind: node.id.kind)
        }
        let slot = place(
            NodeRecord(
                core: node.id.core,
                kind: kind,
                owner: owner,
                hasMetadata: !node.metadata.isEmpty,
                lifetime: node.lifetime,
                created: node.created,
                touched: node.touched
            )
        )
        link(slot, parents: parents, holder: holder)
        if !node.metadata.isEmpty { metadata[slot] = node.metadata }
        schedule(slot, at: records[Int(slot)].expires)
        return slot
    }

    /// Puts a record into a free slot.
    private mutating func place(_ record: NodeRecord) -> Slot {
        let slot: Slot
        if let unused = free.popLast() {
            slot = unused
            records[Int(slot)] = record
        } else {
            slot = Slot(records.count)
            records.append(record)
        }
        return slot
    }

    /// Puts a slot into the lists that it belongs to.
    private mutating func link(_ slot: Slot, parents: [Slot], holder: Int32) {
        let index = Int(slot)
        records[index].nextOfCore = byCore.updateValue(slot, forKey: records[index].core) ?? -1
        records[index].ownerPosition = owners.add(slot, to: records[index].owner)
        owners.count(1, records[index].owner, kind: records[index].kind)
        if holder >= 0 {
            records[index].holder = holder
            records[index].holderPosition = holders.add(slot, to: holder)
        }
        var last: Int32 = -1
        for parent in parents {
            let edge = edges.add(
                parent: parent,
                child: slot,
                firstChild: records[Int(parent)].firstChild,
                lastParent: last
            )
            records[Int(parent)].firstChild = edge
            if last < 0 { records[index].firstParent = edge }
            last = edge
        }
    }
}

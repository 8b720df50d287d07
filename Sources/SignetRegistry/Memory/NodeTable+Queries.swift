import Signet

extension NodeTable {
    /// The nodes of a core, in the order of their kinds.
    func nodes(of core: Core, in scope: NodeScope) -> [Node] {
        var nodes: [Node] = []
        var slot = byCore[core] ?? -1
        while slot >= 0 {
            if isVisible(slot, in: scope) { nodes.append(node(at: slot)) }
            slot = records[Int(slot)].nextOfCore
        }
        return nodes.sorted { $0.id < $1.id }
    }

    /// The aliases of a text or of an ID, in the order of their texts.
    func aliases(_ key: AliasKey, in scope: NodeScope) -> [Alias] {
        let aliases =
            switch key {
            case .original(let text): aliasTable.aliases(of: text)
            case .id(let id): aliasTable.aliases(of: id)
            }
        return aliases.filter { slot(of: $0.id, in: scope) != nil }
            .sorted { ($0.original, $0.id) < ($1.original, $1.id) }
    }

    /// The nodes that are reached over edges, in the order of their IDs.
    func relatives(of id: AnyID, _ direction: Direction, in scope: NodeScope) -> [Node] {
        guard let slot = slot(of: id, in: scope) else { return [] }
        let isDeep = direction == .descendants || direction == .ancestors
        var reached = neighbours(of: slot, direction)
        var seen = Set(reached)
        var next = 0
        while isDeep, next < reached.count {
            for slot in neighbours(of: reached[next], direction)
            where seen.insert(slot).inserted { reached.append(slot) }
            next += 1
        }
        return reached.map { node(at: $0) }.sorted { $0.id < $1.id }
    }

    private func neighbours(of slot: Slot, _ direction: Direction) -> [Slot] {
        switch direction {
        case .parents, .ancestors: return edges.parents(from: records[Int(slot)].firstParent)
        case .children, .descendants:
            var slots: [Slot] = []
            edges.visitChildren(from: records[Int(slot)].firstChild) { slots.append($0) }
            return slots
        }
    }

    /// The nodes that a query asks for, in the order of their IDs.
    ///
    /// It looks at all nodes of the owner, or at all that there are.
    func nodes(_ query: NodeQuery, in scope: NodeScope) -> [Node] {
        var ids: [(id: AnyID, slot: Slot)] = []
        let kind = query.kind.map { kinds[$0] }
        if case .some(nil) = kind { return [] }
        visitSlots(in: scope) { slot in
            let record = records[Int(slot)]
            if let kind, record.kind != kind { return }
            if let state = query.state, record.state != state { return }
            let id = id(at: slot)
            if let after = query.after, !(after < id) { return }
            ids.append((id, slot))
        }
        return ids.sorted { $0.id < $1.id }.prefix(query.limit).map { node(at: $0.slot) }
    }

    /// Counts nodes.
    func statistics(in scope: NodeScope) -> RegistryStatistics {
        var statistics = RegistryStatistics()
        visitSlots(in: scope) { slot in
            let record = records[Int(slot)]
            if record.state == .active {
                statistics.active[kinds[record.kind], default: 0] += 1
            } else {
                statistics.ended += 1
            }
        }
        return statistics
    }

    private func visitSlots(in scope: NodeScope, _ body: (Slot) -> Void) {
        if let owner = scope.owner {
            for slot in owners.members(of: owner) { body(slot) }
        } else {
            for slot in records.indices where !records[slot].isFree { body(Slot(slot)) }
        }
    }
}

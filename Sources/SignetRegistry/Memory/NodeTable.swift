import Signet

/// The nodes of a memory store, each in a slot, and the ways to find them.
///
/// Slots are numbers into one array and are used again. All lists run through slots, so that a
/// node costs no allocation of its own, and everything but a cascade is constant or logarithmic.
struct NodeTable: Sendable {
    /// The number of a place in the table.
    typealias Slot = Int32

    let policy: RegistryPolicy
    let retention: UInt64
    var records: [NodeRecord] = []
    var free: [Slot] = []
    /// One slot of each core; siblings are chained behind it.
    var byCore: [Core: Slot] = [:]
    var kinds = KindTable()
    var owners = OwnerTable()
    var edges = EdgeList()
    var metadata: [Slot: [String: String]] = [:]
    var aliasTable = AliasTable()
    var holders = HolderTable()
    /// The living slots as a heap by ``NodeRecord/due``: the next to expire is first.
    ///
    /// What has ended stays until its turn comes, because taking it out costs more than all else
    /// that is to be done then.
    var heap: [Slot] = []
    var ended = EndedQueue()
    var log: ChangeLog

    init(policy: RegistryPolicy) {
        self.policy = policy
        retention = policy.retention.milliseconds
        log = ChangeLog(capacity: policy.keptChanges)
    }

    /// The slot of an ID.
    func slot(of id: AnyID) -> Slot? {
        guard let kind = kinds[id.kind] else { return nil }
        var next = byCore[id.core] ?? -1
        while next >= 0 {
            let record = records[Int(next)]
            if record.kind == kind { return next }
            next = record.nextOfCore
        }
        return nil
    }

    /// The slot of an ID, if its owner is in the scope.
    func slot(of id: AnyID, in scope: NodeScope) -> Slot? {
        slot(of: id).flatMap { isVisible($0, in: scope) ? $0 : nil }
    }

    /// Whether a scope sees a slot.
    func isVisible(_ slot: Slot, in scope: NodeScope) -> Bool {
        guard let owner = scope.owner else { return true }
        return owners[records[Int(slot)].owner] == owner
    }

    /// The ID in a slot.
    func id(at slot: Slot) -> AnyID {
        let record = records[Int(slot)]
        return AnyID(kinds[record.kind], record.core)
    }

    /// The node in a slot.
    func node(at slot: Slot) -> Node {
        let record = records[Int(slot)]
        var node = Node(
            id: AnyID(kinds[record.kind], record.core),
            owner: owners[record.owner],
            parents: record.firstParent < 0
                ? [] : edges.parents(from: record.firstParent).map { id(at: $0) },
            metadata: record.hasMetadata ? metadata[slot] ?? [:] : [:],
            holder: record.holder < 0 ? nil : holders[record.holder],
            lifetime: record.lifetime,
            created: record.created
        )
        node.touched = record.touched
        node.state = record.state
        node.ended = record.state == .active ? nil : record.ended
        return node
    }
}

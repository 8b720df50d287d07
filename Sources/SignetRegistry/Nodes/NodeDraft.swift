import Signet

/// What is to become a node.
struct NodeDraft {
    let id: AnyID
    var parents: [AnyID] = []
    var metadata: [String: String] = [:]
    var lifetime: Duration?
    var holder: Holder?

    /// The parents, each once, in the order given.
    var distinctParents: [AnyID] {
        guard parents.count > 1 else { return parents }
        var seen: Set<AnyID> = []
        return parents.filter { seen.insert($0).inserted }
    }

    /// Whether the metadata is within its bounds.
    var hasRoomForMetadata: Bool {
        guard !metadata.isEmpty else { return true }
        let size = metadata.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        return metadata.count <= Node.maximumEntries && size <= Node.maximumMetadata
    }
}

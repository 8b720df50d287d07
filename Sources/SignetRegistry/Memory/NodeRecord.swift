import Signet

/// What a slot of a memory store holds.
///
/// Lists run through numbers of slots and edges; -1 ends them.
struct NodeRecord: BitwiseCopyable {
    let core: Core
    let kind: UInt16
    let owner: Int32
    var state = Node.State.active
    var hasMetadata = false
    var hasAlias = false
    /// Whether the slot waits for another node.
    var isFree = false
    let lifetime: UInt64
    let created: UInt64
    var touched: UInt64
    /// When it ended; without a meaning while it lives.
    var ended: UInt64 = 0
    /// When its turn in the heap is: at the latest when it expires.
    var due: UInt64 = 0
    var heapPosition: Int32 = -1
    /// The holder, and where the slot stands in its list.
    var holder: Int32 = -1
    var holderPosition: Int32 = -1
    /// Where the slot stands in its owner's list.
    var ownerPosition: Int32 = -1
    var nextOfCore: Int32 = -1
    var firstParent: Int32 = -1
    var firstChild: Int32 = -1

    /// When it expires unless it is touched.
    var expires: UInt64 {
        let (sum, overflow) = touched.addingReportingOverflow(lifetime)
        return overflow ? .max : sum
    }
}

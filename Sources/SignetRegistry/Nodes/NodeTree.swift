import Signet

/// A node and all that hangs below it.
///
/// A node with several parents in the tree stands below each of them.
public struct NodeTree: Hashable, Sendable {
    /// The node at the top.
    public let node: Node
    /// What hangs directly below it, in the order of the IDs.
    public let children: [NodeTree]

    /// Puts nodes into the order of a tree.
    ///
    /// - Parameters:
    ///   - root: The node at the top.
    ///   - descendants: What hangs below it, in any order.
    init(_ root: Node, descendants: [Node]) {
        var below: [AnyID: [Node]] = [:]
        for node in descendants {
            for parent in node.parents { below[parent, default: []].append(node) }
        }
        self.init(root, below: below)
    }

    private init(_ node: Node, below: [AnyID: [Node]]) {
        self.node = node
        children = (below[node.id] ?? []).sorted { $0.id < $1.id }
            .map { NodeTree($0, below: below) }
    }
}

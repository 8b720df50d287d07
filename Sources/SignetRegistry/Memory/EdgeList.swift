/// The edges of a memory store.
///
/// Each stands in the list of its parent's children and in the list of its child's parents.
struct EdgeList: Sendable {
    private var edges: [Edge] = []
    private var free: [Int32] = []

    private struct Edge: BitwiseCopyable {
        let parent: NodeTable.Slot
        let child: NodeTable.Slot
        /// The next and the one before among the parent's children.
        var next: Int32
        var previous: Int32
        /// The next among the child's parents.
        var nextParent: Int32
    }

    /// Adds an edge.
    ///
    /// - Parameters:
    ///   - parent: The slot of the parent.
    ///   - child: The slot of the child.
    ///   - firstChild: The head of the parent's children, which becomes this edge.
    ///   - lastParent: The edge to the child's parent before, or -1.
    /// - Returns: The edge.
    mutating func add(
        parent: NodeTable.Slot,
        child: NodeTable.Slot,
        firstChild: Int32,
        lastParent: Int32
    ) -> Int32 {
        let edge = Edge(
            parent: parent,
            child: child,
            next: firstChild,
            previous: -1,
            nextParent: -1
        )
        let number: Int32
        if let unused = free.popLast() {
            number = unused
            edges[Int(number)] = edge
        } else {
            number = Int32(edges.count)
            edges.append(edge)
        }
        if firstChild >= 0 { edges[Int(firstChild)].previous = number }
        if lastParent >= 0 { edges[Int(lastParent)].nextParent = number }
        return number
    }

    /// Takes the edges to a child's parents out of the lists.
    ///
    /// - Parameters:
    ///   - first: The head of the child's parents.
    ///   - setFirstChild: Called with a parent whose list of children begins elsewhere now.
    mutating func removeParents(
        from first: Int32,
        _ setFirstChild: (NodeTable.Slot, Int32) -> Void
    ) {
        var number = first
        while number >= 0 {
            let edge = edges[Int(number)]
            if edge.next >= 0 { edges[Int(edge.next)].previous = edge.previous }
            if edge.previous >= 0 {
                edges[Int(edge.previous)].next = edge.next
            } else {
                setFirstChild(edge.parent, edge.next)
            }
            free.append(number)
            number = edge.nextParent
        }
    }

    /// The parents of a child, in the order in which they were added.
    func parents(from first: Int32) -> [NodeTable.Slot] {
        var slots: [NodeTable.Slot] = []
        var number = first
        while number >= 0 {
            slots.append(edges[Int(number)].parent)
            number = edges[Int(number)].nextParent
        }
        return slots
    }

    /// Gives each child of a parent to `body`.
    func visitChildren(from first: Int32, _ body: (NodeTable.Slot) -> Void) {
        var number = first
        while number >= 0 {
            body(edges[Int(number)].child)
            number = edges[Int(number)].next
        }
    }
}

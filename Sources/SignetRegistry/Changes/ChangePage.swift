/// Changes behind a place in a store's order.
public struct ChangePage: Hashable, Sendable {
    /// The changes, in order.
    public let changes: [Change]
    /// Where to ask on from.
    ///
    /// It may lie behind the last change, where others are left out.
    public let next: UInt64
    /// Whether changes before these are no longer kept: whoever follows must look at all anew.
    public let hasGap: Bool

    package init(changes: [Change], next: UInt64, hasGap: Bool) {
        self.changes = changes
        self.next = next
        self.hasGap = hasGap
    }
}

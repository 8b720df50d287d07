public import Signet

/// Something that happened to a node.
public struct Change: Hashable, Sendable {
    /// The place in the store's order of changes: it grows, and may leave numbers out.
    public let sequence: UInt64
    /// What happened.
    public let event: Event
    /// The node.
    public let id: AnyID
    /// Whose node it is.
    public let owner: Owner
    /// When, in Unix milliseconds.
    public let time: UInt64

    package init(sequence: UInt64, event: Event, id: AnyID, owner: Owner, time: UInt64) {
        self.sequence = sequence
        self.event = event
        self.id = id
        self.owner = owner
        self.time = time
    }

    /// What can happen to a node; touching is not told.
    @frozen public enum Event: String, Hashable, Sendable, CaseIterable {
        /// It was issued or adopted.
        case recorded
        /// It was released, by itself or with what it hung below.
        case released
        /// It expired, by itself or with what it hung below.
        case expired
    }
}

public import Signet

/// A resource that the registry knows: an ID, its owner, what it hangs below, and its life.
///
/// A node is a snapshot. Nobody but a store makes or changes one.
public struct Node: Hashable, Sendable {
    /// The greatest number of parents.
    public static let maximumParents = 8
    /// The greatest number of entries of the metadata.
    public static let maximumEntries = 16
    /// The greatest size of the metadata, keys and values, in bytes.
    public static let maximumMetadata = 2048

    /// What names it.
    public let id: AnyID
    /// Whose it is.
    public let owner: Owner
    /// What it hangs below: it ends when any of them does.
    public let parents: [AnyID]
    /// What the application notes about it.
    public let metadata: [String: String]
    /// The process that holds it while it lives, if one does: it ends when that process does.
    public package(set) var holder: Holder?
    /// How long it lives without being touched, in milliseconds.
    public let lifetime: UInt64
    /// When it was recorded, in Unix milliseconds.
    public let created: UInt64
    /// When it was last touched, in Unix milliseconds.
    public package(set) var touched: UInt64
    /// Whether it lives.
    public package(set) var state: State
    /// When it ended, in Unix milliseconds; nil while it lives.
    public package(set) var ended: UInt64?

    /// When it expires unless it is touched, in Unix milliseconds.
    public var expires: UInt64 {
        let (sum, overflow) = touched.addingReportingOverflow(lifetime)
        return overflow ? .max : sum
    }

    package init(
        id: AnyID,
        owner: Owner,
        parents: [AnyID] = [],
        metadata: [String: String] = [:],
        holder: Holder? = nil,
        lifetime: UInt64,
        created: UInt64
    ) {
        self.id = id
        self.owner = owner
        self.parents = parents
        self.metadata = metadata
        self.holder = holder
        self.lifetime = lifetime
        self.created = created
        touched = created
        state = .active
    }

    /// Where a node is in its life.
    ///
    /// It goes from active to one of the others and never back.
    @frozen public enum State: String, Hashable, Sendable, CaseIterable {
        /// It lives.
        case active
        /// It was released, or what it hangs below was, or the process that held it ended.
        case released
        /// It, or what it hangs below, was not touched for its lifetime.
        case expired
    }
}

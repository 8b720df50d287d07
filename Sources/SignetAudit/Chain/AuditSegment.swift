/// A stretch of a tenant's chain that is stored, exported and dropped as a whole.
public struct AuditSegment: Hashable, Sendable {
    /// Whose chain it is.
    public let tenant: String
    /// The number of the first record.
    public let first: UInt64
    /// The number of the last record; one less than ``first`` when there is none.
    public let last: UInt64
    /// The hash of the record before the first.
    public let predecessor: AuditHash
    /// The checkpoint at the last record that closed the segment; nil while it is open.
    public let seal: AuditCheckpoint?

    /// Describes a segment.
    public init(
        tenant: String,
        first: UInt64,
        last: UInt64,
        predecessor: AuditHash,
        seal: AuditCheckpoint?
    ) {
        self.tenant = tenant
        self.first = first
        self.last = last
        self.predecessor = predecessor
        self.seal = seal
    }
}

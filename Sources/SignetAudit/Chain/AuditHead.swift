/// What a store knows of the end of a tenant's chain.
public struct AuditHead: Hashable, Sendable {
    /// Whose chain it is.
    public let tenant: String
    /// The last record.
    public let position: AuditPosition
    /// The newest checkpoint, if there is one.
    public let checkpoint: AuditCheckpoint?
    /// The number of the first record of the open segment; one more than the last record's when it
    /// is empty.
    public let segmentFirst: UInt64

    /// Describes the end of a chain.
    public init(
        tenant: String,
        position: AuditPosition,
        checkpoint: AuditCheckpoint?,
        segmentFirst: UInt64
    ) {
        self.tenant = tenant
        self.position = position
        self.checkpoint = checkpoint
        self.segmentFirst = segmentFirst
    }

    /// The end of a chain that has no records.
    public static func start(of tenant: String) -> Self {
        Self(tenant: tenant, position: .start(of: tenant), checkpoint: nil, segmentFirst: 1)
    }

    /// How many records no checkpoint vouches for.
    public var unsignedCount: UInt64 { position.sequence - min(signed, position.sequence) }

    /// How many records the open segment has.
    public var segmentCount: UInt64 { position.sequence + 1 - segmentFirst }

    private var signed: UInt64 { checkpoint?.sequence ?? 0 }
}

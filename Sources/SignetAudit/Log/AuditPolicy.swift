/// How an audit log divides and signs what it records.
public struct AuditPolicy: Hashable, Sendable {
    /// After how many records a checkpoint stands at the latest; the first stands behind the first.
    ///
    /// So many records at the end could be cut off by whoever can write the store, without its
    /// showing in the store itself.
    public var checkpointInterval: UInt64
    /// After how many records a segment is closed, and can be dropped when its time is over.
    public var segmentLimit: UInt64

    /// Creates a policy.
    ///
    /// - Parameters:
    ///   - checkpointInterval: 1 or more records; 0 counts as 1.
    ///   - segmentLimit: 1 or more records; 0 counts as 1.
    public init(checkpointInterval: UInt64 = 1000, segmentLimit: UInt64 = 100_000) {
        self.checkpointInterval = max(checkpointInterval, 1)
        self.segmentLimit = max(segmentLimit, 1)
    }
}

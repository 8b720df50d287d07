/// What a store found and repaired after a write that was interrupted.
public struct AuditRecovery: Hashable, Sendable {
    /// Whose chain it is.
    public let tenant: String
    /// The path of the file.
    public let file: String
    /// How many bytes of an unfinished line were cut off.
    ///
    /// Nobody was told that it was stored.
    public let byteCount: UInt64
    /// The last record before it.
    public let sequence: UInt64
}

/// When a store of files waits until what it wrote is on the disk.
public struct AuditDurability: Hashable, Sendable {
    let onRecords: Bool
    let onCheckpoints: Bool

    /// Before any record counts as stored: nothing is lost when the machine fails.
    public static let records = Self(onRecords: true, onCheckpoints: true)
    /// At each checkpoint: records after the newest one may be lost when the machine fails, though
    /// not when only the process does.
    public static let checkpoints = Self(onRecords: false, onCheckpoints: true)
    /// Whenever the operating system sees fit; for tests, and for what can be had again.
    public static let none = Self(onRecords: false, onCheckpoints: false)
}

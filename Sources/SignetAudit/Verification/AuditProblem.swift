/// Where in a file something stands.
public struct AuditPlace: Hashable, Sendable {
    /// The file's path.
    public let file: String
    /// The line, from 1; nil for the whole file.
    public let line: Int?

    /// Names a place.
    public init(file: String, line: Int? = nil) {
        self.file = file
        self.line = line
    }
}

/// Something about a log that is not as it must be.
public struct AuditProblem: Hashable, Sendable {
    /// What is wrong; branch on this.
    public let code: Code
    /// What is wrong, in one sentence without a full stop, with the numbers concerned.
    public let message: String
    /// Whose chain it is, where that is known.
    public let tenant: String?
    /// The record concerned.
    public let sequence: UInt64?
    /// Where it was found.
    public let place: AuditPlace?

    /// A way in which a log can be wrong.
    public struct Code: Hashable, Sendable {
        /// The name by which JSON output calls this code, in `snake_case`.
        public let name: String
    }
}

extension AuditProblem.Code {
    /// A record is not what its hash says.
    public static let edited = Self(name: "edited")
    /// Records are not there.
    public static let missing = Self(name: "missing")
    /// A record stands twice.
    public static let repeated = Self(name: "repeated")
    /// A record stands before one that comes earlier.
    public static let outOfOrder = Self(name: "out_of_order")
    /// A line is none that a log writes.
    public static let malformed = Self(name: "malformed")
    /// A segment or a checkpoint is another tenant's.
    public static let wrongTenant = Self(name: "wrong_tenant")
    /// A segment does not go on where the one before it ends.
    public static let spliced = Self(name: "spliced")
    /// A segment ends without the checkpoint that closes it.
    public static let unsealed = Self(name: "unsealed")
    /// A checkpoint signs another chain than this.
    public static let checkpointMismatch = Self(name: "checkpoint_mismatch")
    /// A checkpoint's signature is not its key's.
    public static let badSignature = Self(name: "bad_signature")
    /// A checkpoint is signed with a key that is not trusted.
    public static let unknownKey = Self(name: "unknown_key")
    /// There are more records without a checkpoint than the checkpoints allow.
    public static let checkpointMissing = Self(name: "checkpoint_missing")
    /// Nothing is signed, though there are keys that are trusted to sign.
    public static let unsigned = Self(name: "unsigned")
    /// The chain ends before a place that it is known to have reached.
    public static let truncated = Self(name: "truncated")
    /// The chain does not go through a place that it is known to have gone through.
    public static let rewritten = Self(name: "rewritten")
    /// Records at the beginning are gone, and no record says that they were dropped.
    public static let beginningMissing = Self(name: "beginning_missing")
    /// Personal data is gone, and no record says that it was redacted.
    public static let unexplainedRedaction = Self(name: "unexplained_redaction")
    /// A redaction is on record that did not take everything away; redact again.
    public static let unfinishedRedaction = Self(name: "unfinished_redaction")
}

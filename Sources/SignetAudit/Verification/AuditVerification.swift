/// What looking through one tenant's chain gave.
public struct AuditVerification: Sendable {
    /// Whose chain it is.
    public let tenant: String
    /// Everything that is wrong, in the order in which it was found; at most
    /// ``maximumProblems``.
    public internal(set) var problems: [AuditProblem] = []
    /// How many problems there are, also those that are not kept.
    public internal(set) var problemCount = 0
    /// The number of the first record that is there.
    public internal(set) var first: UInt64 = 0
    /// The place of the last record that is there.
    public internal(set) var end: AuditPosition
    /// How many records were looked at.
    public internal(set) var recordCount: UInt64 = 0
    /// How many of them lack personal data that was redacted.
    public internal(set) var redactedCount: UInt64 = 0
    /// How many checkpoints were looked at.
    public internal(set) var checkpointCount: UInt64 = 0
    /// The newest checkpoint whose signature is right.
    public internal(set) var newestCheckpoint: AuditCheckpoint?
    /// The record that says that those before ``first`` were dropped.
    public internal(set) var dropRecord: UInt64?
    /// Where an append was interrupted: a last line without its end, which nobody was told was
    /// stored.
    public internal(set) var torn: AuditPlace?

    /// How many problems are kept; the rest is counted.
    public static let maximumProblems = 1000

    init(tenant: String) {
        self.tenant = tenant
        end = .start(of: tenant)
    }

    /// Whether nothing is wrong.
    public var isSound: Bool { problemCount == 0 }

    /// How many records at the end no checkpoint vouches for; they could have been changed or cut
    /// off by whoever can write the store.
    public var unsignedCount: UInt64 {
        guard let newestCheckpoint else { return recordCount }
        return end.sequence - min(newestCheckpoint.sequence, end.sequence)
    }

    /// Keeps a problem, or counts it.
    mutating func add(
        _ code: AuditProblem.Code,
        _ message: String,
        sequence: UInt64? = nil,
        at place: AuditPlace? = nil
    ) {
        problemCount += 1
        guard problems.count < Self.maximumProblems else { return }
        problems.append(
            AuditProblem(
                code: code,
                message: message,
                tenant: tenant,
                sequence: sequence,
                place: place
            )
        )
    }
}

public import Signet

/// An event in its place in a tenant's chain.
///
/// ``hash`` covers everything here, the tenant, and the hash of the record before: whoever changes
/// a record has to change all that follow, and every checkpoint signs one of them.
public struct AuditRecord: Hashable, Sendable {
    /// Whose log it is in.
    public let tenant: String
    /// Its place in the tenant's chain, from 1, without gaps.
    public let sequence: UInt64
    /// Its ID.
    public let id: AuditID
    /// When it was recorded, in Unix milliseconds.
    public let time: UInt64
    /// Who did it.
    public internal(set) var actor: AuditField
    /// What was done.
    public let action: String
    /// How it ended.
    public let outcome: AuditEvent.Outcome
    /// What it was done to.
    public let resource: AnyID?
    /// The session in which it was done.
    public let session: AnyID?
    /// The request in which it was done.
    public let request: AnyID?
    /// What else is known, ordered by the bytes of the names.
    public internal(set) var details: [AuditDetail]
    /// SHA-256 over the hash of the record before and all of this record.
    public internal(set) var hash: AuditHash

    /// Puts a record together that a store has read; an ``AuditLog`` makes new ones.
    public init(
        tenant: String,
        sequence: UInt64,
        id: AuditID,
        time: UInt64,
        actor: AuditField,
        action: String,
        outcome: AuditEvent.Outcome,
        resource: AnyID?,
        session: AnyID?,
        request: AnyID?,
        details: [AuditDetail],
        hash: AuditHash
    ) {
        self.tenant = tenant
        self.sequence = sequence
        self.id = id
        self.time = time
        self.actor = actor
        self.action = action
        self.outcome = outcome
        self.resource = resource
        self.session = session
        self.request = request
        self.details = details
        self.hash = hash
    }

    /// Its place in the chain.
    public var position: AuditPosition { AuditPosition(sequence: sequence, hash: hash) }

    /// The value of a detail, or nil when there is none or it was redacted.
    public func detail(_ name: String) -> String? {
        details.first { $0.name == name }?.field.value
    }

    /// Whether the log wrote it to account for itself.
    public var isOwn: Bool { action.hasPrefix(AuditAction.prefix) }
}

/// The actions that a log records of itself.
enum AuditAction {
    /// What they begin with; no other event's action does.
    static let prefix = "audit."
    /// Personal data was taken away: `sequences` and `fields` say where.
    static let redact = "audit.redact"
    /// The segments up to `through` were dropped.
    static let drop = "audit.drop"
}

public import Signet

/// Something that somebody did, or tried to do, as it goes into the audit log.
///
/// An event says who, what, to what, in which session and request, and how it ended. The log adds
/// an ``Signet/AuditID``, the time, and its place in the tenant's chain.
///
/// ``actor`` and the values of ``details`` count as personal data: they can be redacted later
/// without breaking the chain. Everything else, also the names of the details, stays for good.
/// Texts are never cut: what is longer than its limit is refused.
public struct AuditEvent: Sendable, Hashable {
    /// The greatest length of a tenant or an actor, in bytes.
    public static let maximumNameCount = 256
    /// The greatest length of an action, an outcome or a detail's name, in bytes.
    public static let maximumWordCount = 64
    /// The greatest length of a detail's value, in bytes.
    public static let maximumValueCount = 4096
    /// How many details an event has at most.
    public static let maximumDetails = 32

    /// Whose log the event belongs to: 1 to 256 bytes.
    public var tenant: String
    /// Who did it: 1 to 256 bytes; a user's ID, a service's name.
    public var actor: String
    /// What was done: lower-case words joined by dots, such as `registry.cross`, at most 64 bytes.
    ///
    /// Actions that begin with `audit.` are the log's own.
    public var action: String
    /// What it was done to.
    public var resource: AnyID?
    /// The session in which it was done.
    public var session: AnyID?
    /// The request in which it was done.
    public var request: AnyID?
    /// How it ended.
    public var outcome: Outcome
    /// What else is to be known, by names such as `reason`: at most 32 values of 4096 bytes.
    public var details: [String: String]

    /// Creates an event; the log checks its texts when it is recorded.
    public init(
        tenant: String,
        actor: String,
        action: String,
        resource: AnyID? = nil,
        session: AnyID? = nil,
        request: AnyID? = nil,
        outcome: Outcome = .allowed,
        details: [String: String] = [:]
    ) {
        self.tenant = tenant
        self.actor = actor
        self.action = action
        self.resource = resource
        self.session = session
        self.request = request
        self.outcome = outcome
        self.details = details
    }
}

extension AuditEvent {
    /// How an event ended.
    ///
    /// A program may have outcomes of its own: a lower-case word of at most 64 bytes.
    public struct Outcome: RawRepresentable, Sendable, Hashable {
        /// The word that stands in the log.
        public let rawValue: String

        /// Takes a lower-case word; the log checks it when an event is recorded.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// It was allowed, and done.
        public static let allowed = Self(rawValue: "allowed")
        /// It was refused: the rules forbid it.
        public static let refused = Self(rawValue: "refused")
        /// It was allowed and could not be done.
        public static let failed = Self(rawValue: "failed")
    }
}

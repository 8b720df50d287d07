public import Signet

/// What went wrong with the registry.
///
/// The description says what to do. It repeats neither names nor owners nor metadata, so that it
/// can be logged as it is.
public struct RegistryError: Error, Sendable {
    /// What is wrong; branch on this.
    public let code: Code
    /// The kind that the error is about.
    public let kind: Kind?
    /// What a store or a lower floor said.
    public let cause: (any Error)?

    /// Creates an error, such as one of a store.
    ///
    /// - Parameters:
    ///   - code: What is wrong.
    ///   - kind: The kind that the error is about.
    ///   - cause: What a lower floor said.
    public init(_ code: Code, kind: Kind? = nil, cause: (any Error)? = nil) {
        self.code = code
        self.kind = kind
        self.cause = cause
    }

    /// A reason for which the registry refuses.
    public struct Code: Hashable, Sendable {
        /// The name by which JSON output and metrics call this code, in `snake_case`.
        public let name: String
        /// What is wrong and what to do, in one sentence without a full stop.
        public let message: String
    }
}

extension RegistryError: CustomStringConvertible {
    /// What is wrong and what to do, in one sentence.
    public var description: String {
        var text = code.message
        if let kind { text += " (kind \(kind))" }
        if let cause { text += ": \(cause)" }
        return text
    }
}

extension RegistryError.Code {
    /// The user has no such node; somebody else may.
    public static let notFound = Self(
        name: "not_found",
        message: "no such resource"
    )
    /// A node to hang below does not live, or is not the user's.
    public static let parentNotFound = Self(
        name: "parent_not_found",
        message: "a parent does not live; issue it first, or leave it out"
    )
    /// The ID is taken.
    public static let conflict = Self(
        name: "conflict",
        message: "the ID is taken and cannot be recorded again; issue a new one"
    )
    /// The owner has as many nodes of the kind as the policy allows.
    public static let limitReached = Self(
        name: "limit_reached",
        message: "the owner has as many of these as the policy allows; release some"
    )
    /// The holder's deadline has passed.
    public static let holderLost = Self(
        name: "holder_lost",
        message: "the deadline of the holder has passed and its nodes ended; join again"
    )
    /// The lease of a generator's number is over.
    public static let leaseLost = Self(
        name: "lease_lost",
        message: "the lease of the generator's number is over; renew it, nothing was minted"
    )
    /// The clock has no uptime.
    public static let noUptime = Self(
        name: "no_uptime",
        message: "the clock has no uptime to measure deadlines by; give one that has"
    )
    /// A name of a user or tenant is empty, too long or holds a zero byte.
    public static let badOwner = Self(
        name: "bad_owner",
        message: "a user and a tenant have 1 to 256 bytes and no zero byte"
    )
    /// The node has too many parents or too much metadata.
    public static let tooLarge = Self(
        name: "too_large",
        message: "a node has at most 8 parents, 16 entries of metadata and 2,048 bytes in them"
    )
    /// The kind is not in the catalog.
    public static let undeclaredKind = Self(
        name: "undeclared_kind",
        message: "the kind is not in the catalog; declare it in signet.yml"
    )
    /// The name could not be read, or names nothing.
    public static let badName = Self(
        name: "bad_name",
        message: "the name cannot be read"
    )
    /// The name does not say what it names.
    public static let kindMissing = Self(
        name: "kind_missing",
        message: "the name does not say what it names; say the kind"
    )
    /// Several resources of the user bear the name.
    public static let ambiguousName = Self(
        name: "ambiguous_name",
        message: "several resources bear the name; say the kind"
    )
    /// Contexts are nested too deeply.
    public static let tooDeep = Self(
        name: "too_deep",
        message: "contexts are nested deeper than 32; something calls itself"
    )
    /// The reason for crossing owners is missing.
    public static let reasonMissing = Self(
        name: "reason_missing",
        message: "say who looks at other users' resources, and why"
    )
    /// The audit log did not take the record, so nothing was done.
    public static let notAudited = Self(
        name: "not_audited",
        message: "the audit log did not take the record, so nothing was done"
    )
    /// The generator could not make an ID.
    public static let notMinted = Self(
        name: "not_minted",
        message: "no ID could be made"
    )
    /// The store could not be reached or refused; the call may be repeated.
    public static let unavailable = Self(
        name: "unavailable",
        message: "the store cannot be used now; nothing was recorded, try again"
    )
    /// The store was lost while it was at work: the call is done wholly or not at all.
    public static let outcomeUnknown = Self(
        name: "outcome_unknown",
        message: "the store was lost during the call; look whether it was done before you repeat it"
    )
    /// A newer version of this program has changed the store.
    public static let newerStore = Self(
        name: "newer_store",
        message: "a newer version has changed the store; use that version or a newer one"
    )
    /// The store holds what no version has written.
    public static let damaged = Self(
        name: "damaged",
        message: "the store holds what cannot be read; restore it from a backup"
    )
}

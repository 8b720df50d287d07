/// What went wrong with a rollout's flags or their store.
public struct RolloutError: Error, Hashable, Sendable {
    /// What is wrong; branch on this.
    public let code: Code
    /// What is wrong and what to do, in one sentence without a full stop.
    public let message: String

    /// Describes a fault; stores of other packages make their errors with this.
    public init(_ code: Code, _ message: String? = nil) {
        self.code = code
        self.message = message ?? code.message
    }

    /// A reason for which something is refused or not done.
    public struct Code: Hashable, Sendable {
        /// The name by which JSON output calls this code, in `snake_case`.
        public let name: String
        /// What is wrong and what to do, in one sentence without a full stop.
        public let message: String
    }
}

extension RolloutError: CustomStringConvertible {
    /// What is wrong and what to do.
    public var description: String { message }
}

extension RolloutError.Code {
    /// A service, an actor or a reason is not one.
    public static let invalid = Self(
        name: "invalid",
        message: "a change needs a service, somebody who wants it, and a reason"
    )
    /// Somebody else changed the flag in between.
    public static let conflict = Self(
        name: "conflict",
        message: "somebody else changed the flag in between; look at it and try again"
    )
    /// A change skips a stage on the way forward.
    public static let skipsStage = Self(
        name: "skips_stage",
        message: "the way forward is one stage at a time: legacy, dual, new, strict"
    )
    /// The figures do not say that the step is safe.
    public static let unsafeStep = Self(
        name: "unsafe_step",
        message: "the figures do not say that the step is safe"
    )
    /// The audit log did not take the change, so it was not made.
    public static let notAudited = Self(
        name: "not_audited",
        message: "the change could not be put on record, and was not made"
    )
    /// The store cannot be read or written.
    public static let storeFailed = Self(
        name: "store_failed",
        message: "the store of the flags cannot be read or written"
    )
    /// An ID is of a format that the stage does not accept.
    public static let refused = Self(
        name: "refused",
        message: "the ID is of a format that is not accepted any more"
    )
}

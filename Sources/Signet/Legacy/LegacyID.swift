/// What the text of a generator that came before looks like, and what it tells.
///
/// Detection never guesses a resource: it says which family of formats a text belongs to, what its
/// parts are, and how certain that is. The text stays a name of its resource; translation gives it
/// a core (adopted here, derived in `SignetSeal`).
public struct LegacyID: Hashable, Sendable {
    /// Which family of formats the text belongs to.
    public let family: Family
    /// How certain that is.
    public let certainty: Certainty
    /// The declared kind that the text's leading fields spell, if any.
    public let kind: Kind?
    /// The milliseconds in the text, if any.
    public let time: UInt64?
    /// The core of a UUID in any spelling; nil for the other families, whose core is derived.
    public let adopted: Core?

    /// A family of formats.
    public struct Family: Hashable, Sendable {
        /// The name by which JSON output calls the family.
        public let name: String

        /// Names a family.
        package init(name: String) { self.name = name }

        /// A UUID in any spelling: dashed, 32 digits, upper case, `urn:uuid:`, in braces.
        public static let uuid = Self(name: "uuid")
        /// `{kind}_{milliseconds}_{number}_{8 hex digits}`.
        public static let classic = Self(name: "classic")
        /// `{prefix}_{number}_{8 hex digits}`, without a time.
        public static let counted = Self(name: "counted")
        /// `run_{thread}_{5 to 13 digits}_{8 hex digits}`: a run that names its thread.
        public static let runOfThread = Self(name: "run_of_thread")
        /// `{prefix}_{4 to 16 hex digits}`: a UUID that was cut.
        public static let truncated = Self(name: "truncated")
        /// `{prefix}_{milliseconds}`, perhaps with `_` and 4 to 16 hex digits.
        public static let timed = Self(name: "timed")
    }

    /// How certain a detection is; there is no number, because none would be a probability.
    @frozen public enum Certainty: String, Hashable, Sendable {
        /// No other known format looks like this.
        case certain
        /// The text fits the family and might be something else.
        case likely
        /// Nothing known looks like this.
        case unknown
    }
}

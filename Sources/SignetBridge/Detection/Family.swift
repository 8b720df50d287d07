/// A family of texts, as the bridge tells them apart.
package enum Family: UInt8, Sendable, CaseIterable {
    /// Nothing known looks like this.
    case unknown
    /// A text of today's forms.
    case current
    /// A family that the project declares by a template.
    case declared
    /// A UUID in any spelling.
    case uuid
    /// A UUID behind a prefix.
    case prefixedUUID
    /// A prefix and 4 to 16 digits of a UUID, or 16 such digits alone.
    case truncated
    /// A prefix, an owner and 4 to 16 digits of a UUID.
    case owned
    /// A prefix, milliseconds, a counter, and mostly 8 random digits.
    case classic
    /// A prefix, a counter and 8 random digits.
    case counted
    /// The same from a manager that put a type before the counter.
    case rival
    /// A run around the ID of its thread.
    case runOfThread
    /// A connection that names its environment.
    case environment
    /// A prefix and a time in milliseconds or seconds, perhaps with random digits.
    case timed
    /// A date, a time of day, or both.
    case calendar
    /// A prefix and what a hash function gave.
    case hash
    /// A prefix and the address of an object in memory.
    case address
    /// A text that holds another ID whole.
    case joined
    /// A key of Redis.
    case redisKey
    /// An identifier of another system.
    case foreign
    /// A credential: nothing that names, and nothing to print.
    case credential

    /// The name by which results call the family.
    package var name: String {
        switch self {
        case .unknown: "unknown"
        case .current: "current"
        case .declared: "declared"
        case .uuid: "uuid"
        case .prefixedUUID: "prefixed_uuid"
        case .truncated: "truncated"
        case .owned: "owned"
        case .classic: "classic"
        case .counted: "counted"
        case .rival: "rival"
        case .runOfThread: "run_of_thread"
        case .environment: "environment"
        case .timed: "timed"
        case .calendar: "calendar"
        case .hash: "hash"
        case .address: "address"
        case .joined: "joined"
        case .redisKey: "redis_key"
        case .foreign: "foreign"
        case .credential: "credential"
        }
    }

    /// Whether a text of the family has a translation.
    package var isTranslatable: Bool {
        switch self {
        case .unknown, .redisKey, .credential: false
        default: true
        }
    }
}

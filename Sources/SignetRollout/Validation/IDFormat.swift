/// What sort of text an ID is, as far as a rollout is concerned.
public struct IDFormat: Hashable, Sendable, CustomStringConvertible {
    /// The name by which results call it.
    public let description: String
    private init(_ name: String) { description = name }

    /// One of today's forms, or a UUID of version 7.
    public static let new = Self("new")
    /// A family of earlier generators, or a UUID of another version.
    public static let legacy = Self("legacy")
    /// An earlier form around an ID of today's.
    public static let mixed = Self("mixed")
    /// Nothing that is known; also today's layout with something wrong in it.
    public static let unknown = Self("unknown")
    /// A credential where an ID belongs.
    public static let credential = Self("credential")
}

/// Whether an ID comes in or goes out.
public enum IDDirection: String, Sendable, CaseIterable {
    /// Read: from a request, a message, a row.
    case inbound
    /// Written: into an answer, a message, a row.
    case outbound
}

/// What a piece of a text is.
package enum Part: Int, Sendable, CaseIterable {
    /// The user, whole, unless the reading says that it is cut.
    case owner
    /// What the resource was made for.
    case operation
    /// The sort of resource: `auth` of a session, an agent's name, an event's.
    case type
    /// What stands before all that is told apart.
    case prefix
    /// The environment, such as `staging`.
    case environment
    /// The process's counter.
    case number
    /// Random digits, or those of a hash or an address.
    case random
    /// A whole other ID.
    case embedded

    /// The name by which results call the part.
    package var name: String {
        switch self {
        case .owner: "owner"
        case .operation: "operation"
        case .type: "type"
        case .prefix: "prefix"
        case .environment: "environment"
        case .number: "number"
        case .random: "random"
        case .embedded: "embedded"
        }
    }
}

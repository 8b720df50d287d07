/// Whose clients are, and where they are written down.
///
/// For the connections of `PostgresPool` and `RedisPool`, which serve a program rather than one of
/// its users.
public struct ClientRecord: Sendable {
    /// Where the clients are recorded.
    public let registry: Registry
    /// Whose they are, such as the name of a service.
    public let owner: Owner
    /// The process; its clients end with it.
    public let holder: Holder?

    /// Says where to record clients.
    ///
    /// - Parameters:
    ///   - registry: Where they are recorded: not one whose store they carry.
    ///   - owner: Whose they are.
    ///   - holder: The process; its clients end with it.
    public init(in registry: Registry, of owner: Owner, heldBy holder: Holder? = nil) {
        self.registry = registry
        self.owner = owner
        self.holder = holder
    }
}

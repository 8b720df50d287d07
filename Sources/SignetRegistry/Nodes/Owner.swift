/// Whose a resource is: one user of one tenant.
///
/// Both names are those of the application, whole, and compared byte by byte. Nothing cuts them:
/// two users with the same beginning are two users. Make an owner only from what an authenticator
/// vouches for, never from what a request says of itself.
public struct Owner: Hashable, Sendable {
    /// The greatest length of either name, in bytes.
    public static let maximumCount = 256

    /// The tenant: the customer, workspace or organization that users belong to.
    public let tenant: String
    /// The user within the tenant.
    public let user: String

    /// Takes the names of a user.
    ///
    /// - Parameters:
    ///   - user: 1 to 256 bytes of UTF-8 without a zero byte.
    ///   - tenant: The same; a program that serves one customer may leave it out.
    /// - Throws: ``RegistryError/Code-swift.struct/badOwner``.
    public init(_ user: String, tenant: String = "default") throws(RegistryError) {
        for name in [user, tenant] {
            guard (1...Self.maximumCount).contains(name.utf8.count), !name.utf8.contains(0) else {
                throw RegistryError(.badOwner)
            }
        }
        self.tenant = tenant
        self.user = user
    }

    /// Takes names that a store has kept.
    package init(storedUser user: String, tenant: String) {
        self.tenant = tenant
        self.user = user
    }
}

public import Hummingbird
public import Signet
public import SignetRegistry

/// The context of a request that knows who asks.
///
/// ``UserContextMiddleware`` fills it; routes behind it read ``requireUser()``.
public protocol UserRequestContext: RequestContext {
    /// Who asks, and in which session, thread, run and request; nil before the middleware.
    var user: UserContext? { get set }
}

extension UserRequestContext {
    /// Who asks.
    ///
    /// - Returns: The user's context.
    /// - Throws: 401 for a route that the middleware does not stand before.
    public func requireUser() throws(HTTPError) -> UserContext {
        guard let user else { throw HTTPError(.unauthorized) }
        return user
    }
}

/// What an authenticator vouches for.
public struct AuthenticatedSession: Hashable, Sendable {
    /// The user.
    public let owner: Owner
    /// The session that the credentials led to.
    public let session: SessionID

    /// Says who it is; only after the credentials were verified.
    ///
    /// - Parameters:
    ///   - owner: The user.
    ///   - session: The session that the credentials led to.
    public init(owner: Owner, session: SessionID) {
        self.owner = owner
        self.session = session
    }
}

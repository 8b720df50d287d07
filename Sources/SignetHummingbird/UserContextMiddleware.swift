import HTTPTypes
public import Hummingbird
import Logging
import Signet
public import SignetRegistry

/// Makes the ``SignetRegistry/UserContext`` of each request.
///
/// What the authenticator vouches for becomes a context: the thread and run that the request names,
/// by any of their names, or new ones, and always a new request. Everything behind the middleware
/// runs in the context, so that logs and traces carry its IDs. The answer names the request in
/// `X-Request-ID`. What the request says of itself in `X-Correlation-ID` or `X-Request-ID` goes
/// into the log as a note, bounded and escaped, and nowhere else.
///
/// ```swift
/// router.add(middleware: UserContextMiddleware(registry: registry) { request, _ in
///     try await sessions.authenticated(request.headers[.authorization])
/// })
/// router.get("runs") { _, context in
///     try await registry.nodes(NodeQuery(kind: .run), in: context.requireUser())
/// }
/// ```
public struct UserContextMiddleware<Context: UserRequestContext>: RouterMiddleware {
    /// Says who asks, or nil if nobody does who is known.
    public typealias Authenticator =
        @Sendable (Request, Context) async throws -> AuthenticatedSession?

    private let registry: Registry
    private let authenticate: Authenticator

    /// Creates the middleware.
    ///
    /// - Parameters:
    ///   - registry: Where sessions, threads and runs are.
    ///   - authenticate: Verifies the credentials of a request.
    public init(registry: Registry, authenticate: @escaping Authenticator) {
        self.registry = registry
        self.authenticate = authenticate
    }

    /// Handles a request in its user's context.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - context: The framework's context.
    ///   - next: What stands behind the middleware.
    /// - Returns: The answer, with the ID of the request.
    /// - Throws: 401 without a known session; 404 for a thread or run that is not the user's;
    ///   400 for a name that cannot be read; 429 at a limit; 503 when the store cannot be reached;
    ///   what `next` throws.
    @concurrent
    public func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let facts = try await authenticate(request, context) else {
            throw HTTPError(.unauthorized)
        }
        var context = context
        let user: UserContext
        do throws(RegistryError) {
            user = try await registry.context(
                of: facts.owner,
                session: facts.session,
                threadNamed: request.headers[.thread],
                runNamed: request.headers[.run]
            )
        } catch {
            throw HTTPError(error)
        }
        context.user = user
        if let note = request.headers[.correlation] ?? request.headers[.request] {
            context.logger[metadataKey: "correlation"] = .string(CorrelationNote.text(note))
        }
        for (key, value) in user.metadata { context.logger[metadataKey: key] = value }
        let inner = context
        var response = try await user.run { try await next(request, inner) }
        response.headers[.request] = user.request.compact
        return response
    }
}

extension HTTPField.Name {
    /// Adds names to those of the standard.
    ///
    /// They are valid, and the initializer may not say so.
    private static func own(_ name: String) -> Self { Self(name) ?? .date }

    static var thread: Self { own("X-Thread-ID") }
    static var run: Self { own("X-Run-ID") }
    static var request: Self { own("X-Request-ID") }
    static var correlation: Self { own("X-Correlation-ID") }
}

extension HTTPError {
    /// The answer to what the registry refuses.
    ///
    /// It repeats nothing of the request.
    init(_ error: RegistryError) {
        let status: HTTPResponse.Status =
            switch error.code {
            case .notFound, .parentNotFound: .notFound
            case .badName, .kindMissing, .ambiguousName: .badRequest
            case .limitReached: .tooManyRequests
            case .unavailable: .serviceUnavailable
            default: .internalServerError
            }
        self.init(status, message: error.code.message)
    }
}

public import Logging
public import ServiceContextModule
import Signet

extension UserContext {
    /// The context in which the current task works, if any.
    @TaskLocal public static var current: UserContext?

    /// Runs `body` in this context: child tasks, logs and traces see it.
    ///
    /// - Parameter body: What to do.
    /// - Returns: What `body` gives.
    public func run<Result>(
        _ body: () async throws -> Result
    ) async rethrows -> Result {
        var baggage = ServiceContext.current ?? .topLevel
        baggage.userContext = self
        return try await Self.$current.withValue(self) {
            try await ServiceContext.$current.withValue(baggage) { try await body() }
        }
    }

    /// The IDs as metadata of logs: compact texts under the names of their kinds.
    ///
    /// The names of user and tenant are left out: they may be personal data.
    public var metadata: Logger.Metadata {
        var metadata: Logger.Metadata = [
            "session": .stringConvertible(session), "thread": .stringConvertible(thread),
            "run": .stringConvertible(run), "req": .stringConvertible(request),
        ]
        if let connection { metadata["ws_conn"] = .stringConvertible(connection) }
        return metadata
    }
}

extension Logger.MetadataProvider {
    /// Adds the IDs of the current ``UserContext`` to every line of a log.
    ///
    /// Give it to `LoggingSystem.bootstrap` once.
    public static let userContext = Logger.MetadataProvider {
        UserContext.current?.metadata ?? [:]
    }
}

extension ServiceContext {
    private enum Key: ServiceContextKey {
        typealias Value = UserContext
        static var nameOverride: String? { "signet-user-context" }
    }

    /// The user context that traces are made in.
    public internal(set) var userContext: UserContext? {
        get { self[Key.self] }
        set { self[Key.self] = newValue }
    }
}

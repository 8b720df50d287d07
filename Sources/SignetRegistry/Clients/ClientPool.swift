public import Signet
package import SignetConnections

/// Makes clients of Redis, ClickHouse, databases and the like, each with an ID and an owner, and
/// never more than so many.
///
/// A client is a node of the registry while it lives. A user's client serves that user only: what
/// state it has, such as a session of the database, never meets another user.
///
/// ```swift
/// let pool = ClientPool(.redisClient, registry: registry, limit: 20) { id in
///     try await RedisConnection(url, name: id.compact)
/// } close: { await $0.close() }
/// let value = try await pool.withClient(of: owner) { client, id in try await client.get(key) }
/// ```
///
/// `PostgresPool` and `RedisPool` are such pools too.
public final class ClientPool<Client: Sendable>: Sendable {
    /// How long to wait for a client when all are in use.
    public static var defaultPatience: Duration { .seconds(10) }

    /// What the clients are.
    public let kind: Kind
    /// How many clients there are at most.
    public let limit: Int
    private let patience: Duration
    private let pool: ConnectionPool<Owner, NamedClient<Client>, any Error>

    /// Creates a pool without clients.
    ///
    /// - Parameters:
    ///   - kind: What the clients are, such as `redis_client`.
    ///   - registry: Where they are recorded.
    ///   - limit: How many there are at most.
    ///   - patience: How long to wait when all are in use.
    ///   - holder: The process; its clients end with it.
    ///   - make: Makes a client with the ID that it is known by.
    ///   - close: Closes it.
    public convenience init(
        _ kind: Kind,
        registry: Registry,
        limit: Int,
        patience: Duration = defaultPatience,
        heldBy holder: Holder? = nil,
        make: @escaping @Sendable (AnyID) async throws -> Client,
        close: @escaping @Sendable (Client) async -> Void
    ) {
        self.init(
            ClientNames(kind, registry: registry, holder: holder),
            limit: limit,
            patience: patience,
            make: make,
            close: close
        )
    }

    /// Creates a pool whose clients are recorded or only named.
    ///
    /// - Parameters:
    ///   - names: Where the clients' IDs come from.
    ///   - limit: How many clients there are at most.
    ///   - crowd: How many tasks may wait for one.
    ///   - patience: How long to wait when all are in use.
    ///   - make: Makes a client with the ID that it is known by.
    ///   - close: Closes it.
    package init(
        _ names: ClientNames,
        limit: Int,
        crowd: Int = .max,
        patience: Duration,
        make: @escaping @Sendable (AnyID) async throws -> Client,
        close: @escaping @Sendable (Client) async -> Void
    ) {
        kind = names.kind
        self.limit = max(1, limit)
        self.patience = patience
        pool = ConnectionPool(size: limit, crowd: crowd) { owner throws(any Error) in
            let id = try await names.issue(to: owner)
            do {
                return NamedClient(client: try await make(id), id: id, owner: owner)
            } catch {
                await names.release(id, of: owner)
                throw error
            }
        } close: { named in
            await close(named.client)
            await names.release(named.id, of: named.owner)
        }
    }

    /// How many clients there are, how many of them nobody uses, and how many tasks wait for one.
    public var statistics: (open: Int, idle: Int, waiting: Int) {
        let statistics = pool.statistics
        return (statistics.open, statistics.idle, statistics.waiting)
    }

    /// Gives a client to `body`, and takes it back.
    ///
    /// A client whose `body` throws is closed: what state it is in is not known.
    ///
    /// - Parameters:
    ///   - owner: Whose client it is.
    ///   - body: What to do with it.
    /// - Returns: What `body` gives.
    /// - Throws: ``RegistryError/Code-swift.struct/limitReached`` after waiting in vain;
    ///   `CancellationError`; what making a client or `body` throws.
    public func withClient<Result: Sendable>(
        of owner: Owner,
        _ body: @Sendable (Client, AnyID) async throws -> Result
    ) async throws -> Result {
        try await withClient(of: owner, isMending: false, refused: refusal, body)
    }

    /// Gives a client to `body`, and takes it back.
    ///
    /// - Parameters:
    ///   - owner: Whose client it is.
    ///   - isMending: Whether a client repairs itself, so that it is kept whatever `body` throws.
    ///   - refused: The error for a caller who gets no client.
    ///   - body: What to do with it.
    /// - Returns: What `body` gives.
    /// - Throws: What `body` throws, or what `refused` makes.
    package func withClient<Result: Sendable, Failure: Error>(
        of owner: Owner,
        isMending: Bool,
        refused: (PoolRefusal<any Error>) -> Failure,
        _ body: (Client, AnyID) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let outcome: Swift.Result<Result, Failure>
        do throws(PoolRefusal<any Error>) {
            outcome = try await pool.withConnection(
                of: owner,
                limit: patience,
                keptIf: { isMending || $0.isSuccess },
                { named in
                    do throws(Failure) {
                        return .success(try await body(named.client, named.id))
                    } catch {
                        return .failure(error)
                    }
                }
            )
        } catch {
            throw refused(error)
        }
        return try outcome.get()
    }

    private func refusal(_ refusal: PoolRefusal<any Error>) -> any Error {
        switch refusal {
        case .timedOut, .crowded: RegistryError(.limitReached, kind: kind)
        case .cancelled: CancellationError()
        case .closed: RegistryError(.unavailable, kind: kind)
        case .notMade(let cause): cause
        }
    }

    /// Refuses to give clients, and returns when all are closed.
    ///
    /// Whoever uses one may finish, so it must not be called with a client in hand.
    public func shutDown() async { await pool.shutDown() }
}

/// A client with its name.
private struct NamedClient<Client: Sendable>: Sendable {
    let client: Client
    let id: AnyID
    let owner: Owner
}

extension Result {
    fileprivate var isSuccess: Bool {
        switch self {
        case .success: true
        case .failure: false
        }
    }
}

public import Signet

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
public actor ClientPool<Client: Sendable> {
    /// How long to wait for a client when all are in use.
    public static var defaultPatience: Duration { .seconds(10) }

    /// What the clients are.
    public nonisolated let kind: Kind
    /// How many clients there are at most.
    public nonisolated let limit: Int
    private let registry: Registry
    private let holder: Holder?
    private let patience: Duration
    private let make: @Sendable (AnyID) async throws -> Client
    private let close: @Sendable (Client) async -> Void
    /// Clients that nobody uses, the one that was used last at the end.
    private var idle: [PooledClient<Client>] = []
    /// How many clients there are, with those that are being made.
    private var count = 0
    private var queue = WaitingQueue<Owner, Turn>()
    private var isClosed = false

    /// What a caller that has waited is given.
    private enum Turn: Sendable {
        case client(PooledClient<Client>)
        /// Room for a client that the caller makes.
        case room
        case refused
    }

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
    public init(
        _ kind: Kind,
        registry: Registry,
        limit: Int,
        patience: Duration = defaultPatience,
        heldBy holder: Holder? = nil,
        make: @escaping @Sendable (AnyID) async throws -> Client,
        close: @escaping @Sendable (Client) async -> Void
    ) {
        self.kind = kind
        self.registry = registry
        self.limit = max(1, limit)
        self.patience = patience
        self.holder = holder
        self.make = make
        self.close = close
    }

    /// How many clients there are, and how many of them nobody uses.
    public var statistics: (total: Int, idle: Int) { (count, idle.count) }

    /// Gives a client to `body`, and takes it back.
    ///
    /// A client whose `body` throws is closed: what state it is in is not known.
    ///
    /// - Parameters:
    ///   - owner: Whose client it is.
    ///   - body: What to do with it.
    /// - Returns: What `body` gives.
    /// - Throws: ``RegistryError/Code-swift.struct/limitReached`` after waiting in vain; what
    ///   making a client or `body` throws.
    public func withClient<Result: Sendable>(
        of owner: Owner,
        _ body: @Sendable (Client, AnyID) async throws -> Result
    ) async throws -> Result {
        let pooled = try await take(owner)
        do {
            let result = try await body(pooled.client, pooled.id)
            await giveBack(pooled)
            return result
        } catch {
            await discard(pooled)
            throw error
        }
    }

    /// Closes all clients as soon as nobody uses them, and refuses to give more.
    public func shutDown() async {
        isClosed = true
        for turn in queue.removeAll() { turn.resume(returning: .refused) }
        while let pooled = idle.popLast() { await discard(pooled) }
    }

    private func take(_ owner: Owner) async throws -> PooledClient<Client> {
        guard !isClosed else { throw RegistryError(.unavailable, kind: kind) }
        if let index = idle.lastIndex(where: { $0.owner == owner }) {
            return idle.remove(at: index)
        }
        if count < limit {
            count += 1
            return try await makeClient(of: owner)
        }
        if !idle.isEmpty {
            // The place of the client that nobody has used for the longest time.
            await end(idle.removeFirst())
            return try await makeClient(of: owner)
        }
        switch await wait(owner) {
        case .client(let pooled): return pooled
        case .room: return try await makeClient(of: owner)
        case .refused: throw RegistryError(.limitReached, kind: kind)
        }
    }

    private func wait(_ owner: Owner) async -> Turn {
        let ticket = queue.nextTicket
        let patience = patience
        let alarm = Task { [weak self] in
            try? await Task.sleep(for: patience)
            await self?.giveUp(ticket)
        }
        defer { alarm.cancel() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { queue.append($0, of: owner) }
        } onCancel: {
            alarm.cancel()
        }
    }

    private func giveUp(_ ticket: Int) { queue.remove(ticket)?.resume(returning: .refused) }

    /// Makes a client in the room that the caller has.
    private func makeClient(of owner: Owner) async throws -> PooledClient<Client> {
        do {
            let draft = NodeDraft(id: try registry.mint(kind), holder: holder)
            let id = try await registry.record([draft], of: owner)[0].id
            do {
                return PooledClient(client: try await make(id), id: id, owner: owner)
            } catch {
                await forget(id, of: owner)
                throw error
            }
        } catch {
            leaveRoom()
            throw error
        }
    }

    private func giveBack(_ pooled: PooledClient<Client>) async {
        if isClosed {
            await discard(pooled)
        } else if let turn = queue.removeFirst(of: pooled.owner) {
            turn.resume(returning: .client(pooled))
        } else if queue.isEmpty {
            idle.append(pooled)
        } else {
            await discard(pooled)
        }
    }

    private func discard(_ pooled: PooledClient<Client>) async {
        await end(pooled)
        leaveRoom()
    }

    private func end(_ pooled: PooledClient<Client>) async {
        await close(pooled.client)
        await forget(pooled.id, of: pooled.owner)
    }

    /// Ends the node.
    ///
    /// If the store cannot be reached it ends with its process or its lifetime.
    private func forget(_ id: AnyID, of owner: Owner) async {
        guard let now = try? registry.now() else { return }
        _ = try? await registry.store.release(id, in: .owned(by: owner), at: now)
    }

    /// Gives the room of a client that is gone to whoever waits first.
    private func leaveRoom() {
        if let turn = queue.removeFirst() {
            turn.resume(returning: .room)
        } else {
            count -= 1
        }
    }
}

/// A client with its name.
private struct PooledClient<Client: Sendable>: Sendable {
    let client: Client
    let id: AnyID
    let owner: Owner
}

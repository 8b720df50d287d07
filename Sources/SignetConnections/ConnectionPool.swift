import Synchronization

/// A bounded number of connections, each lent to one borrower at a time.
///
/// A connection serves one owner for as long as it lives. The one that came back last goes out
/// first: what nobody needs stays idle, and its place goes to another owner who needs it.
package final class ConnectionPool<Owner, Connection, Failure>: Sendable
where Owner: Hashable & Sendable, Connection: Sendable, Failure: Error {
    private typealias Answer = Result<PoolGrant<Connection>, PoolRefusal<Failure>>
    private typealias Turn = CheckedContinuation<Answer, Never>

    private let make: @Sendable (Owner) async throws(Failure) -> Connection
    private let close: @Sendable (Connection) async -> Void
    private let state: Mutex<State>

    private struct State {
        var places: PoolPlaces<Owner, Connection, Turn>
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    /// Creates an empty pool; connections are made when they are asked for.
    ///
    /// - Parameters:
    ///   - size: How many connections there may be, at least 1.
    ///   - crowd: How many tasks may wait for one.
    ///   - make: Makes a connection for an owner.
    ///   - close: Closes a connection that nobody has.
    package init(
        size: Int,
        crowd: Int,
        make: @escaping @Sendable (Owner) async throws(Failure) -> Connection,
        close: @escaping @Sendable (Connection) async -> Void
    ) {
        self.make = make
        self.close = close
        state = Mutex(State(places: PoolPlaces(size: size, crowd: crowd)))
    }

    /// What the pool holds now.
    package var statistics: PoolStatistics { state.withLock { $0.places.statistics } }

    /// Lends a connection for the time of a closure.
    ///
    /// - Parameters:
    ///   - owner: Whom the connection serves.
    ///   - limit: How long to wait for one at most.
    ///   - isFit: Whether it may be lent again, after what the closure returned.
    ///   - body: What to do with it.
    /// - Returns: What the closure returns.
    /// - Throws: Why there is no connection; the closure did not run then.
    package func withConnection<Value: Sendable>(
        of owner: Owner,
        limit: Duration,
        keptIf isFit: (Value) -> Bool = { _ in true },
        _ body: (Connection) async -> Value
    ) async throws(PoolRefusal<Failure>) -> Value {
        let connection = try await borrow(owner, limit)
        let value = await body(connection)
        if !isFit(value) || !giveBack(connection, of: owner) { await discard(connection) }
        return value
    }

    /// Lends no connection any more, and returns when all are closed.
    ///
    /// It waits for those that are lent, so a borrower must not call it.
    package func shutDown() async {
        let (idle, refused) = state.withLock { $0.places.close() }
        for turn in refused { turn.resume(returning: .failure(.closed)) }
        for connection in idle { await discard(connection) }
        await withCheckedContinuation { (closer: CheckedContinuation<Void, Never>) in
            let isEmpty = state.withLock { state in
                if !state.places.isEmpty { state.closers.append(closer) }
                return state.places.isEmpty
            }
            if isEmpty { closer.resume() }
        }
    }

    private func borrow(
        _ owner: Owner,
        _ limit: Duration
    ) async throws(PoolRefusal<Failure>) -> Connection {
        let grant: PoolGrant<Connection>
        if let free = try take(for: owner) {
            grant = free
        } else {
            grant = try await wait(for: owner, limit)
        }
        switch grant {
        case .connection(let connection): return connection
        case .place(let other):
            if let other { await close(other) }
            do throws(Failure) {
                return try await make(owner)
            } catch {
                leave()
                throw .notMade(error)
            }
        }
    }

    /// What is free; nil when all are lent.
    private func take(
        for owner: Owner
    ) throws(PoolRefusal<Failure>) -> PoolGrant<Connection>? {
        try state.withLock { (state) throws(PoolRefusal<Failure>) in
            guard !state.places.isClosed else { throw .closed }
            return state.places.take(for: owner)
        }
    }

    private func wait(
        for owner: Owner,
        _ limit: Duration
    ) async throws(PoolRefusal<Failure>) -> PoolGrant<Connection> {
        let number = state.withLock { $0.places.number() }
        let alarm = Task {
            try? await Task.sleep(for: limit)
            self.refuse(number, .timedOut)
        }
        defer { alarm.cancel() }
        let answer: Answer = await withTaskCancellationHandler {
            await withCheckedContinuation { enqueue(number, for: owner, $0) }
        } onCancel: {
            refuse(number, .cancelled)
        }
        return try answer.get()
    }

    /// Lets a task wait, unless it has been cancelled or something has come free meanwhile.
    private func enqueue(_ number: UInt64, for owner: Owner, _ turn: Turn) {
        let answer: Answer? = state.withLock { state in
            if state.places.isClosed { return .failure(.closed) }
            // Under the lock: a cancellation that comes later finds the waiter.
            if Task.isCancelled { return .failure(.cancelled) }
            if let grant = state.places.take(for: owner) { return .success(grant) }
            guard state.places.hasRoomToWait else { return .failure(.crowded) }
            state.places.wait(number, for: owner, turn)
            return nil
        }
        if let answer { turn.resume(returning: answer) }
    }

    /// Ends one task's wait, if it still waits.
    private func refuse(_ number: UInt64, _ reason: PoolRefusal<Failure>) {
        let turn = state.withLock { $0.places.giveUp(number) }
        turn?.resume(returning: .failure(reason))
    }

    /// Takes a connection back; false if it is to be discarded.
    private func giveBack(_ connection: Connection, of owner: Owner) -> Bool {
        switch state.withLock({ $0.places.giveBack(connection, of: owner) }) {
        case .kept: return true
        case .passed(let turn):
            turn.resume(returning: .success(.connection(connection)))
            return true
        case .unwanted: return false
        }
    }

    private func discard(_ connection: Connection) async {
        await close(connection)
        leave()
    }

    /// Gives up the place of a connection that is gone.
    private func leave() {
        let (turn, closers) = state.withLock { state in
            let turn = state.places.leave()
            var closers: [CheckedContinuation<Void, Never>] = []
            if state.places.isClosed, state.places.isEmpty { swap(&closers, &state.closers) }
            return (turn, closers)
        }
        turn?.resume(returning: .success(.place(insteadOf: nil)))
        for closer in closers { closer.resume() }
    }
}

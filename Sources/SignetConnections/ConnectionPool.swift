import Synchronization

/// A bounded number of connections, lent one at a time.
///
/// Connections repair themselves, so the pool keeps them whatever becomes of their server. The one
/// that came back last goes out first: what nobody needs stays idle.
package final class ConnectionPool<Connection: Sendable>: Sendable {
    private let size: Int
    private let crowd: Int
    private let make: @Sendable () throws(SystemFailure) -> Connection
    private let state = Mutex(State())

    private typealias Grant = Result<Connection, PoolRefusal>

    /// A task that waits.
    private struct Waiter {
        let number: UInt64
        let continuation: CheckedContinuation<Grant, Never>
    }

    private struct State {
        var idle: [Connection] = []
        var open = 0
        var waiters: [Waiter] = []
        var nextNumber: UInt64 = 0
        var isClosed = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    /// Creates an empty pool; connections are made when they are asked for.
    ///
    /// - Parameters:
    ///   - size: How many connections there may be, at least 1.
    ///   - crowd: How many tasks may wait for one.
    ///   - make: Makes a connection, without waiting for its server.
    package init(
        size: Int,
        crowd: Int,
        make: @escaping @Sendable () throws(SystemFailure) -> Connection
    ) {
        self.size = max(1, size)
        self.crowd = max(0, crowd)
        self.make = make
    }

    /// What the pool holds now.
    package var statistics: PoolStatistics {
        state.withLock {
            PoolStatistics(open: $0.open, idle: $0.idle.count, waiting: $0.waiters.count)
        }
    }

    /// Lends a connection for the time of a closure.
    ///
    /// - Parameters:
    ///   - limit: How long to wait for one at most.
    ///   - body: What to do with it.
    /// - Returns: What the closure returns.
    /// - Throws: Why there is no connection; the closure did not run then.
    package func withConnection<Value>(
        limit: Duration,
        _ body: (Connection) async -> sending Value
    ) async throws(PoolRefusal) -> sending Value {
        let connection = try await acquire(limit: limit)
        let value = await body(connection)
        release(connection)
        return value
    }

    /// Hands out no connection any more, and returns when all are back.
    package func close() async {
        let refused = state.withLock { state in
            state.isClosed = true
            state.open -= state.idle.count
            state.idle = []
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in refused { waiter.continuation.resume(returning: .failure(.closed)) }
        await withCheckedContinuation { (closer: CheckedContinuation<Void, Never>) in
            let isEmpty = state.withLock { state in
                if state.open > 0 { state.closers.append(closer) }
                return state.open == 0
            }
            if isEmpty { closer.resume() }
        }
    }

    private func acquire(limit: Duration) async throws(PoolRefusal) -> Connection {
        if let connection = try take() { return connection }
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        let alarm = Task {
            try? await Task.sleep(for: limit)
            self.refuse(number, .timedOut)
        }
        defer { alarm.cancel() }
        let grant: Grant = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                enqueue(Waiter(number: number, continuation: continuation))
            }
        } onCancel: {
            refuse(number, .cancelled)
        }
        return try grant.get()
    }

    /// An idle or a new connection; nil when all are lent.
    private func take() throws(PoolRefusal) -> Connection? {
        let (idle, mayMake) = try state.withLock { (state) throws(PoolRefusal) in
            guard !state.isClosed else { throw .closed }
            if let connection = state.idle.popLast() { return (Optional(connection), false) }
            guard state.open < size else { return (nil, false) }
            state.open += 1
            return (nil, true)
        }
        guard mayMake else { return idle }
        do throws(SystemFailure) {
            return try make()
        } catch {
            state.withLock { $0.open -= 1 }
            throw .system(error)
        }
    }

    /// Lets a task wait, unless it has been cancelled or a connection has come free meanwhile.
    private func enqueue(_ waiter: Waiter) {
        let answer: Grant? = state.withLock { state in
            if state.isClosed { return .failure(.closed) }
            // Under the lock: a cancellation that comes later finds the waiter.
            if Task.isCancelled { return .failure(.cancelled) }
            if let connection = state.idle.popLast() { return .success(connection) }
            if state.waiters.count >= crowd { return .failure(.crowded) }
            state.waiters.append(waiter)
            return nil
        }
        if let answer { waiter.continuation.resume(returning: answer) }
    }

    /// Ends one task's wait, if it still waits.
    private func refuse(_ number: UInt64, _ reason: PoolRefusal) {
        let waiter = state.withLock { state in
            state.waiters.firstIndex { $0.number == number }.map { state.waiters.remove(at: $0) }
        }
        waiter?.continuation.resume(returning: .failure(reason))
    }

    /// Takes a connection back: for who waits longest, or to lie idle.
    private func release(_ connection: Connection) {
        let (waiter, closers) = state.withLock { state in
            var closers: [CheckedContinuation<Void, Never>] = []
            guard !state.isClosed else {
                state.open -= 1
                if state.open == 0 { swap(&closers, &state.closers) }
                return (Waiter?.none, closers)
            }
            guard state.waiters.isEmpty else { return (state.waiters.removeFirst(), closers) }
            state.idle.append(connection)
            return (nil, closers)
        }
        waiter?.continuation.resume(returning: .success(connection))
        for closer in closers { closer.resume() }
    }
}

import SignetConnections
import Synchronization
import Testing

@Suite struct `A pool of connections` {
    private typealias Refusal = PoolRefusal<SystemFailure>

    /// A pool whose connections are numbers.
    private func pool(
        size: Int,
        crowd: Int = 100,
        closed: Numbers = Numbers()
    ) -> ConnectionPool<String, Int, SystemFailure> {
        let made = Mutex(0)
        return ConnectionPool(size: size, crowd: crowd) { (_) throws(SystemFailure) in
            made.withLock { count in
                count += 1
                return count
            }
        } close: {
            closed.add($0)
        }
    }

    /// Numbers in the order in which they came.
    private final class Numbers: Sendable {
        private let numbers = Mutex<[Int]>([])

        var all: [Int] { numbers.withLock { $0 } }

        func add(_ number: Int) { numbers.withLock { $0.append(number) } }
    }

    /// The connections that are in use.
    private final class Lent: Sendable {
        private let state = Mutex<(now: Set<Int>, most: Int)>(([], 0))

        var most: Int { state.withLock { $0.most } }

        /// Whether nobody else has the connection.
        func take(_ number: Int) -> Bool {
            state.withLock { state in
                let isFree = state.now.insert(number).inserted
                state.most = max(state.most, state.now.count)
                return isFree
            }
        }

        func giveBack(_ number: Int) {
            state.withLock { _ = $0.now.remove(number) }
        }
    }

    @Test func `makes no more connections than it may, and lends each to one at a time`()
        async throws
    {
        let pool = pool(size: 3, crowd: 200)
        let lent = Lent()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    try await pool.withConnection(of: "a", limit: .seconds(30)) { number in
                        let isFree = lent.take(number)
                        await Task.yield()
                        lent.giveBack(number)
                        #expect(isFree)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(lent.most <= 3)
        let statistics = pool.statistics
        #expect(statistics.open == statistics.idle)
        #expect((1...3).contains(statistics.open))
    }

    @Test func `refuses who waits too long, and goes on`() async throws {
        let pool = pool(size: 1)
        let refusal = try await pool.withConnection(of: "a", limit: .zero) { _ in
            await #expect(throws: Refusal.timedOut) {
                try await pool.withConnection(of: "a", limit: .milliseconds(1)) { _ in }
            }
        }
        #expect(refusal == Refusal.timedOut)
        let number = try await pool.withConnection(of: "a", limit: .zero) { $0 }
        #expect(number == 1)
        #expect(pool.statistics == PoolStatistics(open: 1, idle: 1, waiting: 0))
    }

    @Test func `refuses at once when too many wait`() async throws {
        let pool = pool(size: 1, crowd: 0)
        let refusal = try await pool.withConnection(of: "a", limit: .zero) { _ in
            await #expect(throws: Refusal.crowded) {
                try await pool.withConnection(of: "a", limit: .seconds(60)) { _ in }
            }
        }
        #expect(refusal == Refusal.crowded)
    }

    @Test func `lets a cancelled task go`() async throws {
        let pool = pool(size: 1)
        let refusal = try await pool.withConnection(of: "a", limit: .zero) { _ in
            let waiting = Task {
                try await pool.withConnection(of: "a", limit: .seconds(60)) { $0 }
            }
            while pool.statistics.waiting == 0 { await Task.yield() }
            waiting.cancel()
            return await #expect(throws: Refusal.cancelled) { try await waiting.value }
        }
        #expect(refusal == Refusal.cancelled)
        #expect(pool.statistics == PoolStatistics(open: 1, idle: 1, waiting: 0))
    }

    @Test func `closes when all connections are back`() async throws {
        let pool = pool(size: 1)
        let closing = try await pool.withConnection(of: "a", limit: .zero) { _ in
            let waiting = Task {
                try await pool.withConnection(of: "a", limit: .seconds(60)) { $0 }
            }
            while pool.statistics.waiting == 0 { await Task.yield() }
            let closing = Task { await pool.shutDown() }
            await #expect(throws: Refusal.closed) { try await waiting.value }
            #expect(pool.statistics.open == 1)
            return closing
        }
        await closing.value
        #expect(pool.statistics == PoolStatistics())
        await #expect(throws: Refusal.closed) {
            try await pool.withConnection(of: "a", limit: .zero) { _ in }
        }
    }

    @Test func `keeps its place for a connection that could not be made`() async throws {
        let attempts = Mutex(0)
        let pool = ConnectionPool(size: 1, crowd: 1) { (_: String) throws(SystemFailure) -> Int in
            let attempt = attempts.withLock { count in
                count += 1
                return count
            }
            if attempt == 1 { throw SystemFailure(24) }
            return attempt
        } close: { _ in
        }
        await #expect(throws: Refusal.notMade(SystemFailure(24))) {
            try await pool.withConnection(of: "a", limit: .zero) { $0 }
        }
        #expect(try await pool.withConnection(of: "a", limit: .zero) { $0 } == 2)
    }

    @Test func `gives the place of one owner's connection to another, never the connection`()
        async throws
    {
        let closed = Numbers()
        let pool = pool(size: 2, closed: closed)
        for owner in ["a", "b", "a", "c", "a"] {
            _ = try await pool.withConnection(of: owner, limit: .zero) { $0 }
        }
        // The one of b has lain idle for the longest time when c comes.
        #expect(closed.all == [2])
        // One who waits for longer is another's: the connection is closed for its place.
        let waiting = try await pool.withConnection(of: "a", limit: .zero) { _ in
            try? await pool.withConnection(of: "c", limit: .zero) { _ in
                let waiting = Task {
                    try await pool.withConnection(of: "b", limit: .seconds(60)) { $0 }
                }
                while pool.statistics.waiting == 0 { await Task.yield() }
                return waiting
            }
        }
        #expect(try await waiting?.value == 4)
        #expect(closed.all == [2, 3])
    }

    @Test func `closes a connection that is not fit to be lent again`() async throws {
        let closed = Numbers()
        let pool = pool(size: 1, closed: closed)
        _ = try await pool.withConnection(of: "a", limit: .zero, keptIf: { $0 != 1 }, { $0 })
        #expect(closed.all == [1])
        #expect(pool.statistics == PoolStatistics())
        #expect(try await pool.withConnection(of: "a", limit: .zero) { $0 } == 2)
        await pool.shutDown()
        #expect(closed.all == [1, 2])
    }
}

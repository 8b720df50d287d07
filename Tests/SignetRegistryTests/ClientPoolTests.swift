import Signet
import SignetRegistry
import SignetTesting
import Synchronization
import Testing

/// What a test's clients are: something that is made, used and closed.
private final class Clients: Sendable {
    let alive = Mutex<Set<AnyID>>([])
    let made = Mutex(0)

    func make(_ id: AnyID) -> AnyID {
        alive.withLock { _ = $0.insert(id) }
        made.withLock { $0 += 1 }
        return id
    }

    func close(_ id: AnyID) { alive.withLock { _ = $0.remove(id) } }
}

@Suite("The pool of clients")
struct ClientPoolTests {
    private let test = RegistryUnderTest()
    private let clients = Clients()

    private func pool(limit: Int, patience: Duration = .seconds(600)) -> ClientPool<AnyID> {
        let clients = clients
        return ClientPool(.redisClient, registry: test.registry, limit: limit, patience: patience) {
            clients.make($0)
        } close: {
            clients.close($0)
        }
    }

    private func total() async throws -> Int {
        let notes = AuditNotes()
        return try await test.registry.administer(as: "test", reason: "count", audit: notes)
            .statistics().active[.redisClient] ?? 0
    }

    @Test("uses a user's client again, records it, and closes it at the end")
    func again() async throws {
        let pool = pool(limit: 4)
        let owner = try Owner("alice")
        let first = try await pool.withClient(of: owner) { client, id in
            #expect(client == id)
            return id
        }
        let second = try await pool.withClient(of: owner) { _, id in id }
        #expect(first == second)
        #expect(first.kind == .redisClient)
        #expect(try await total() == 1)
        await pool.shutDown()
        #expect(try await total() == 0)
        #expect(clients.alive.withLock { $0.isEmpty })
        await #expect(throws: RegistryError.self) {
            try await pool.withClient(of: owner) { _, id in id }
        }
    }

    @Test("never makes more than its limit, and never gives a client to another user")
    func limit() async throws {
        let pool = pool(limit: 3)
        let (registry, owners) = (test.registry, try (0..<5).map { try Owner("user\($0)") })
        let notes = AuditNotes()
        let admin = try registry.administer(as: "test", reason: "look", audit: notes)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for round in 0..<200 {
                let owner = owners[round % owners.count]
                group.addTask {
                    try await pool.withClient(of: owner) { _, id in
                        let node = try await admin.resolve(id.compact)
                        #expect(node.owner == owner)
                        #expect(node.state == .active)
                        await Task.yield()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(pool.statistics.open <= 3)
        #expect(clients.alive.withLock { $0.count } <= 3)
        #expect(try await total() == clients.alive.withLock { $0.count })
    }

    @Test("closes a client whose use failed")
    func failure() async throws {
        let pool = pool(limit: 1)
        let owner = try Owner("alice")
        await #expect(throws: CancellationError.self) {
            try await pool.withClient(of: owner) { _, _ in throw CancellationError() }
        }
        #expect(pool.statistics == (0, 0, 0))
        #expect(try await total() == 0)
        _ = try await pool.withClient(of: owner) { _, id in id }
        #expect(clients.made.withLock { $0 } == 2)
    }

    @Test("refuses after waiting in vain")
    func patience() async throws {
        let pool = pool(limit: 1, patience: .milliseconds(20))
        let owner = try Owner("alice")
        try await pool.withClient(of: owner) { _, _ in
            let error = await #expect(throws: RegistryError.self) {
                try await pool.withClient(of: owner) { _, id in id }
            }
            #expect(error?.code == .limitReached)
        }
        #expect(pool.statistics == (1, 1, 0))
    }

    @Test("lets a cancelled task go, and others have its turn")
    func cancellation() async throws {
        let pool = pool(limit: 1)
        let owner = try Owner("alice")
        try await pool.withClient(of: owner) { _, _ in
            let waiting = Task { try await pool.withClient(of: owner) { _, id in id } }
            while pool.statistics.waiting == 0 { await Task.yield() }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
        }
        #expect(pool.statistics == (1, 1, 0))
    }
}

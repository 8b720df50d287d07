import ServerTesting
import SignetRedis
import SignetRegistry
import SignetStoreTesting
import SignetTesting
import Testing

@Suite struct `Leases in Redis` {
    private static let longest = Duration.seconds(60)
    private let server: RedisServer
    private let clock = ManualClock(milliseconds: 1_726_234_567_890)

    init() throws { server = try RedisServer() }

    private func open(
        through port: UInt16? = nil,
        adjust: (inout RedisConfiguration) -> Void = { _ in }
    ) async throws -> RedisStore {
        var configuration = try RedisConfiguration(url: server.url(through: port))
        adjust(&configuration)
        return try await RedisStore(
            configuration,
            longestLease: Self.longest,
            clock: clock.wallClock
        )
    }

    private func advance(_ duration: Duration) {
        clock.advance(by: UInt64(duration / .milliseconds(1)))
    }

    @Test(arguments: LeaseStoreContract.clauses)
    func `keep the contract`(clause: ContractClause<LeaseStoreContract.Subject>) async throws {
        let store = try await open()
        advance(Self.longest)
        #expect(try await store.quiet == .zero)
        try await clause.check(.init(store: store) { advance($0) })
    }

    /// What makes Redis forget.
    enum Loss: CaseIterable {
        case flush
        case restart
        case backup
    }

    @Test(arguments: Loss.allCases)
    func `outlive a loss: holders go on, nobody gets their numbers, tokens grow`(
        loss: Loss
    ) async throws {
        let store = try await open()
        advance(Self.longest)
        let first = try #require(try await store.acquire(pool: "node", count: 4, for: Self.longest))
        let backup = RedisPool(try RedisConfiguration(url: server.url()))
        let dump = try await backup.send(["DUMP", "signet:leases"])
        let second = try #require(
            try await store.acquire(pool: "node", count: 4, for: Self.longest)
        )
        advance(.seconds(30))
        try await lose(loss, dump: dump, backup)
        // Nobody can be given a number, since all may be taken.
        #expect(try await store.acquire(pool: "node", count: 4, for: .seconds(10)) == nil)
        #expect(try await store.quiet == Self.longest)
        // One holder says so in time, the other does not.
        advance(.seconds(20))
        let kept = try #require(try await store.renew(first, for: Self.longest))
        #expect(kept.token == first.token)
        advance(.seconds(11))
        #expect(try await store.renew(second, for: Self.longest) == nil)
        #expect(try await store.acquire(pool: "node", count: 4, for: .seconds(10)) == nil)
        advance(.seconds(29))
        #expect(try await store.quiet == .zero)
        let third = try #require(try await store.acquire(pool: "node", count: 4, for: .seconds(10)))
        #expect(third.number == second.number)
        #expect(third.token > max(first.token, second.token))
        #expect(try await store.leases(pool: "node").map(\.token) == [kept, third].map(\.token))
    }

    private func lose(_ loss: Loss, dump: RedisValue, _ pool: RedisPool) async throws {
        switch loss {
        case .flush: try await pool.send(["FLUSHALL"])
        case .restart:
            try server.kill()
            try server.start()
        case .backup:
            // A server that starts from a backup in which the second lease is missing.
            try server.kill()
            try server.start()
            let words = ["RESTORE", "signet:leases", "0"].map { Array($0.utf8) }
            let command = RedisCommand(words: words + [try #require(dump.bytes)])
            try await pool.send(command, isIdempotent: true)
        }
    }

    @Test func `a number whose holder is in doubt is nobody's twice, over cuts and losses`()
        async throws
    {
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.end() }
        let store = try await open(through: proxy.port) { $0.commandLimit = .seconds(60) }
        let admin = RedisPool(try RedisConfiguration(url: server.url()))
        advance(Self.longest)
        var held: [Int: Lease] = [:]
        var tokens: Set<UInt64> = []
        var highest: UInt64 = 0
        for round in 0..<300 {
            if round.isMultiple(of: 40) {
                proxy.cut(after: (0..<3).map { _ in Int.random(in: 200..<4000) })
                proxy.cut()
            }
            if round % 60 == 30 { try await admin.send(["FLUSHALL"], isIdempotent: true) }
            advance(.milliseconds(Int.random(in: 100..<4000)))
            held = held.filter { $0.value.deadline > clock.milliseconds }
            if Bool.random(), let lease = held.values.randomElement() {
                // Who is told nothing keeps to what he knew.
                if let renewed = try await store.renew(lease, for: .seconds(20)) {
                    held[lease.number] = renewed
                } else {
                    Issue.record("a lease that lasts was not renewed")
                }
            } else if let lease = try await store.acquire(pool: "node", count: 6, for: .seconds(20))
            {
                #expect(held[lease.number] == nil)
                #expect(tokens.insert(lease.token).inserted)
                #expect(lease.token > highest)
                highest = lease.token
                held[lease.number] = lease
            }
        }
        #expect(tokens.count > 10)
        #expect(proxy.cuts > 3)
    }

    @Test func `wake-ups reach every store, also after Redis was away`() async throws {
        let (speaker, listener) = (try await open(), try await open())
        var hints = listener.wakeUps().makeAsyncIterator()
        for _ in 0..<3 {
            speaker.wake()
            #expect(await hints.next() != nil)
            try server.kill()
            try server.start()
        }
        await listener.close()
        await speaker.close()
    }
}

import ServerTesting
import SignetPostgres
import Testing

@Suite struct `Transactions on Postgres` {
    private func numbers(_ pool: PostgresPool) async throws -> [Int64] {
        try await pool.query("SELECT value FROM number ORDER BY value").map {
            try $0.decode(0, as: Int64.self)
        }
    }

    private func database() async throws -> TestDatabase {
        let database = try TestDatabase()
        try await database.pool.query("CREATE TABLE number (value bigint NOT NULL)")
        return database
    }

    @Test func `what a closure throws undoes its work, and a savepoint's only its own`()
        async throws
    {
        let pool = try await database().pool
        await #expect(throws: PostgresError(.decoding)) {
            try await pool.transaction { (session) throws(PostgresError) in
                try session.query("INSERT INTO number VALUES (1)")
                throw PostgresError(.decoding)
            }
        }
        try await pool.transaction { (session) throws(PostgresError) in
            try session.query("INSERT INTO number VALUES (2)")
            do throws(PostgresError) {
                try session.transaction { (session) throws(PostgresError) in
                    try session.query("INSERT INTO number VALUES (3)")
                    try session.query("SELECT 1 / 0")
                }
            } catch {
                try session.query("INSERT INTO number VALUES (4)")
            }
            try session.transaction { (session) throws(PostgresError) in
                try session.query("INSERT INTO number VALUES (5)")
            }
        }
        #expect(try await numbers(pool) == [2, 4, 5])
    }

    @Test(arguments: ["SELECT 1 / 0", "INSERT INTO number VALUES (1)"])
    func `a failure that the closure keeps to itself is no success`(first: String) async throws {
        let pool = try await database().pool
        let error = await #expect(throws: PostgresError.self) {
            try await pool.transaction { (session) throws(PostgresError) in
                _ = try? session.query(first)
                _ = try? session.query("SELECT 1 / 0")
            }
        }
        #expect(error?.sqlState == "25P02")
        #expect(try await numbers(pool) == [])
    }

    @Test func `an empty one asks the server nothing`() async throws {
        let pool = try await database().pool
        #expect(try await pool.transaction { (_) throws(PostgresError) in 7 } == 7)
    }

    @Test func `conflicts are repeated until all is done`() async throws {
        let pool = try await database().pool
        try await pool.query("INSERT INTO number VALUES (0)")
        let runs = RunCounter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    for _ in 0..<25 {
                        try await pool.transaction(.serializable) {
                            (session) throws(PostgresError) in
                            runs.add()
                            let rows = try session.query("SELECT value FROM number")
                            let value: Int64 = try rows[0].decode(0)
                            try session.query("UPDATE number SET value = $1", [.int(value + 1)])
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await numbers(pool) == [150])
        // Else nothing was in anybody's way, and this has shown nothing.
        #expect(runs.count > 150)
    }

    @Test func `deadlocks are repeated`() async throws {
        let database = try await database()
        let pool = database.pool
        try database.server.execute(
            "ALTER SYSTEM SET deadlock_timeout = '20ms'; ",
            database: "postgres"
        )
        try database.server.execute("SELECT pg_reload_conf()", database: "postgres")
        try await pool.query("INSERT INTO number VALUES (1), (2)")
        let runs = RunCounter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for order in [[1, 2], [2, 1], [1, 2], [2, 1]] as [[Int64]] {
                group.addTask {
                    for _ in 0..<10 {
                        try await pool.transaction { (session) throws(PostgresError) in
                            runs.add()
                            for value in order {
                                try session.query(
                                    "SELECT pg_sleep(0.01) FROM number WHERE value = $1 FOR UPDATE",
                                    [.int(value)]
                                )
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(runs.count > 40)
    }

    /// What is sure of a transaction after the client was told.
    private enum Told: Sendable {
        case confirmed
        case unknown
        case refused
    }

    @Test(arguments: 0..<3)
    func `through a network that is cut at random, nothing confirmed is lost or doubled`(
        round: Int
    ) async throws {
        let server = try PostgresServer.shared.get()
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.end() }
        let database = try TestDatabase(through: proxy.port) { $0.poolSize = 4 }
        let pool = database.pool
        try await pool.query("CREATE TABLE number (value bigint NOT NULL)")
        try await pool.query("CREATE TABLE total (count bigint NOT NULL)")
        try await pool.query("INSERT INTO total VALUES (0)")
        proxy.cut(after: (0..<60).map { _ in Int.random(in: 800..<12_000) })
        proxy.cut()
        let told = try await withThrowingTaskGroup(of: [(Int64, Told)].self) { group in
            for worker in 0..<4 {
                group.addTask { await Self.transactions(of: Int64(worker), pool) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(proxy.cuts > 20)
        let direct = try PostgresConfiguration(url: database.url(around: proxy))
        let stored = try await numbers(PostgresPool(direct))
        let counts = Dictionary(grouping: stored, by: \.self).mapValues(\.count)
        #expect(counts.values.allSatisfy { $0 == 1 })
        for (number, told) in told {
            switch told {
            case .confirmed: #expect(counts[number] == 1)
            case .unknown: break
            case .refused: #expect(counts[number] == nil)
            }
        }
        let total = try await PostgresPool(direct).query("SELECT count FROM total")
        #expect(try total.first?.decode(0, as: Int64.self) == Int64(stored.count))
    }

    /// Numbers that are stored, each in a transaction of its own, and what was told of each.
    private static func transactions(
        of worker: Int64,
        _ pool: PostgresPool
    ) async -> [(Int64, Told)] {
        var told: [(Int64, Told)] = []
        for number in worker * 1000..<worker * 1000 + 150 {
            do throws(PostgresError) {
                try await pool.transaction { (session) throws(PostgresError) in
                    try session.query("INSERT INTO number VALUES ($1)", [.int(number)])
                    try session.query("UPDATE total SET count = count + 1")
                }
                told.append((number, .confirmed))
            } catch {
                told.append((number, error.code == .outcomeUnknown ? .unknown : .refused))
            }
        }
        return told
    }

    @Test func `a network that stands still is told in time, as an open outcome`() async throws {
        let server = try PostgresServer.shared.get()
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.end() }
        let database = try TestDatabase(through: proxy.port)
        let pool = database.pool
        try await pool.query("CREATE TABLE number (value bigint NOT NULL)")
        proxy.stall()
        let error = await #expect(throws: PostgresError.self) {
            try await pool.run(limit: .milliseconds(100)) { (session) throws(PostgresError) in
                try session.query("INSERT INTO number VALUES (1)")
            }
        }
        #expect(error?.code == .outcomeUnknown)
        proxy.resume()
        #expect(try await pool.query("SELECT 1").count == 1)
    }

    @Test func `what may be done twice goes on over a lost connection`() async throws {
        let server = try PostgresServer.shared.get()
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.end() }
        let database = try TestDatabase(through: proxy.port) { $0.poolSize = 1 }
        proxy.cut(after: [Int](repeating: 3000, count: 10))
        for number in 0..<200 {
            let rows = try await database.pool.query(
                "SELECT $1::bigint, repeat('x', 300)",
                [.int(Int64(number))],
                isIdempotent: true
            )
            #expect(try rows[0].decode(0, as: Int64.self) == Int64(number))
        }
        #expect(proxy.cuts > 5)
    }
}

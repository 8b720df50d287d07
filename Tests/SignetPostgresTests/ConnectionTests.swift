import ServerTesting
import SignetPostgres
import Testing

@Suite struct `Connections to Postgres` {
    @Test(
        arguments: [
            "", "mysql://localhost/app", "postgres://localhost/app?no_such_parameter=1",
            "host=localhost", "postgres://[::1/app",
        ]
    )
    func `a URL that libpq does not read is refused`(url: String) {
        #expect(throws: PostgresError(.configuration)) { try PostgresConfiguration(url: url) }
    }

    @Test func `descriptions hold no password`() throws {
        let url = "postgres://user:hunter2@localhost/app"
        let configuration = try PostgresConfiguration(url: url)
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in ["\(configuration)", String(reflecting: configuration), dumped] {
            #expect(!text.contains("hunter2"))
        }
    }

    @Test func `a wrong password and an unknown database are final`() async throws {
        let server = try PostgresServer.shared.get()
        let right = server.url(of: "postgres")
        for (url, state) in [
            (right.replacing("only", with: "wrong"), "28P01"),
            (server.url(of: "nowhere"), "3D000"),
        ] {
            var configuration = try PostgresConfiguration(url: url)
            // Tried again and again, this would take so long.
            configuration.connectLimit = .seconds(3600)
            let pool = PostgresPool(configuration)
            let error = await #expect(throws: PostgresError.self) {
                try await pool.query("SELECT 1")
            }
            #expect(error == PostgresError(.unreachable, sqlState: state))
        }
        let bare = right.replacing(/:[^:@]*@/, with: "@")
        let pool = PostgresPool(try PostgresConfiguration(url: bare))
        let error = await #expect(throws: PostgresError.self) { try await pool.query("SELECT 1") }
        #expect(error?.subject == "the server asks for a password")
    }

    @Test func `nobody there is told in time`() async throws {
        let server = try PostgresServer.shared.get()
        let proxy = try CuttingProxy(to: server.port)
        proxy.refuse(true)
        var configuration = try PostgresConfiguration(
            url: server.url(of: "postgres", through: proxy.port)
        )
        configuration.connectLimit = .milliseconds(300)
        let pool = PostgresPool(configuration)
        let error = await #expect(throws: PostgresError.self) { try await pool.query("SELECT 1") }
        #expect(error?.code == .unreachable)
        // A network that swallows everything takes no longer.
        proxy.refuse(false)
        proxy.stall()
        let other = await #expect(throws: PostgresError.self) { try await pool.query("SELECT 1") }
        #expect(other?.code == .unreachable)
        proxy.resume()
        configuration.connectLimit = .seconds(60)
        #expect(try await PostgresPool(configuration).query("SELECT 1").count == 1)
    }

    @Test func `a pool makes no more connections than it may`() async throws {
        let database = try TestDatabase {
            $0.poolSize = 3
            $0.waitLimit = .seconds(600)
        }
        let pool = database.pool
        let numbers = try await withThrowingTaskGroup(of: Int64?.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    try await pool.query("SELECT pg_backend_pid(), pg_sleep(0.001)").first?
                        .decode(0, as: Int64.self)
                }
            }
            return try await group.reduce(into: Set<Int64?>()) { $0.insert($1) }
        }
        #expect((1...3).contains(numbers.count))
        #expect(pool.statistics.open == pool.statistics.idle)
    }

    @Test func `who waits too long for a connection is told so`() async throws {
        let database = try TestDatabase {
            $0.poolSize = 1
            $0.waitLimit = .milliseconds(50)
        }
        let pool = database.pool
        let holder = Task { try await pool.query("SELECT pg_sleep(60)") }
        while pool.statistics.open == 0 { await Task.yield() }
        await #expect(throws: PostgresError(.exhausted)) { try await pool.query("SELECT 1") }
        holder.cancel()
        await #expect(throws: PostgresError(.cancelled)) { try await holder.value }
        await pool.close()
        await #expect(throws: PostgresError(.closed)) { try await pool.query("SELECT 1") }
        #expect(pool.statistics == (0, 0, 0))
    }

    @Test func `a server that restarts or dies is found again`() async throws {
        let server = try PostgresServer()
        let database = try TestDatabase(server: server)
        let pool = database.pool
        try await pool.query("CREATE TABLE kept (value bigint)")
        for number in 0..<4 {
            try await pool.query("INSERT INTO kept VALUES ($1)", [.int(Int64(number))])
            if number.isMultiple(of: 2) { try server.stop() } else { try server.kill() }
            async let rows = pool.query("SELECT count(*) FROM kept", isIdempotent: true)
            try server.start()
            #expect(try await rows.first?.decode(0, as: Int64.self) == Int64(number + 1))
        }
    }

    @Test func `TLS is what the URL asks for, and a server that cannot prove itself is refused`()
        async throws
    {
        let server = try PostgresServer(isEncrypted: true)
        let trusted = "sslmode=verify-full&sslrootcert=\(server.certificate)"
        let used = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        for (parameters, isEncrypted) in [(trusted, true), ("sslmode=disable", false)] {
            let url = try server.makeDatabase(parameters: parameters)
            let rows = try await PostgresPool(PostgresConfiguration(url: url)).query(used)
            #expect(try rows.first?.decode(0) as Bool? == isEncrypted)
        }
        let other = "sslmode=verify-full&sslrootcert=/etc/ssl/certs/ca-certificates.crt"
        var configuration = try PostgresConfiguration(url: server.makeDatabase(parameters: other))
        configuration.connectLimit = .seconds(1)
        let error = await #expect(throws: PostgresError.self) {
            try await PostgresPool(configuration).query(used)
        }
        #expect(error?.code == .unreachable)
    }

    @Test func `settings limit what the server does for a program that has gone`() async throws {
        let database = try TestDatabase { $0.statementLimit = .seconds(7) }
        let rows = try await database.pool.query(
            """
            SELECT setting FROM pg_settings WHERE name IN ('statement_timeout',
                'idle_in_transaction_session_timeout', 'client_connection_check_interval')
            ORDER BY name
            """
        )
        #expect(try rows.map { try $0.decode(0, as: String.self) } == ["1000", "7000", "7000"])
    }
}

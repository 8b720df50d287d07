import ServerTesting
import SignetPostgres
import Testing

@Suite struct `Statements on Postgres` {
    @Test func `a batch is answered in order, and is done wholly or not at all`() async throws {
        let database = try TestDatabase()
        try await database.pool.query("CREATE TABLE number (value bigint PRIMARY KEY)")
        let insert = "INSERT INTO number VALUES ($1) RETURNING value"
        let statements = (0..<2000).map { PostgresStatement(insert, [.int(Int64($0))]) }
        let results = try await database.pool.batch(statements)
        let values = try results.map { try $0.first?.decode(0, as: Int64.self) }
        #expect(values == (0..<2000).map { Int64($0) })
        // The last is there already.
        let others = (2000..<2100).map { PostgresStatement(insert, [.int(Int64($0))]) }
        await #expect {
            try await database.pool.batch(others + [statements[7]])
        } throws: { error in
            let error = error as? PostgresError
            return error?.code == .refused && error?.sqlState == "23505"
                && error?.constraint == "number_pkey"
        }
        let count = try await database.pool.query("SELECT count(*) FROM number")
        #expect(try count.first?.decode(0, as: Int64.self) == 2000)
    }

    @Test func `a batch larger than all buffers between does not stand still`() async throws {
        let database = try TestDatabase()
        let text = String(repeating: "x", count: 100_000)
        let statements = (0..<200).map { _ in
            PostgresStatement("SELECT $1::text, repeat('y', 100000)", [.text(text)])
        }
        let results = try await database.pool.batch(statements)
        #expect(results.count == 200)
        #expect(try results[199][0].decode(0, as: String.self) == text)
    }

    @Test func `errors keep the state and never repeat values`() async throws {
        let database = try TestDatabase()
        let secret = "hunter2"
        for (sql, values, state) in [
            ("SELECT $1::text::bigint", [PostgresValue.text(secret)], "22P02"),
            ("SELEC '\(secret)'", [], "42601"),
            ("SELECT * FROM \(secret)", [], "42P01"),
            ("SELECT 1 / (length($1) - 7)", [.text(secret)], "22012"),
        ] {
            let error = await #expect(throws: PostgresError.self) {
                try await database.pool.query(sql, values)
            }
            #expect(error?.code == .refused)
            #expect(error?.sqlState == state)
            #expect(error?.description.contains(state) == true)
            #expect(error?.description.contains(secret) == false)
        }
        #expect(database.pool.statistics.open == 1)
    }

    @Test func `more texts than a connection keeps prepared are no matter`() async throws {
        let database = try TestDatabase()
        for number in 0..<600 {
            let rows = try await database.pool.query("SELECT \(number)::bigint")
            #expect(try rows.first?.decode(0, as: Int64.self) == Int64(number))
        }
        let rows = try await database.pool.query("SELECT count(*) FROM pg_prepared_statements")
        let count = try #require(try rows.first?.decode(0, as: Int64.self))
        #expect(count < 300)
    }

    @Test func `a plan that a new schema makes useless is made anew`() async throws {
        let database = try TestDatabase { $0.poolSize = 1 }
        try await database.pool.query("CREATE TABLE account (id bigint)")
        try await database.pool.query("INSERT INTO account VALUES (1)")
        #expect(try await database.pool.query("SELECT * FROM account").count == 1)
        try await database.pool.query("ALTER TABLE account ALTER id TYPE text USING id::text")
        let row = try await database.pool.transaction { (session) throws(PostgresError) in
            try session.query("SELECT * FROM account")
        }
        #expect(try row.first?.decode(0, as: String.self) == "1")
        try await database.pool.query("DEALLOCATE ALL")
        #expect(try await database.pool.query("SELECT * FROM account").count == 1)
    }

    @Test func `what takes too long is ended, and its connection goes on`() async throws {
        let database = try TestDatabase {
            $0.poolSize = 1
            $0.cancelLimit = .seconds(60)
            // The server's own limit is another matter.
            $0.statementLimit = .seconds(3600)
        }
        let pool = database.pool
        let before = try await pool.query("SELECT pg_backend_pid()").first?.decode(
            0,
            as: Int64.self
        )
        let error = await #expect(throws: PostgresError.self) {
            try await pool.run(limit: .milliseconds(100)) { (session) throws(PostgresError) in
                try session.query("SELECT pg_sleep(60)")
            }
        }
        #expect(error?.code == .timedOut)
        let after = try await pool.query("SELECT pg_backend_pid()").first?.decode(0, as: Int64.self)
        #expect(before == after)
    }

    @Test func `the server's own limit is told like ours`() async throws {
        let database = try TestDatabase { $0.statementLimit = .seconds(1) }
        let error = await #expect(throws: PostgresError.self) {
            try await database.pool.run(limit: .seconds(60)) { (session) throws(PostgresError) in
                try session.query("SELECT pg_sleep(60)")
            }
        }
        #expect(error == PostgresError(.timedOut, sqlState: "57014"))
    }

    @Test func `a cancelled task's statement is ended, however far it is`() async throws {
        let database = try TestDatabase {
            $0.poolSize = 1
            $0.cancelLimit = .seconds(20)
            // The server's own limit is another matter.
            $0.statementLimit = .seconds(3600)
        }
        let pool = database.pool
        for _ in 0..<20 {
            let task = Task { try await pool.query("SELECT pg_sleep(60)") }
            // Some are cancelled before they begin, some while the server is at it.
            for _ in 0..<Int.random(in: 0..<2000) { await Task.yield() }
            task.cancel()
            await #expect(throws: PostgresError(.cancelled)) { try await task.value }
        }
        // Nothing that was meant for them reaches the next.
        for _ in 0..<20 { #expect(try await pool.query("SELECT pg_sleep(0.005)").count == 1) }
    }
}

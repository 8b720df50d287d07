import ServerTesting
import SignetPostgres
import Testing

@Suite struct `Notifications of Postgres` {
    @Test func `are heard in order, from the start on`() async throws {
        let pool = try TestDatabase().pool
        var events = pool.notifications(on: ["changes", "Other \"name\""]).makeAsyncIterator()
        #expect(try await events.next() == .resumed)
        try await pool.transaction { (session) throws(PostgresError) in
            for number in 0..<100 {
                try session.query("SELECT pg_notify('changes', $1)", [.text("\(number)")])
            }
        }
        for number in 0..<100 {
            let notification = try await events.next()?.notification
            #expect(notification?.channel == "changes")
            #expect(notification?.payload == "\(number)")
        }
        try await pool.query("SELECT pg_notify('Other \"name\"', 'x')")
        #expect(try await events.next()?.notification?.payload == "x")
    }

    @Test func `go on after a loss, which is told`() async throws {
        let server = try PostgresServer.shared.get()
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.end() }
        let listener = try TestDatabase(through: proxy.port)
        let speaker = PostgresPool(
            try PostgresConfiguration(url: listener.url(around: proxy))
        )
        var events = listener.pool.notifications(on: ["changes"]).makeAsyncIterator()
        for round in 0..<5 {
            #expect(try await events.next() == .resumed)
            try await speaker.query("SELECT pg_notify('changes', $1)", [.text("\(round)")])
            #expect(try await events.next()?.notification?.payload == "\(round)")
            if round.isMultiple(of: 2) { proxy.cut() } else { proxy.halfClose() }
        }
    }

    @Test func `end with their task`() async throws {
        let pool = try TestDatabase().pool
        let task = Task {
            var count = 0
            for try await _ in pool.notifications(on: ["changes"]) { count += 1 }
            return count
        }
        try await pool.query("SELECT pg_notify('changes', '')")
        task.cancel()
        #expect(try await task.value <= 2)
    }

    @Test func `go on after a network that swallowed everything without a sign`() async throws {
        let server = try PostgresServer.shared.get()
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.end() }
        let database = try TestDatabase(through: proxy.port)
        var configuration = try PostgresConfiguration(url: database.url)
        configuration.quietLimit = .milliseconds(300)
        configuration.cancelLimit = .milliseconds(100)
        configuration.connectLimit = .seconds(5)
        let listener = PostgresPool(configuration)
        var events = listener.notifications(on: ["changes"]).makeAsyncIterator()
        #expect(try await events.next() == .resumed)
        proxy.stall()
        async let speaker = database.pool.query("SELECT 1", isIdempotent: true)
        let resuming = Task {
            try await Task.sleep(for: .seconds(2))
            proxy.resume()
        }
        #expect(try await events.next() == .resumed)
        _ = try await (speaker, resuming.value)
    }
}

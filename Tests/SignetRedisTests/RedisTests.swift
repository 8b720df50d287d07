import ServerTesting
import SignetRedis
import Testing

@Suite struct `Connections to Redis` {
    private static let server = Result { try RedisServer() }

    private func pool(
        through port: UInt16? = nil,
        number: Int = 0,
        adjust: (inout RedisConfiguration) -> Void = { _ in }
    ) throws -> RedisPool {
        var configuration = try RedisConfiguration(
            url: try Self.server.get().url(number: number, through: port)
        )
        adjust(&configuration)
        return RedisPool(configuration)
    }

    @Test(
        arguments: [
            "", "rediss://localhost", "redis://", "redis://host:0", "redis://host:x", "redis://h/x",
            "redis://h/-1", "redis://%zz@h", "redis://[::1", "redis://[::1]x", "redis://%00@h",
        ]
    )
    func `a URL that makes no sense is refused`(url: String) {
        #expect(throws: RedisError(.configuration)) { try RedisConfiguration(url: url) }
    }

    @Test(
        arguments: [
            "redis://localhost", "redis://localhost/", "redis://[::1]:6380/3", "unix:///run/redis",
            "redis://user:p%40ss@localhost:1/2", "redis://password@localhost",
        ]
    )
    func `other URLs are read, and shown to nobody`(url: String) throws {
        let configuration = try RedisConfiguration(url: url)
        var dumped = "\(configuration)"
        dump(configuration, to: &dumped)
        #expect(!dumped.contains("p@ss"))
        #expect(!dumped.contains("password"))
    }

    @Test func `values come back as they went, in the database of the URL`() async throws {
        let pool = try pool(number: 3)
        let bytes = Array(UInt8.min...UInt8.max)
        let key = Array("bytes".utf8)
        try await pool.send(RedisCommand(words: [Array("SET".utf8), key, bytes]))
        #expect(try await pool.send(["GET", "bytes"]).bytes == bytes)
        #expect(try await pool.send(["GET", "nothing"]).isNull)
        #expect(try await pool.send(["INCR", "count"]).integer == 1)
        try await pool.send(["RPUSH", "list", "a", ""])
        let list = try await pool.send(["LRANGE", "list", "0", "-1"]).array
        #expect(list?.map(\.text) == ["a", ""])
        #expect(try await self.pool(number: 4).send(["GET", "bytes"]).isNull)
    }

    @Test func `a pipeline answers in order, refusals among them`() async throws {
        let pool = try pool(number: 5)
        let text = String(repeating: "x", count: 50_000)
        let commands = (0..<500).map { RedisCommand("ECHO", "\($0)\(text)") }
        let replies = try await pool.pipeline(commands)
        #expect(replies.map(\.text) == (0..<500).map { "\($0)\(text)" })
        let mixed = try await pool.pipeline([["SET", "k", "v"], ["INCR", "k"], ["GET", "k"]])
        #expect(throws: RedisError(.refused, word: "ERR")) { try mixed[1].get() }
        #expect(try mixed[2].get().text == "v")
        await #expect(throws: RedisError(.refused, word: "WRONGTYPE")) {
            try await pool.send(["LPUSH", "k", "v"])
        }
    }

    @Test func `a script is found again after the server has lost it`() async throws {
        let pool = try pool(number: 6)
        let script = RedisScript("return redis.call('INCRBY', KEYS[1], ARGV[1])")
        #expect(try await pool.run(script, keys: ["n"], arguments: [Array("2".utf8)]).integer == 2)
        try await pool.send(["SCRIPT", "FLUSH"])
        #expect(try await pool.run(script, keys: ["n"], arguments: [Array("3".utf8)]).integer == 5)
        #expect(try await pool.run(script, keys: ["n"], arguments: [Array("1".utf8)]).integer == 6)
    }

    @Test func `a wrong password is final`() async throws {
        let url = try Self.server.get().url().replacing("only", with: "wrong")
        var configuration = try RedisConfiguration(url: url)
        configuration.connectLimit = .seconds(3600)
        configuration.commandLimit = .seconds(3600)
        let pool = RedisPool(configuration)
        await #expect(throws: RedisError(.unreachable, word: "WRONGPASS")) {
            try await pool.send(["PING"])
        }
    }

    @Test func `what gets no answer in time is an open outcome`() async throws {
        let proxy = try CuttingProxy(to: try Self.server.get().port)
        defer { proxy.end() }
        let pool = try pool(through: proxy.port) { $0.commandLimit = .milliseconds(200) }
        try await pool.send(["PING"])
        proxy.stall()
        await #expect(throws: RedisError(.outcomeUnknown)) { try await pool.send(["PING"]) }
        await #expect(throws: RedisError(.unreachable)) { try await pool.send(["PING"]) }
        proxy.resume()
        #expect(try await pool.send(["PING"], isIdempotent: true).text == "PONG")
    }

    @Test func `a cancelled task does not wait, and nobody gets its answer`() async throws {
        let pool = try pool(number: 7) { $0.poolSize = 1 }
        for number in 0..<20 {
            let task = Task { try await pool.send(["BLPOP", "nothing", "60"]) }
            for _ in 0..<Int.random(in: 0..<500) { await Task.yield() }
            task.cancel()
            await #expect(throws: RedisError.self) { try await task.value }
            #expect(try await pool.send(["ECHO", "\(number)"]).text == "\(number)")
        }
    }

    @Test func `what may be done twice goes on over cuts and a server that dies`() async throws {
        let server = try RedisServer()
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.end() }
        let pool = RedisPool(try RedisConfiguration(url: server.url(through: proxy.port)))
        proxy.cut(after: (0..<20).map { _ in Int.random(in: 100..<2000) })
        for number in 0..<300 {
            if number == 150 {
                try server.kill()
                try server.start()
            }
            let padded = "\(number)" + String(repeating: "x", count: 50)
            #expect(
                try await pool.send(["ECHO", padded], isIdempotent: true).text
                    == padded
            )
        }
        #expect(proxy.cuts > 10)
    }

    @Test func `an increment through a cut network is done once, or its outcome is open`()
        async throws
    {
        let proxy = try CuttingProxy(to: try Self.server.get().port)
        defer { proxy.end() }
        let pool = try pool(through: proxy.port, number: 8)
        proxy.cut(after: (0..<30).map { _ in Int.random(in: 100..<1500) })
        var (confirmed, open): (Int64, Int64) = (0, 0)
        for _ in 0..<400 {
            do throws(RedisError) {
                try await pool.send(["INCR", "count"])
                confirmed += 1
            } catch {
                if error.code == .outcomeUnknown { open += 1 }
            }
        }
        #expect(proxy.cuts > 5)
        let count = try #require(try await pool.send(["GET", "count"], isIdempotent: true).text)
        #expect((confirmed...confirmed + open).contains(Int64(count) ?? -1))
    }

    @Test func `messages are heard from the start on, and after each loss`() async throws {
        let proxy = try CuttingProxy(to: try Self.server.get().port)
        defer { proxy.end() }
        let listener = try pool(through: proxy.port)
        let speaker = try pool()
        var events = listener.messages(on: ["a", "b"]).makeAsyncIterator()
        for round in 0..<5 {
            #expect(try await events.next() == .resumed)
            try await speaker.send(["PUBLISH", "b", "\(round)"])
            let message = try await events.next()?.message
            #expect(message?.channel == "b")
            #expect(message?.payload == Array("\(round)".utf8))
            if round.isMultiple(of: 2) { proxy.cut() } else { proxy.halfClose() }
        }
        let task = Task {
            var iterator = listener.messages(on: ["a"]).makeAsyncIterator()
            while try await iterator.next() != nil {}
        }
        task.cancel()
        try await task.value
    }

    @Test func `a pool closes`() async throws {
        let pool = try pool()
        try await pool.send(["PING"])
        await pool.close()
        await #expect(throws: RedisError(.closed)) { try await pool.send(["PING"]) }
    }
}

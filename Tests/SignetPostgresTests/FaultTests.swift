import FaultTesting
import ServerTesting
import SignetPostgres
import Testing

/// Several processes on one Postgres, when processes, the server and the network fail.
@Suite(.serialized) struct `The store in Postgres, under faults` {
    @Test func `nothing is lost or doubled, and everyone recovers`() async throws {
        // With the disk: what was confirmed is to outlive the server.
        let server = try PostgresServer(isDurable: true)
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.end() }
        let direct = try server.makeDatabase()
        let through = direct.replacing(":\(server.port)/", with: ":\(proxy.port)/")
        let victim = try ProbeProcess(url: direct)
        let others = try [direct, through, through].map { try ProbeProcess(url: $0) }
        #expect(try await (others + [victim]).progress())
        victim.kill()
        proxy.cut(after: (0..<30).map { _ in Int.random(in: 2000..<60_000) })
        proxy.cut()
        #expect(try await others.progress())
        try server.stop()
        try server.start()
        #expect(try await others.progress())
        try server.kill()
        try server.start()
        #expect(try await others.progress())
        for process in others { #expect(try await process.hasFinished()) }
        #expect(!(try await victim.hasFinished()))
        #expect(proxy.cuts > 5)
        let store = try await PostgresStore(url: direct)
        let told = try ([victim] + others).map { try $0.lines }
        let faults = try await StoreJudge.faults(told, victims: 1, in: store)
        #expect(faults == [])
    }
}

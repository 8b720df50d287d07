import ServerTesting
import SignetPostgres
import SignetRollout
import SignetStoreTesting
import Testing

@Suite struct `Flags in Postgres` {
    @Test(arguments: FlagStoreContract.clauses)
    func `the store keeps the contract`(
        clause: ContractClause<FlagStoreContract.Make>
    ) async throws {
        let url = try PostgresServer.shared.get().makeDatabase()
        try await clause.check { try await PostgresStore(url: url) }
    }

    @Test func `two programs do not set a flag both`() async throws {
        let url = try PostgresServer.shared.get().makeDatabase()
        let stores = [try await PostgresStore(url: url), try await PostgresStore(url: url)]
        for round in 1...10 {
            let count = try await FlagStoreContract.winners(of: round, in: stores)
            #expect(count == 1)
        }
        #expect(try await stores[1].revision() == 10)
    }

    @Test func `a change whose answer is lost is made once`() async throws {
        let server = try PostgresServer.shared.get()
        let proxy = try CuttingProxy(to: server.port)
        defer { proxy.end() }
        let direct = try server.makeDatabase()
        let through = direct.replacing(":\(server.port)/", with: ":\(proxy.port)/")
        var configuration = try PostgresConfiguration(url: through)
        configuration.poolSize = 1
        configuration.statementLimit = .seconds(120)
        let store = try await PostgresStore(configuration)
        proxy.cut(after: (0..<100).map { _ in Int.random(in: 6000..<12_000) })
        proxy.cut()
        for round in 1...120 {
            // Equal flags are told apart by the call that made them.
            let flag = try #require(change(of: UInt64(round - 1)))
            #expect(try await store.set(flag).revision == UInt64(round))
        }
        #expect(proxy.cuts > 10)
        let reader = try await PostgresStore(url: direct)
        #expect(try await reader.history(of: nil, limit: 200).count == 120)
    }

    @Test func `programs publish their figures side by side`() async throws {
        let store = try await PostgresStore(url: try PostgresServer.shared.get().makeDatabase())
        let step = try await store.set(try #require(change(of: 0))).revision
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    for round in 0..<20 {
                        // Some are of a step that is over, which every other program takes out.
                        let tallies = (0..<5).map { tally($0, of: round % 2 == 0 ? step : 99) }
                        try await store.publish(tallies, of: "program\(number)")
                    }
                    try await store.publish([tally(0, of: step)], of: "program\(number)")
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.tallies().count == 8)
    }

    private func change(of revision: UInt64) -> RolloutFlag? {
        RolloutTarget("chat/thread").map { target in
            RolloutFlag(
                target: target,
                stage: .dual,
                previous: .legacy,
                revision: revision,
                time: 1_726_234_567_890,
                actor: "alice",
                reason: "again"
            )
        }
    }
}

private func tally(_ count: UInt64, of step: UInt64) -> FormatTally {
    FormatTally(
        service: "chat",
        kind: "thread",
        step: step,
        inbound: ["current": count],
        outbound: [:],
        refused: 0,
        lastLegacy: nil
    )
}

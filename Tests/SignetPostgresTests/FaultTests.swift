import Foundation
import ServerTesting
import Signet
import SignetPostgres
import SignetRegistry
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
        try await progress(of: others + [victim])
        victim.kill()
        proxy.cut(after: (0..<30).map { _ in Int.random(in: 2000..<60_000) })
        proxy.cut()
        try await progress(of: others)
        try server.stop()
        try server.start()
        try await progress(of: others)
        try server.kill()
        try server.start()
        try await progress(of: others)
        for process in others { #expect(try await process.hasFinished()) }
        #expect(!(try await victim.hasFinished()))
        #expect(proxy.cuts > 5)
        let store = try await PostgresStore(url: direct)
        try await judge(try ([victim] + others).map { try $0.lines }, store)
    }

    /// Waits until each process has done something more.
    private func progress(of processes: [ProbeProcess]) async throws {
        let before = try processes.map { try $0.lines.count }
        for (process, count) in zip(processes, before) {
            while try process.lines.count < count + 60 {
                try #require(process.isRunning)
                try await Task.sleep(for: .milliseconds(5))
            }
        }
    }

    /// Compares what processes were told with what the store holds.
    private func judge(_ told: [[[Substring]]], _ store: PostgresStore) async throws {
        // The victim's nodes end once its deadline has passed, if nobody has swept them yet.
        let late = try await store.sweep(
            at: try WallClock.system.milliseconds() + 10_000,
            limit: 10_000
        )
        var ended: [Substring] = late.ended.map { Substring($0.id.compact) }
        var (issued, open): ([Substring], Set<Substring>) = ([], [])
        var aliases: [Substring: Set<Substring>] = [:]
        for line in told.joined() {
            switch line[0] {
            case "issued": issued.append(line[1])
            case "open": open.insert(line[1])
            case "ended": ended.append(line[1])
            case "adopted": aliases[line[1], default: []].insert(line[2])
            default: break
            }
        }
        #expect(Set(issued).count == issued.count)
        #expect(Set(ended).count == ended.count)
        #expect(aliases.count == 20)
        #expect(aliases.values.allSatisfy { $0.count == 1 })
        let nodes = try await all(store)
        let stored = Set(nodes.map { Substring($0.id.compact) })
        #expect(Set(issued).subtracting(stored) == [])
        // What is there and was told to nobody: the victim's last step, and what stayed open.
        let untold = stored.subtracting(issued).subtracting(open)
            .filter { !$0.hasPrefix("thread") }
        #expect(untold.count <= 2)
        let gone = Set(nodes.filter { $0.state != .active }.map { Substring($0.id.compact) })
        // Of what ended, only the victim's last step may be untold.
        #expect(gone.subtracting(ended).count <= 100)
        #expect(Set(ended).subtracting(gone) == [])
        #expect(nodes.allSatisfy { $0.holder == nil || $0.state == .active })
        #expect(!nodes.contains { $0.id.kind == .wsConn && $0.state == .active })
        let texts = try await store.aliases(.original("thread_chat_7_ab12cd34"), in: .all)
        #expect(texts.count == 1)
        try judge(leases: told)
    }

    /// Nobody had a number while another had it, and tokens grow.
    private func judge(leases told: [[[Substring]]]) throws {
        struct Span {
            var from: UInt64
            var until: UInt64
        }
        var spans: [Substring: [UInt64: Span]] = [:]
        for line in told.joined() where line[0] == "lease" {
            let values = line.dropFirst(2).compactMap { UInt64($0) }
            try #require(values.count == 3)
            let span = spans[line[1]]?[values[0]] ?? Span(from: values[1], until: values[2])
            spans[line[1], default: [:]][values[0]] = Span(
                from: min(span.from, values[1]),
                until: max(span.until, values[2])
            )
        }
        let tokens = spans.values.flatMap(\.keys)
        #expect(Set(tokens).count == tokens.count)
        #expect(tokens.count >= 4)
        for holders in spans.values {
            let inTurn = holders.sorted { $0.key < $1.key }
            for (earlier, later) in zip(inTurn, inTurn.dropFirst()) {
                // What was given back ended earlier than it said, which only the last ones do.
                #expect(earlier.value.until <= later.value.from)
            }
        }
    }

    private func all(_ store: PostgresStore) async throws -> [Node] {
        var nodes: [Node] = []
        var query = NodeQuery(state: nil, limit: 10_000)
        while true {
            let page = try await store.nodes(query, in: .all)
            nodes += page
            guard page.count == query.limit, let last = page.last else { return nodes }
            query.after = last.id
        }
    }
}

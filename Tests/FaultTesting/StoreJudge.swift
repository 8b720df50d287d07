import Signet
package import SignetRegistry

/// Compares what processes were told with what their store holds.
package struct StoreJudge {
    private let told: [[[Substring]]]
    private let victims: Int
    private var faults: [String] = []

    private init(_ told: [[[Substring]]], victims: Int) {
        self.told = told
        self.victims = victims
    }

    /// What is wrong, a sentence each.
    ///
    /// - Parameters:
    ///   - told: The lines of each process.
    ///   - victims: How many of them were killed, and could not say what they did last.
    ///   - store: The store; it is swept.
    /// - Returns: Nothing if nothing was lost or doubled.
    /// - Throws: When the store cannot be read.
    package static func faults(
        _ told: [[[Substring]]],
        victims: Int,
        in store: any RegistryStore
    ) async throws -> [String] {
        var judge = Self(told, victims: victims)
        // The victims' nodes end once their deadline has passed, if nobody has swept them yet.
        let late = try await store.sweep(
            at: try WallClock.system.milliseconds() + 10_000,
            limit: 10_000
        )
        try await judge.compare(late.ended, try await all(store))
        let texts = try await store.aliases(.original("thread_chat_7_ab12cd34"), in: .all)
        judge.check(texts.count == 1, "an alias has \(texts.count) nodes")
        judge.compareLeases()
        return judge.faults
    }

    private mutating func check(_ isRight: Bool, _ fault: String) {
        if !isRight { faults.append(fault) }
    }

    private mutating func compare(_ late: [Node], _ nodes: [Node]) async throws {
        var ended: [Substring] = late.map { Substring($0.id.compact) }
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
        check(Set(issued).count == issued.count, "an ID was issued twice")
        check(Set(ended).count == ended.count, "an end was told twice")
        check(aliases.count == 20, "there are \(aliases.count) aliases")
        check(aliases.values.allSatisfy { $0.count == 1 }, "an alias maps two ways")
        let stored = Set(nodes.map { Substring($0.id.compact) })
        let lost = Set(issued).subtracting(stored)
        check(lost.isEmpty, "\(lost.count) of what was issued are lost")
        // What is there and was told to nobody: a victim's last step, and what stayed open.
        let untold = stored.subtracting(issued).subtracting(open)
            .filter { !$0.hasPrefix("thread") }
        check(untold.count <= 2 * victims, "\(untold.count) are there that nobody was told of")
        let gone = Set(nodes.filter { $0.state != .active }.map { Substring($0.id.compact) })
        // Of what ended, only a victim's last step may be untold.
        let silent = gone.subtracting(ended)
        check(silent.count <= 100 * victims, "\(silent.count) ended and nobody was told")
        check(Set(ended).subtracting(gone).isEmpty, "what was told to have ended lives")
        check(
            nodes.allSatisfy { $0.holder == nil || $0.state == .active },
            "what has ended is held"
        )
        let left = nodes.count { $0.id.kind == .wsConn && $0.state == .active }
        check(left == 0, "\(left) connections of processes that are gone live")
    }

    /// Nobody had a number while another had it, and tokens grow.
    private mutating func compareLeases() {
        struct Span {
            var from: UInt64
            var until: UInt64
        }
        var spans: [Substring: [UInt64: Span]] = [:]
        for line in told.joined() where line[0] == "lease" || line[0] == "back" {
            let values = line.dropFirst(2).compactMap { UInt64($0) }
            guard let token = values.first, let time = values.dropFirst().first else {
                faults.append("a lease cannot be read")
                continue
            }
            var span = spans[line[1]]?[token] ?? Span(from: time, until: time)
            span.from = min(span.from, time)
            // What is given back ends then; a process does that last.
            span.until = line[0] == "back" ? time : max(span.until, values.last ?? time)
            spans[line[1], default: [:]][token] = span
        }
        let tokens = spans.values.flatMap(\.keys)
        check(Set(tokens).count == tokens.count, "two leases have one token")
        check(tokens.count >= 4, "there were \(tokens.count) leases only")
        for holders in spans.values {
            let inTurn = holders.sorted { $0.key < $1.key }
            for (earlier, later) in zip(inTurn, inTurn.dropFirst()) {
                check(earlier.value.until <= later.value.from, "a number had two holders at once")
            }
        }
    }

    private static func all(_ store: any RegistryStore) async throws -> [Node] {
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

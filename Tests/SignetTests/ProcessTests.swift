import ProcessTesting
import Testing

@Suite struct `Processes of their own` {
    private static let probe = Program("signet-probe")

    @Test func `four processes mint 250,000 IDs each, none of them twice`() async throws {
        let all = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<4 {
                group.addTask { try await Self.probe.run("mint").lines }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(all.count == 1_000_000)
        #expect(Set(all).count == 1_000_000)
    }

    @Test func `children that are forked while threads mint repeat no tail`() async throws {
        let outcome = try await Self.probe.run("fork")
        #expect(outcome.status == 0)
        let fields = outcome.lines.map { $0.split(separator: " ") }
        let children = fields.filter { $0[0] != "parent" }
        #expect(children.count == 8 * 2000)
        #expect(fields.count == 16 * 2000)
        // Time and counter may well be equal in both: what keeps them apart is the tail.
        let tails = fields.map { $0[1].suffix(14) }
        #expect(Set(tails).count == tails.count)
    }

    @Test func `a forked child has no lease`() async throws {
        let outcome = try await Self.probe.run("fork-leased")
        #expect(outcome.lines == ["lease_lost", "parent minted"])
    }

    @Test func `without a file descriptor IDs are as unique as ever`() async throws {
        let outcome = try await Self.probe.run("descriptors")
        #expect(outcome.status == 0)
        let values = Dictionary(
            uniqueKeysWithValues: outcome.lines.map { line in
                let fields = line.split(separator: " ")
                return (String(fields[0]), Int(fields[1]) ?? -1)
            }
        )
        #expect(try #require(values["opened"]) > 0)
        #expect(values["ids"] == 10_000)
        #expect(values["tails"] == 10_000)
        // For information: what Foundation's UUID does there is why Signet does not use it.
        let foundation = try #require(values["foundation"])
        print("Without a descriptor, 100 of Foundation's UUIDs have \(foundation) different values")
    }

    @Test func `parsing, minting, writing and detecting allocate nothing`() async throws {
        let outcome = try await Self.probe.run("allocations")
        #expect(outcome.status == 0)
        let counts = Dictionary(
            uniqueKeysWithValues: outcome.lines.map { line in
                let fields = line.split(separator: " ")
                return (String(fields[0]), Int(fields[1]) ?? -1)
            }
        )
        #if canImport(Glibc)
        #expect(counts["control"] == 10_000)
        #endif
        #expect(counts.count == 25)
        for (subject, count) in counts where subject != "control" {
            #expect(count == 0, "\(subject) allocates")
        }
    }
}

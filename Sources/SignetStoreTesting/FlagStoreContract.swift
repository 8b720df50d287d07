import Signet
public import SignetRollout

/// What every ``SignetRollout/FlagStore`` must do, as checks that can be run.
public enum FlagStoreContract: Sendable {
    /// Makes a new, empty store.
    public typealias Make = @Sendable () async throws -> any FlagStore

    /// All clauses.
    public static let clauses: [ContractClause<Make>] = [
        clause("an empty store has nothing", isEmptyAtFirst),
        clause("a flag is read as it was set", keepsFlags),
        clause("whoever saw an older flag does not set it", refusesOlder),
        clause("of many who set a flag at once, one does", letsOneWin),
        clause("the history has the newest first", keepsHistory),
        clause("figures replace those of the same process only", keepsTallies),
    ]

    private static func clause(
        _ description: String,
        _ body: @escaping @Sendable (any FlagStore) async throws -> Void
    ) -> ContractClause<Make> {
        ContractClause(description) { make in try await body(try await make()) }
    }

    private static func flag(
        _ target: String,
        _ stage: RolloutStage,
        revision: UInt64 = 0,
        reason: String = "a \"reason\"\nwith \u{1b}[1m and é"
    ) throws -> RolloutFlag {
        guard let target = RolloutTarget(target) else {
            throw ContractViolation(description: "a target", line: #line)
        }
        return RolloutFlag(
            target: target,
            stage: stage,
            previous: stage.previous,
            revision: revision,
            time: 1_726_234_567_890,
            actor: "alice",
            reason: reason
        )
    }

    @Sendable private static func isEmptyAtFirst(_ store: any FlagStore) async throws {
        try require(try await store.flags().isEmpty, "there is no flag")
        try require(try await store.revision() == 0, "there was no change")
        try require(try await store.history(of: nil, limit: 9).isEmpty, "there is no history")
        try require(try await store.tallies().isEmpty, "nothing was counted")
    }

    @Sendable private static func keepsFlags(_ store: any FlagStore) async throws {
        let first = try flag("chat/thread", .dual)
        let second = try flag("chat/*", .legacy)
        let stored = [try await store.set(first), try await store.set(second)]
        try require(stored[0] == first.numbered(1), "the first change has the number 1")
        try require(stored[1] == second.numbered(2), "the next has the next number")
        let flags = try await store.flags().sorted { $0.revision < $1.revision }
        try require(flags == stored, "both are read as they were set")
        try require(try await store.revision() == 2, "the newest change is known")
    }

    @Sendable private static func refusesOlder(_ store: any FlagStore) async throws {
        let stored = try await store.set(try flag("chat/thread", .legacy))
        for revision in [0, 7] as [UInt64] {
            do throws(RolloutError) {
                _ = try await store.set(stored.numbered(revision))
                throw RolloutError(.invalid)
            } catch {
                try require(error.code == .conflict, "another revision is a conflict")
            }
        }
        let next = try await store.set(try flag("chat/thread", .dual, revision: stored.revision))
        try require(next.revision > stored.revision, "who saw the newest sets it")
        try require(try await store.flags() == [next], "there is one flag")
    }

    @Sendable private static func letsOneWin(_ store: any FlagStore) async throws {
        let winners = try await winners(of: 1, in: [store])
        try require(winners == 1, "one of sixteen sets the flag, not \(winners)")
    }

    /// How many of sixteen who set one flag at once succeed.
    ///
    /// - Parameters:
    ///   - round: Counts from 1: so many changes of the flag there will be.
    ///   - stores: Which they use, in turn: several stores on one place are what several processes
    ///     are.
    /// - Returns: How many; the others were told of a conflict.
    /// - Throws: ``ContractViolation``, or what a store says.
    package static func winners(of round: Int, in stores: [any FlagStore]) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<16 {
                let store = stores[number % stores.count]
                let revision = UInt64(round - 1)
                let flag = try flag("chat/thread", .dual, revision: revision, reason: "\(number)")
                group.addTask {
                    do throws(RolloutError) {
                        _ = try await store.set(flag)
                        return 1
                    } catch {
                        try require(error.code == .conflict, "losing is a conflict: \(error)")
                        return 0
                    }
                }
            }
            return try await group.reduce(0, +)
        }
    }

    @Sendable private static func keepsHistory(_ store: any FlagStore) async throws {
        var stored: [RolloutFlag] = []
        for stage in RolloutStage.allCases {
            let revision = stored.last?.revision ?? 0
            stored.append(try await store.set(try flag("chat/run", stage, revision: revision)))
        }
        let other = try await store.set(try flag("auth/*", .legacy))
        let all = try await store.history(of: nil, limit: 3)
        try require(all == [other, stored[3], stored[2]], "the newest of all come first")
        let own = try await store.history(of: RolloutTarget("chat/run"), limit: 9)
        try require(own == Array(stored.reversed()), "those of one flag can be asked for")
    }

    @Sendable private static func keepsTallies(_ store: any FlagStore) async throws {
        let step = try await store.set(try flag("chat/thread", .dual)).revision
        let tally = { (count: UInt64) in
            FormatTally(
                service: "chat",
                kind: "thread",
                step: step,
                inbound: ["current": count, "uuid": 2],
                outbound: [:],
                refused: 0,
                lastLegacy: 1_726_234_567_890
            )
        }
        try await store.publish([tally(1)], of: "a")
        try await store.publish([tally(5)], of: "b")
        try await store.publish([tally(3)], of: "a")
        let tallies = Set(try await store.tallies())
        try require(tallies == [tally(3), tally(5)], "each process has its newest figures")
        _ = try await store.set(try flag("chat/thread", .new, revision: step))
        try await store.publish([], of: "c")
        let rest = try await store.tallies()
        try require(rest.isEmpty, "figures of a step that is over go")
    }
}

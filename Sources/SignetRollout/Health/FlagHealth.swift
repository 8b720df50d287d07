import Signet

/// The figures of a flag since it was set as it is, of all processes, and what they say.
public struct FlagHealth: Hashable, Sendable {
    /// The flag.
    public let flag: RolloutFlag
    /// How many IDs came in, by family.
    public let inbound: [String: UInt64]
    /// How many went out, by family.
    public let outbound: [String: UInt64]
    /// How many were not allowed.
    public let refused: UInt64
    /// When the last one of an earlier form was seen, in Unix milliseconds.
    public let lastLegacy: UInt64?
    /// Whether the next step is safe.
    public let verdict: StepVerdict

    /// Adds up what processes counted, and judges it.
    ///
    /// - Parameters:
    ///   - flag: The flag.
    ///   - tallies: The tallies of all processes; those of other steps are left out.
    ///   - now: Unix milliseconds.
    ///   - policy: What has to be seen.
    public init(
        of flag: RolloutFlag,
        _ tallies: [FormatTally],
        now: UInt64,
        policy: HealthPolicy
    ) {
        let own = tallies.filter { tally in
            tally.service == flag.target.service && tally.step == flag.revision
        }
        self.flag = flag
        inbound = Self.sum(own.map(\.inbound))
        outbound = Self.sum(own.map(\.outbound))
        refused = own.reduce(0) { $0 + $1.refused }
        lastLegacy = own.compactMap(\.lastLegacy).max()
        let figures = StepFigures(
            inbound: inbound,
            outbound: outbound,
            refused: refused,
            quiet: now - min(max(lastLegacy ?? 0, flag.time), now),
            age: now - min(flag.time, now)
        )
        verdict = figures.verdict(at: flag.stage, policy)
    }

    /// How many IDs came by in a format, either way.
    public func count(of format: IDFormat) -> UInt64 {
        [inbound, outbound].joined().reduce(0) { sum, family in
            FamilySlot.format(ofFamily: family.key) == format ? sum + family.value : sum
        }
    }

    /// What part of the IDs that came by are of earlier forms, 0 to 1.
    public var legacyShare: Double {
        let legacy = count(of: .legacy) + count(of: .mixed)
        let all = legacy + count(of: .new)
        return all == 0 ? 0 : Double(legacy) / Double(all)
    }

    private static func sum(_ counts: [[String: UInt64]]) -> [String: UInt64] {
        counts.reduce(into: [:]) { sum, counts in
            sum.merge(counts) { $0 + $1 }
        }
    }
}

extension RolloutFlags {
    /// The figures of what decides about a target, of all processes that publish them.
    ///
    /// - Throws: ``RolloutError/Code-swift.struct/invalid`` when no flag decides, or what the
    ///   store says.
    public func health(of target: RolloutTarget) async throws(RolloutError) -> FlagHealth {
        guard let flag = flag(for: target) else {
            throw RolloutError(.invalid, "no flag is set for this service and kind")
        }
        let now = (try? clock.milliseconds()) ?? 0
        return FlagHealth(of: flag, try await store.tallies(), now: now, policy: policy)
    }
}

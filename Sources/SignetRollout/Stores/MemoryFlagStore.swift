/// Flags in memory: for tests, and for one process.
public actor MemoryFlagStore: FlagStore {
    private var current: [RolloutTarget: RolloutFlag] = [:]
    private var changes: [RolloutFlag] = []
    private var published: [String: [FormatTally]] = [:]
    private var newest: UInt64 = 0

    /// Creates an empty store.
    public init() {}

    /// All flags that are set, in any order.
    public func flags() -> [RolloutFlag] { Array(current.values) }

    /// The number of the newest change; 0 before the first.
    public func revision() -> UInt64 { newest }

    /// Sets a flag, unless somebody else changed it in between.
    public func set(_ flag: RolloutFlag) throws(RolloutError) -> RolloutFlag {
        guard current[flag.target]?.revision ?? 0 == flag.revision else {
            throw RolloutError(.conflict)
        }
        newest += 1
        let stored = flag.numbered(newest)
        current[flag.target] = stored
        changes.append(stored)
        changes.removeFirst(max(0, changes.count - StoredFlag.historyLimit))
        return stored
    }

    /// The changes of a flag, or of all, the newest first.
    public func history(of target: RolloutTarget?, limit: Int) -> [RolloutFlag] {
        let wanted = changes.reversed().filter { target == nil || $0.target == target }
        return Array(wanted.prefix(limit))
    }

    /// Puts a process's figures in the place of those that it published before.
    public func publish(_ tallies: [FormatTally], of instance: String) {
        published[instance] = tallies
        // Figures of steps that are over serve nobody.
        let steps = Set(current.values.map(\.revision))
        published = published.filter { name, tallies in
            name == instance || tallies.contains { steps.contains($0.step) }
        }
    }

    /// The figures of all processes, also of those that have ended.
    public func tallies() -> [FormatTally] { published.values.flatMap { $0 } }
}

extension RolloutFlag {
    /// The flag with the number of its change.
    public func numbered(_ revision: UInt64) -> RolloutFlag {
        RolloutFlag(
            target: target,
            stage: stage,
            previous: previous,
            revision: revision,
            time: time,
            actor: actor,
            reason: reason
        )
    }
}

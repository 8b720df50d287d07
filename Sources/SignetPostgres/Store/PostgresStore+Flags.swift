public import SignetRollout

/// The flags of a rollout, beside the registry, in the same database.
extension PostgresStore: FlagStore {
    /// All flags that are set, in any order.
    public func flags() async throws(RolloutError) -> [RolloutFlag] {
        try await look(as: RolloutError.self) { session in
            try PostgresFlagRows(session: session).flags(where: "is_current")
        }
    }

    /// The number of the newest change; 0 before the first.
    public func revision() async throws(RolloutError) -> UInt64 {
        try await look(as: RolloutError.self) { session in
            try PostgresFlagRows(session: session).revision()
        }
    }

    /// Sets a flag, unless somebody else changed it in between.
    public func set(_ flag: RolloutFlag) async throws(RolloutError) -> RolloutFlag {
        let mark = Self.newMark
        return try await change(as: RolloutError.self) { session in
            try PostgresFlagRows(session: session).set(flag, mark: mark)
        }
    }

    /// The changes of a flag, or of all, the newest first.
    public func history(
        of target: RolloutTarget?,
        limit: Int
    ) async throws(RolloutError) -> [RolloutFlag] {
        let isWanted = target == nil ? "$1::text IS NULL" : "target = $1"
        return try await look(as: RolloutError.self) { session in
            try PostgresFlagRows(session: session).flags(
                where: "\(isWanted) ORDER BY revision DESC LIMIT $2",
                [.text(target?.description), .int(Int64(limit))]
            )
        }
    }

    /// Puts a process's figures in the place of those that it published before.
    public func publish(
        _ tallies: [FormatTally],
        of instance: String
    ) async throws(RolloutError) {
        try FormatTally.require(instance: instance)
        try await look(as: RolloutError.self) { session in
            try PostgresFlagRows(session: session).publish(tallies, of: instance)
        }
    }

    /// The figures of all processes, also of those that have ended.
    public func tallies() async throws(RolloutError) -> [FormatTally] {
        try await look(as: RolloutError.self) { session in
            try PostgresFlagRows(session: session).tallies()
        }
    }
}

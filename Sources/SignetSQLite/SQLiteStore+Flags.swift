import Foundation
import GRDB
public import SignetRollout

/// The flags of a rollout, beside the registry, in the same file.
extension SQLiteStore: FlagStore {
    /// All flags that are set, in any order.
    public func flags() async throws(RolloutError) -> [RolloutFlag] {
        try await database.read(as: RolloutError.self) { database in
            try FlagRows(database: database).flags(where: "is_current", [])
        }
    }

    /// The number of the newest change; 0 before the first.
    public func revision() async throws(RolloutError) -> UInt64 {
        try await database.read(as: RolloutError.self) { database in
            try FlagRows(database: database).revision()
        }
    }

    /// Sets a flag, unless somebody else changed it in between.
    public func set(_ flag: RolloutFlag) async throws(RolloutError) -> RolloutFlag {
        try await database.writeDurably(as: RolloutError.self) { database in
            try FlagRows(database: database).set(flag)
        }
    }

    /// The changes of a flag, or of all, the newest first.
    public func history(
        of target: RolloutTarget?,
        limit: Int
    ) async throws(RolloutError) -> [RolloutFlag] {
        try await database.read(as: RolloutError.self) { database in
            try FlagRows(database: database).flags(
                where: "\(target == nil ? "?1 IS NULL" : "target = ?1") "
                    + "ORDER BY revision DESC LIMIT ?2",
                [target?.description, limit]
            )
        }
    }

    /// Puts a process's figures in the place of those that it published before.
    public func publish(
        _ tallies: [FormatTally],
        of instance: String
    ) async throws(RolloutError) {
        try FormatTally.require(instance: instance)
        try await database.write(as: RolloutError.self) { database in
            try FlagRows(database: database).publish(tallies, of: instance)
        }
    }

    /// The figures of all processes, also of those that have ended.
    public func tallies() async throws(RolloutError) -> [FormatTally] {
        try await database.read(as: RolloutError.self) { database in
            try FlagRows(database: database).tallies()
        }
    }
}

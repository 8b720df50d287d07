import Foundation
import GRDB
import SignetRollout

/// The rows of a rollout's flags within one transaction.
struct FlagRows {
    let database: Database

    /// The changes for which a condition holds.
    func flags(where condition: String, _ arguments: StatementArguments) throws -> [RolloutFlag] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT target, stage, previous, revision, time, actor, reason FROM flags
                WHERE \(condition)
                """,
            arguments: arguments
        ).map { row in
            try StoredFlag(
                target: row[0],
                stage: row[1],
                previous: row[2],
                revision: UInt64(clamping: row[3] as Int64),
                time: UInt64(clamping: row[4] as Int64),
                actor: row[5],
                reason: row[6]
            ).flag()
        }
    }

    /// The number of the newest change.
    func revision() throws -> UInt64 {
        let newest = try Int64.fetchOne(database, sql: "SELECT max(revision) FROM flags")
        return UInt64(clamping: newest ?? 0)
    }

    /// Sets a flag, if the caller saw its newest change.
    func set(_ flag: RolloutFlag) throws -> RolloutFlag {
        let target = flag.target.description
        let current = try flags(where: "target = ? AND is_current", [target]).first
        guard current?.revision ?? 0 == flag.revision else { throw RolloutError(.conflict) }
        let stored = StoredFlag(flag.numbered(try revision() + 1))
        try database.execute(
            sql: "UPDATE flags SET is_current = FALSE WHERE target = ? AND is_current",
            arguments: [target]
        )
        try database.execute(
            sql: """
                INSERT INTO flags
                    (revision, target, is_current, stage, previous, time, actor, reason)
                VALUES (?, ?, TRUE, ?, ?, ?, ?, ?)
                """,
            arguments: [
                Int64(clamping: stored.revision), target, stored.stage, stored.previous,
                Int64(clamping: stored.time), stored.actor, stored.reason,
            ]
        )
        try database.execute(
            sql: "DELETE FROM flags WHERE NOT is_current AND revision <= ?",
            arguments: [Int64(clamping: stored.revision) - Int64(StoredFlag.historyLimit)]
        )
        return try stored.flag()
    }

    /// Puts a process's figures in the place of its own.
    func publish(_ tallies: [FormatTally], of instance: String) throws {
        try database.execute(
            sql: "DELETE FROM flag_tallies WHERE instance = ?",
            arguments: [instance]
        )
        let encoder = JSONEncoder()
        for (place, tally) in tallies.enumerated() {
            try database.execute(
                sql: "INSERT INTO flag_tallies (instance, place, step, tally) VALUES (?, ?, ?, ?)",
                arguments: [
                    instance, place, Int64(clamping: tally.step),
                    String(decoding: try encoder.encode(tally), as: UTF8.self),
                ]
            )
        }
        // Figures of steps that are over serve nobody.
        try database.execute(
            sql: """
                DELETE FROM flag_tallies WHERE instance <> ? AND step NOT IN
                    (SELECT revision FROM flags WHERE is_current)
                """,
            arguments: [instance]
        )
    }

    /// The figures of all processes.
    func tallies() throws -> [FormatTally] {
        let decoder = JSONDecoder()
        return try String.fetchAll(database, sql: "SELECT tally FROM flag_tallies").map { text in
            do { return try decoder.decode(FormatTally.self, from: Data(text.utf8)) } catch {
                throw RolloutError(.storeFailed, "the store of flags has figures that are none")
            }
        }
    }
}

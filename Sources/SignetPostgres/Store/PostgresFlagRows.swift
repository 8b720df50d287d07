import Foundation
import SignetRollout

/// The rows of a rollout's flags within one step.
struct PostgresFlagRows {
    let session: PostgresSession

    /// The changes for which a condition holds.
    func flags(where condition: String, _ values: [PostgresValue] = []) throws -> [RolloutFlag] {
        try session.query(
            """
            SELECT target, stage, previous, revision, time, actor, reason FROM signet_flag
            WHERE \(condition)
            """,
            values
        ).map { row in
            try StoredFlag(
                target: try row.decode(0),
                stage: try row.decode(1),
                previous: try row.decode(2),
                revision: UInt64(clamping: try row.decode(3, as: Int64.self)),
                time: UInt64(clamping: try row.decode(4, as: Int64.self)),
                actor: try row.decode(5),
                reason: try row.decode(6)
            ).flag()
        }
    }

    /// The number of the newest change.
    func revision() throws -> UInt64 {
        let newest = try session.query("SELECT coalesce(max(revision), 0) FROM signet_flag")
        return UInt64(clamping: try newest[0].decode(0, as: Int64.self))
    }

    /// Sets a flag, if the caller saw its newest change.
    ///
    /// - Parameters:
    ///   - flag: The flag.
    ///   - mark: What tells this call's work from that of others when it is repeated.
    /// - Returns: The flag with its number.
    /// - Throws: ``PostgresError``, or that somebody else was faster.
    func set(_ flag: RolloutFlag, mark: Int64) throws -> RolloutFlag {
        // One change at a time, of all flags: a few a day, which have their numbers in common.
        // Reading goes on meanwhile.
        try session.query("LOCK TABLE signet_flag IN SHARE ROW EXCLUSIVE MODE")
        let own = session.mayBeDone ? try flags(where: "mark = $1", [.int(mark)]).first : nil
        if let own { return own }
        let target = PostgresValue.text(flag.target.description)
        let current = try flags(where: "target = $1 AND is_current", [target]).first
        guard current?.revision ?? 0 == flag.revision else { throw RolloutError(.conflict) }
        let stored = StoredFlag(flag.numbered(try revision() + 1))
        let number = Int64(clamping: stored.revision)
        try session.batch([
            PostgresStatement(
                "UPDATE signet_flag SET is_current = FALSE WHERE target = $1 AND is_current",
                [target]
            ),
            PostgresStatement(
                """
                INSERT INTO signet_flag
                    (target, is_current, revision, stage, previous, time, actor, reason, mark)
                VALUES ($1, TRUE, $2, $3, $4, $5, $6, $7, $8)
                """,
                [
                    target, .int(number), .text(stored.stage), .text(stored.previous),
                    .int(Int64(clamping: stored.time)), .text(stored.actor), .text(stored.reason),
                    .int(mark),
                ]
            ),
            PostgresStatement(
                "DELETE FROM signet_flag WHERE NOT is_current AND revision <= $1",
                [.int(number - Int64(StoredFlag.historyLimit))]
            ),
        ])
        return try stored.flag()
    }

    /// Puts a process's figures in the place of its own.
    func publish(_ tallies: [FormatTally], of instance: String) throws {
        let encoder = JSONEncoder()
        let texts = try tallies.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        let name = PostgresValue.text(instance)
        try session.batch([
            PostgresStatement("DELETE FROM signet_flag_tally WHERE instance = $1", [name]),
            PostgresStatement(
                """
                INSERT INTO signet_flag_tally (instance, place, step, tally)
                SELECT $1, place, step, tally
                FROM unnest($2::bigint[], $3::text[]) WITH ORDINALITY AS fresh (step, tally, place)
                ON CONFLICT (instance, place) DO UPDATE
                SET step = excluded.step, tally = excluded.tally
                """,
                [name, .ints(tallies.map { Int64(clamping: $0.step) }), .texts(texts)]
            ),
            // Figures of steps that are over serve nobody. What another process is replacing just
            // now is left to it: of two that wait for each other one would have to begin again.
            PostgresStatement(
                """
                DELETE FROM signet_flag_tally WHERE (instance, place) IN (
                    SELECT instance, place FROM signet_flag_tally AS old
                    WHERE instance <> $1 AND NOT EXISTS (
                        SELECT FROM signet_flag AS flag
                        WHERE flag.is_current AND flag.revision = old.step
                    )
                    FOR UPDATE SKIP LOCKED
                )
                """,
                [name]
            ),
        ])
    }

    /// The figures of all processes.
    func tallies() throws -> [FormatTally] {
        let decoder = JSONDecoder()
        return try session.query("SELECT tally FROM signet_flag_tally").map { row in
            let text: String = try row.decode(0)
            return try decoder.decode(FormatTally.self, from: Data(text.utf8))
        }
    }
}

import GRDB
package import Signet
package import SignetRegistry

extension SQLiteStore {
    /// Looks at a file without changing it.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - clock: What the store's processes measure time by.
    /// - Returns: What there is to say of it.
    /// - Throws: ``RegistryError/Code-swift.struct/unavailable`` when it cannot be read;
    ///   ``RegistryError/Code-swift.struct/damaged`` when it is none of SQLite.
    package static func examine(
        path: String,
        clock: WallClock = .system
    ) throws(RegistryError) -> StoreExamination {
        try SQLiteFile.look(path: path) { database in
            let version = try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? ""
            var result = StoreExamination(
                server: "SQLite \(version)",
                schema: try Schema.stepsTaken(database),
                newestSchema: Schema.stepCount
            )
            if result.isCurrent {
                let now = Int64(clamping: try clock.milliseconds())
                try count(&result, database, at: now)
            }
            return result
        }
    }

    private static func count(
        _ result: inout StoreExamination,
        _ database: Database,
        at now: Int64
    ) throws {
        func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
            try Int.fetchOne(database, sql: sql, arguments: arguments) ?? 0
        }
        result.leases = try number("SELECT count(*) FROM leases WHERE deadline > ?", [now])
        result.living = try number("SELECT sum(active) FROM tallies")
        let fullest = try Row.fetchOne(
            database,
            sql: "SELECT active, kind FROM tallies ORDER BY active DESC LIMIT 1"
        )
        if let fullest, let kind = Kind(fullest[1] as String) {
            result.fullest = (fullest[0], kind)
        }
        result.changes = try number("SELECT max(sequence) - min(sequence) + 1 FROM changes")
        result.overdue = try number(
            "SELECT count(*) FROM (SELECT 1 FROM nodes WHERE due <= ? LIMIT ?)",
            [now, StoreExamination.countedOverdue]
        )
        guard result.overdue > 0 else { return }
        result.overdueSince = UInt64(clamping: try number("SELECT min(due) FROM nodes"))
    }
}

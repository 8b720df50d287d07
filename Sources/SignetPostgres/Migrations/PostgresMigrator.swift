/// Brings a schema to the newest version, whatever its version is, while others try the same.
///
/// Each step is recorded in `signet_migration` with its statements. Steps are taken forward only,
/// all that are missing in one transaction, by one process at a time: an advisory lock makes the
/// others wait, and they find the work done.
public struct PostgresMigrator: Sendable {
    private let area: String
    private let migrations: [PostgresMigration]

    /// The lock's number: `signet` in ASCII.
    private static let lock: Int64 = 0x7369_676e_6574

    /// Creates a migrator.
    ///
    /// - Parameters:
    ///   - area: The part of the schema that the steps are about; each has versions of its own.
    ///   - migrations: The steps, from version 1 on.
    public init(area: String, migrations: [PostgresMigration]) {
        self.area = area
        self.migrations = migrations
    }

    /// Takes the steps that are missing.
    ///
    /// - Parameters:
    ///   - pool: The database.
    ///   - limit: How long it may take, waiting for others included.
    /// - Returns: The versions that were taken now.
    /// - Throws: ``PostgresError/Code-swift.struct/migration`` when the recorded steps are not
    ///   those of this program, or ``PostgresError``. The schema is as before then.
    @discardableResult
    public func migrate(
        _ pool: PostgresPool,
        limit: Duration = .seconds(300)
    ) async throws(PostgresError) -> [Int] {
        // A migration whose answer was lost is recorded, so that doing it again does nothing.
        try await pool.transaction(isIdempotent: true, limit: limit) {
            (session) throws(PostgresError) in
            try session.query("SELECT set_config('statement_timeout', '0', true)")
            try session.query("SELECT pg_advisory_xact_lock($1)", [.int(Self.lock)])
            try session.query(
                """
                CREATE TABLE IF NOT EXISTS signet_migration (
                    area text NOT NULL,
                    version bigint NOT NULL,
                    name text NOT NULL,
                    statements text NOT NULL,
                    taken_at timestamptz NOT NULL DEFAULT now(),
                    PRIMARY KEY (area, version)
                )
                """
            )
            let recorded = try session.query(
                "SELECT statements FROM signet_migration WHERE area = $1 ORDER BY version",
                [.text(area)]
            )
            try check(recorded)
            let missing = migrations.dropFirst(recorded.count)
            for migration in missing { try take(migration, session) }
            return missing.map(\.version)
        }
    }

    /// The version to which it brings a schema.
    var newest: Int { migrations.count }

    /// The version that a database has; 0 where there are no tables yet.
    func version(_ session: PostgresSession) throws(PostgresError) -> Int {
        let table = try session.query("SELECT to_regclass('signet_migration') IS NOT NULL").first
        guard try table?.decode(0, as: Bool.self) == true else { return 0 }
        let count = try session.query(
            "SELECT count(*) FROM signet_migration WHERE area = $1",
            [.text(area)]
        )
        return Int(try count.first?.decode(0, as: Int64.self) ?? 0)
    }

    private func check(_ recorded: PostgresResult) throws(PostgresError) {
        let isGapless = zip(migrations, 1...).allSatisfy { $0.version == $1 }
        guard isGapless else {
            throw PostgresError(.migration, subject: "the versions of \(area) have a gap")
        }
        guard recorded.count <= migrations.count else {
            throw PostgresError(
                .migration,
                subject: "\(area) has version \(recorded.count), this program \(migrations.count)"
            )
        }
        for (row, migration) in zip(recorded, migrations)
        where try row.decode(0, as: String.self) != migration.text {
            throw PostgresError(
                .migration,
                subject: "version \(migration.version) of \(area) was another one"
            )
        }
    }

    private func take(
        _ migration: PostgresMigration,
        _ session: PostgresSession
    ) throws(PostgresError) {
        do throws(PostgresError) {
            for statement in migration.statements { try session.query(statement) }
        } catch {
            throw PostgresError(
                error.code,
                sqlState: error.sqlState,
                constraint: error.constraint,
                subject: "version \(migration.version) of \(area), \(migration.name)"
            )
        }
        try session.query(
            """
            INSERT INTO signet_migration (area, version, name, statements) VALUES ($1, $2, $3, $4)
            """,
            [
                .text(area), .int(Int64(migration.version)), .text(migration.name),
                .text(migration.text),
            ]
        )
    }
}

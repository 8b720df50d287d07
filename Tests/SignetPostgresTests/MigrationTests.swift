import ServerTesting
import SignetPostgres
import Testing

@Suite struct `Migrations of Postgres` {
    private static let steps = [
        PostgresMigration(
            version: 1,
            name: "accounts",
            statements: ["CREATE TABLE account (id bigint PRIMARY KEY)"]
        ),
        PostgresMigration(
            version: 2,
            name: "names",
            statements: [
                "ALTER TABLE account ADD name text", "CREATE INDEX account_name ON account (name)",
            ]
        ),
        PostgresMigration(
            version: 3,
            name: "names are needed",
            statements: ["ALTER TABLE account ALTER name SET NOT NULL"]
        ),
    ]

    private func columns(_ pool: PostgresPool) async throws -> [String] {
        try await pool.query(
            "SELECT column_name::text || is_nullable FROM information_schema.columns "
                + "WHERE table_name = 'account' ORDER BY 1"
        ).map { try $0.decode(0, as: String.self) }
    }

    @Test(arguments: 0...3) func `lead from every version to the newest`(version: Int) async throws
    {
        let pool = try TestDatabase().pool
        let older = PostgresMigrator(area: "test", migrations: Array(Self.steps.prefix(version)))
        #expect(try await older.migrate(pool) == Array(1...3).prefix(version).map(\.self))
        let newest = PostgresMigrator(area: "test", migrations: Self.steps)
        #expect(try await newest.migrate(pool) == Array((1...3).dropFirst(version)))
        #expect(try await newest.migrate(pool) == [])
        #expect(try await columns(pool) == ["idNO", "nameNO"])
    }

    @Test func `are taken once by many at the same time`() async throws {
        let database = try TestDatabase { $0.poolSize = 8 }
        let migrator = PostgresMigrator(area: "test", migrations: Self.steps)
        let taken = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<8 { group.addTask { try await migrator.migrate(database.pool) } }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken == [1, 2, 3])
    }

    @Test func `are refused when the schema is newer, another, or has gaps`() async throws {
        let pool = try TestDatabase().pool
        try await PostgresMigrator(area: "test", migrations: Self.steps).migrate(pool)
        var changed = Self.steps
        changed[1] = PostgresMigration(version: 2, name: "names", statements: ["SELECT 1"])
        for steps in [Array(Self.steps.prefix(2)), changed, Array(Self.steps.dropFirst())] {
            let error = await #expect(throws: PostgresError.self) {
                try await PostgresMigrator(area: "test", migrations: steps).migrate(pool)
            }
            #expect(error?.code == .migration)
        }
    }

    @Test func `leave nothing of a step that fails`() async throws {
        let pool = try TestDatabase().pool
        let broken = PostgresMigration(
            version: 2,
            name: "broken",
            statements: ["ALTER TABLE account ADD name text", "SELECT 1 / 0"]
        )
        let error = await #expect(throws: PostgresError.self) {
            try await PostgresMigrator(area: "test", migrations: [Self.steps[0], broken])
                .migrate(pool)
        }
        #expect(error?.subject == "version 2 of test, broken")
        #expect(error?.sqlState == "22012")
        #expect(try await columns(pool) == [])
    }
}

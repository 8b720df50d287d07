import GRDB
import SignetRegistry

/// The tables, version by version.
///
/// A version that was released is never edited.
enum Schema {
    private static let versions = [("1", version1), ("2", version2)]

    /// Takes the steps that are missing, all or none, also when many open a new file at once.
    ///
    /// GRDB's own migrator looks what is missing before it locks, so that the second of two who open
    /// a new file fails; the table of the steps is its own.
    ///
    /// - Throws: ``RegistryError/Code-swift.struct/newerStore`` for a file with steps that are not
    ///   known here, or an error of SQLite.
    static func bringUpToDate(_ pool: DatabasePool) throws {
        let isNewest = try pool.read { database in
            try stepsTaken(database) == versions.count
        }
        guard !isNewest else { return }
        try pool.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                try database.execute(
                    sql: """
                        CREATE TABLE IF NOT EXISTS grdb_migrations
                            (identifier TEXT NOT NULL PRIMARY KEY)
                        """
                )
                for (name, statements) in try missing(database) {
                    try database.execute(sql: statements)
                    try database.execute(
                        sql: "INSERT INTO grdb_migrations VALUES (?)",
                        arguments: [name]
                    )
                }
                return .commit
            }
        }
    }

    /// How many steps there are.
    static var stepCount: Int { versions.count }

    /// How many steps a file has taken.
    ///
    /// - Throws: ``RegistryError/Code-swift.struct/newerStore`` for a file with steps that are not
    ///   known here, or an error of SQLite.
    static func stepsTaken(_ database: Database) throws -> Int {
        guard try database.tableExists("grdb_migrations") else { return 0 }
        return versions.count - (try missing(database).count)
    }

    /// The steps that were not taken yet.
    private static func missing(_ database: Database) throws -> [(String, String)] {
        let taken = try String.fetchSet(database, sql: "SELECT identifier FROM grdb_migrations")
        guard taken.isSubset(of: versions.map(\.0)) else { throw RegistryError(.newerStore) }
        return versions.filter { !taken.contains($0.0) }
    }

    /// States and events are numbers: their place in `allCases`.
    ///
    /// Times are Unix milliseconds.
    ///
    /// A node's `due` is when it expires, or is to be forgotten once it has ended. `parents` are
    /// those of `edges`, in their order, so that a node is read from one row.
    private static let version1 = """
        CREATE TABLE owners (
            number INTEGER PRIMARY KEY,
            tenant TEXT NOT NULL,
            user TEXT NOT NULL,
            UNIQUE (tenant, user)
        ) STRICT;
        CREATE TABLE nodes (
            number INTEGER PRIMARY KEY,
            core BLOB NOT NULL,
            kind TEXT NOT NULL,
            owner INTEGER NOT NULL REFERENCES owners,
            state INTEGER NOT NULL,
            created INTEGER NOT NULL,
            touched INTEGER NOT NULL,
            lifetime INTEGER NOT NULL,
            ended INTEGER,
            due INTEGER NOT NULL,
            holder BLOB,
            parents TEXT NOT NULL,
            metadata TEXT NOT NULL,
            UNIQUE (core, kind)
        ) STRICT;
        CREATE INDEX nodes_owner ON nodes (owner, core, kind);
        CREATE INDEX nodes_due ON nodes (due);
        CREATE INDEX nodes_holder ON nodes (holder) WHERE holder IS NOT NULL;
        CREATE TABLE edges (
            parent INTEGER NOT NULL,
            child INTEGER NOT NULL,
            PRIMARY KEY (parent, child)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX edges_child ON edges (child);
        CREATE TABLE tallies (
            owner INTEGER NOT NULL,
            kind TEXT NOT NULL,
            active INTEGER NOT NULL,
            PRIMARY KEY (owner, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE aliases (
            original TEXT NOT NULL,
            kind TEXT NOT NULL,
            node INTEGER NOT NULL,
            family TEXT NOT NULL,
            PRIMARY KEY (original, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX aliases_node ON aliases (node);
        CREATE TABLE holders (
            holder BLOB PRIMARY KEY,
            deadline INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX holders_deadline ON holders (deadline);
        CREATE TABLE changes (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            event INTEGER NOT NULL,
            core BLOB NOT NULL,
            kind TEXT NOT NULL,
            owner INTEGER NOT NULL REFERENCES owners,
            time INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX changes_owner ON changes (owner, sequence);
        CREATE TABLE leases (
            pool TEXT NOT NULL,
            number INTEGER NOT NULL,
            token INTEGER NOT NULL,
            deadline INTEGER NOT NULL,
            PRIMARY KEY (pool, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE lease_tokens (
            pool TEXT PRIMARY KEY,
            last INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// Audit logs and the flags of a rollout.
    ///
    /// Records and checkpoints are the lines of a log's file, byte by byte, with the number by which
    /// they are found. A chain's row says where it ends, which segment is open and what was signed
    /// last; that stays when everything else is dropped. Several checkpoints may stand at one record.
    ///
    /// Of each flag one change is the current one.
    private static let version2 = """
        CREATE TABLE audit_chains (
            number INTEGER PRIMARY KEY,
            tenant TEXT NOT NULL UNIQUE,
            sequence INTEGER NOT NULL,
            hash TEXT NOT NULL,
            segment INTEGER NOT NULL,
            checkpoint TEXT
        ) STRICT;
        CREATE TABLE audit_segments (
            chain INTEGER NOT NULL REFERENCES audit_chains,
            first INTEGER NOT NULL,
            predecessor TEXT NOT NULL,
            last INTEGER,
            seal TEXT,
            PRIMARY KEY (chain, first)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE audit_records (
            number INTEGER PRIMARY KEY,
            chain INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            line TEXT NOT NULL,
            UNIQUE (chain, sequence)
        ) STRICT;
        CREATE TABLE audit_checkpoints (
            number INTEGER PRIMARY KEY,
            chain INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            line TEXT NOT NULL
        ) STRICT;
        CREATE INDEX audit_checkpoints_place ON audit_checkpoints (chain, sequence);
        CREATE TABLE flags (
            revision INTEGER PRIMARY KEY,
            target TEXT NOT NULL,
            is_current INTEGER NOT NULL,
            stage TEXT NOT NULL,
            previous TEXT,
            time INTEGER NOT NULL,
            actor TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX flags_current ON flags (target) WHERE is_current;
        CREATE INDEX flags_target ON flags (target, revision);
        CREATE TABLE flag_tallies (
            instance TEXT NOT NULL,
            place INTEGER NOT NULL,
            step INTEGER NOT NULL,
            tally TEXT NOT NULL,
            PRIMARY KEY (instance, place)
        ) STRICT, WITHOUT ROWID;
        """
}

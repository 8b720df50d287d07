import GRDB

/// The tables, version by version.
///
/// A version that was released is never edited.
enum Schema {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: version1) }
        return migrator
    }()

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
}

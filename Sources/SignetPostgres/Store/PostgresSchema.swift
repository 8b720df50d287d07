/// The tables of a registry, version by version.
///
/// A version that was released is never edited.
enum PostgresSchema {
    static let migrator = PostgresMigrator(
        area: "registry",
        migrations: [PostgresMigration(version: 1, name: "registry and leases", statements: first)]
    )

    /// States and events are numbers: their place in `allCases`.
    ///
    /// Times are Unix milliseconds.
    ///
    /// A node's `due` is when it expires, or is to be forgotten once it has ended. `parents` are
    /// those of the edges, in their order, so that a node is read from one row. `mark` names the
    /// call that wrote the row last, by which a call finds its own work after a lost connection.
    ///
    /// Texts compare byte by byte (`COLLATE "C"`), whatever the database's language.
    private static let first = [
        """
        CREATE TABLE signet_owner (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            tenant text COLLATE "C" NOT NULL,
            name text COLLATE "C" NOT NULL,
            UNIQUE (tenant, name)
        )
        """,
        "CREATE SEQUENCE signet_node_number",
        """
        CREATE TABLE signet_node (
            number bigint PRIMARY KEY,
            core uuid NOT NULL,
            kind text COLLATE "C" NOT NULL,
            owner bigint NOT NULL REFERENCES signet_owner,
            state smallint NOT NULL,
            created bigint NOT NULL,
            touched bigint NOT NULL,
            lifetime bigint NOT NULL,
            ended bigint,
            due bigint NOT NULL,
            holder uuid,
            parents text NOT NULL,
            metadata text NOT NULL,
            mark bigint NOT NULL,
            UNIQUE (core, kind)
        )
        """,
        "CREATE INDEX signet_node_owner ON signet_node (owner, core, kind)",
        "CREATE INDEX signet_node_due ON signet_node (due)",
        "CREATE INDEX signet_node_holder ON signet_node (holder) WHERE holder IS NOT NULL",
        """
        CREATE TABLE signet_edge (
            parent bigint NOT NULL,
            child bigint NOT NULL,
            PRIMARY KEY (parent, child)
        )
        """,
        "CREATE INDEX signet_edge_child ON signet_edge (child)",
        """
        CREATE TABLE signet_tally (
            owner bigint NOT NULL,
            kind text COLLATE "C" NOT NULL,
            active bigint NOT NULL,
            PRIMARY KEY (owner, kind)
        )
        """,
        """
        CREATE TABLE signet_alias (
            original text COLLATE "C" NOT NULL,
            kind text COLLATE "C" NOT NULL,
            node bigint NOT NULL,
            family text NOT NULL,
            PRIMARY KEY (original, kind)
        )
        """,
        "CREATE INDEX signet_alias_node ON signet_alias (node)",
        "CREATE TABLE signet_holder (holder uuid PRIMARY KEY, deadline bigint NOT NULL)",
        "CREATE INDEX signet_holder_deadline ON signet_holder (deadline)",
        """
        CREATE TABLE signet_change (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            sequence bigint UNIQUE,
            event smallint NOT NULL,
            core uuid NOT NULL,
            kind text COLLATE "C" NOT NULL,
            owner bigint NOT NULL,
            time bigint NOT NULL
        )
        """,
        "CREATE INDEX signet_change_fresh ON signet_change (number) WHERE sequence IS NULL",
        "CREATE INDEX signet_change_owner ON signet_change (owner, sequence)",
        "CREATE TABLE signet_order (last bigint NOT NULL, forgotten bigint NOT NULL)",
        "INSERT INTO signet_order VALUES (0, 0)",
        """
        CREATE TABLE signet_lease_pool (
            pool text COLLATE "C" PRIMARY KEY,
            last bigint NOT NULL
        )
        """,
        """
        CREATE TABLE signet_lease (
            pool text COLLATE "C" NOT NULL,
            number bigint NOT NULL,
            token bigint NOT NULL,
            deadline bigint NOT NULL,
            mark bigint NOT NULL,
            PRIMARY KEY (pool, number)
        )
        """,
    ]
}

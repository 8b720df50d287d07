/// The tables of a store, version by version.
///
/// A version that was released is never edited.
enum PostgresSchema {
    static let migrator = PostgresMigrator(
        area: "registry",
        migrations: [
            PostgresMigration(version: 1, name: "registry and leases", statements: first),
            PostgresMigration(version: 2, name: "audit logs and flags", statements: second),
        ]
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

    /// Audit logs and the flags of a rollout.
    ///
    /// Records and checkpoints are the lines of a log's file, byte by byte, with the number by which
    /// they are found. A chain's row says where it ends, which segment is open and what was signed
    /// last; that stays when everything else is dropped. Several checkpoints may stand at one record.
    ///
    /// Of each flag one change is the current one.
    private static let second = [
        """
        CREATE TABLE signet_audit_chain (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            tenant text COLLATE "C" NOT NULL UNIQUE,
            sequence bigint NOT NULL,
            hash text NOT NULL,
            segment bigint NOT NULL,
            checkpoint text
        )
        """,
        """
        CREATE TABLE signet_audit_segment (
            chain bigint NOT NULL,
            first bigint NOT NULL,
            predecessor text NOT NULL,
            last bigint,
            seal text,
            PRIMARY KEY (chain, first)
        )
        """,
        """
        CREATE TABLE signet_audit_record (
            chain bigint NOT NULL,
            sequence bigint NOT NULL,
            line text NOT NULL,
            PRIMARY KEY (chain, sequence)
        )
        """,
        """
        CREATE TABLE signet_audit_checkpoint (
            number bigint GENERATED ALWAYS AS IDENTITY,
            chain bigint NOT NULL,
            sequence bigint NOT NULL,
            line text NOT NULL,
            PRIMARY KEY (chain, sequence, number)
        )
        """,
        """
        CREATE TABLE signet_flag (
            revision bigint PRIMARY KEY,
            target text COLLATE "C" NOT NULL,
            is_current boolean NOT NULL,
            stage text NOT NULL,
            previous text,
            time bigint NOT NULL,
            actor text NOT NULL,
            reason text NOT NULL,
            mark bigint NOT NULL
        )
        """,
        "CREATE UNIQUE INDEX signet_flag_current ON signet_flag (target) WHERE is_current",
        "CREATE INDEX signet_flag_target ON signet_flag (target, revision)",
        """
        CREATE TABLE signet_flag_tally (
            instance text COLLATE "C" NOT NULL,
            place bigint NOT NULL,
            step bigint NOT NULL,
            tally text NOT NULL,
            PRIMARY KEY (instance, place)
        )
        """,
    ]
}

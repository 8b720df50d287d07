import Signet
import SignetRegistry

/// What decides whether nodes may be recorded, as it stands while their owners are locked.
struct PostgresInsertionFacts {
    /// The owners that have rows.
    var owners: [Owner: Int64] = [:]
    /// Those of the nodes, their parents and the aliases' nodes that are there.
    var nodes: [AnyID: StoredNode] = [:]
    /// The nodes of this call, as far as they were judged.
    var added: [AnyID: (number: Int64, node: Node)] = [:]
    /// The holders that are there.
    var holders: Set<Core> = []
    /// How many of a kind an owner has alive.
    var tallies: [Tally: Int] = [:]
    /// Numbers for new rows.
    var numbers: [Int64] = []

    struct Tally: Hashable {
        let owner: Int64
        let kind: Kind
    }

    init() {}

    /// Locks and reads, in one go.
    init(_ rows: PostgresRows, _ nodes: [Node], _ aliases: [Alias], _ owners: [Owner]) throws {
        let names: [PostgresValue] = [
            .texts(owners.map { $0.tenant }), .texts(owners.map { $0.user }),
        ]
        let ids = Set(nodes.flatMap { [$0.id] + $0.parents } + aliases.map { $0.id })
            .sorted()
        let kinds = Set(nodes.map { $0.id.kind }).map { $0.description }
        let results = try rows.session.batch([
            Self.holders(of: nodes),
            PostgresStatement(
                """
                SELECT owner.number, owner.tenant, owner.name FROM signet_owner AS owner
                WHERE (tenant, name) IN (SELECT * FROM unnest($1::text[], $2::text[]))
                ORDER BY owner.number FOR UPDATE
                """,
                names
            ),
            PostgresStatement(
                """
                SELECT \(StoredNode.columns)
                FROM unnest($1::uuid[], $2::text[]) AS wanted (core, kind)
                JOIN signet_node AS node ON node.core = wanted.core AND node.kind = wanted.kind
                JOIN signet_owner AS owner ON owner.number = node.owner
                """,
                [.uuids(ids.map { $0.core }), .texts(ids.map { $0.kind.description })]
            ),
            PostgresStatement(
                """
                SELECT tally.owner, tally.kind, tally.active FROM signet_tally AS tally
                JOIN signet_owner AS owner ON owner.number = tally.owner
                WHERE (tenant, name) IN (SELECT * FROM unnest($1::text[], $2::text[]))
                    AND kind = ANY ($3)
                """,
                names + [.texts(kinds)]
            ),
            PostgresStatement(
                "SELECT nextval('signet_node_number') FROM generate_series(1, $1)",
                [.int(Int64(nodes.count))]
            ),
        ])
        holders = Set(try results[0].map { try $0.decode(0, as: Core.self) })
        for row in results[1] {
            let owner = Owner(storedUser: try row.decode(2), tenant: try row.decode(1))
            self.owners[owner] = try row.decode(0)
        }
        for row in results[2] {
            let node = try StoredNode(row)
            self.nodes[node.node.id] = node
        }
        for row in results[3] {
            let tally = Tally(owner: try row.decode(0), kind: try Kind(stored: try row.decode(1)))
            tallies[tally] = Int(try row.decode(2, as: Int64.self))
        }
        // The last is taken first.
        numbers = try results[4].map { try $0.decode(0, as: Int64.self) }.reversed()
    }

    /// Holders are locked before owners, here as where a holder leaves.
    ///
    /// They stay until this call is done, so that what they are given now is not left behind.
    private static func holders(of nodes: [Node]) -> PostgresStatement {
        let time = nodes.map { $0.created }.max() ?? 0
        return PostgresStatement(
            """
            SELECT holder FROM signet_holder WHERE holder = ANY ($1) AND deadline > $2
            ORDER BY holder FOR SHARE
            """,
            [
                .uuids(Set(nodes.compactMap { $0.holder?.core }).map(\.self)),
                .int(Int64(clamping: time)),
            ]
        )
    }
}

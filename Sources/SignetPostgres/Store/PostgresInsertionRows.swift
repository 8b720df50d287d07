import Signet
import SignetRegistry

/// The columns of new rows, each an array, so that any number of rows is one statement a table.
struct PostgresInsertionRows {
    private var numbers: [Int64] = []
    private var nodes: [Node] = []
    private var owners: [Int64] = []
    private var metadata: [String] = []
    private var edges: (parents: [Int64], children: [Int64]) = ([], [])
    private var tallies: [PostgresInsertionFacts.Tally: Int64] = [:]

    var isEmpty: Bool { nodes.isEmpty }

    mutating func append(_ node: Node, number: Int64, owner: Int64, parents: [Int64]) throws {
        numbers.append(number)
        nodes.append(node)
        owners.append(owner)
        metadata.append(try StoredMetadata.text(node.metadata))
        for parent in parents {
            edges.parents.append(parent)
            edges.children.append(number)
        }
        tallies[.init(owner: owner, kind: node.id.kind), default: 0] += 1
    }

    func statements(mark: Int64) -> [PostgresStatement] {
        var statements = [nodeStatement(mark), tallyStatement, changeStatement]
        if !edges.parents.isEmpty {
            statements.append(
                PostgresStatement(
                    """
                    INSERT INTO signet_edge (parent, child)
                    SELECT * FROM unnest($1::bigint[], $2::bigint[])
                    """,
                    [.ints(edges.parents), .ints(edges.children)]
                )
            )
        }
        return statements
    }

    private var cores: PostgresValue { .uuids(nodes.map { $0.id.core }) }
    private var kinds: PostgresValue { .texts(nodes.map { $0.id.kind.description }) }

    private func times(_ time: (Node) -> UInt64) -> PostgresValue {
        .ints(nodes.map { Int64(clamping: time($0)) })
    }

    private func nodeStatement(_ mark: Int64) -> PostgresStatement {
        PostgresStatement(
            """
            INSERT INTO signet_node (number, core, kind, owner, created, touched, lifetime, due,
                holder, parents, metadata, state, mark)
            SELECT *, 0, $12 FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::bigint[],
                $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::uuid[], $10::text[],
                $11::text[])
            """,
            [
                .ints(numbers), cores, kinds, .ints(owners), times { $0.created },
                times { $0.touched }, times { $0.lifetime }, times { $0.expires },
                .uuids(nodes.map { $0.holder?.core }),
                .texts(nodes.map { AnyID.stored($0.parents) }), .texts(metadata), .int(mark),
            ]
        )
    }

    private var tallyStatement: PostgresStatement {
        let tallies = tallies.sorted {
            ($0.key.owner, $0.key.kind.description) < ($1.key.owner, $1.key.kind.description)
        }
        return PostgresStatement(
            """
            INSERT INTO signet_tally AS tally (owner, kind, active)
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[])
            ON CONFLICT (owner, kind) DO UPDATE SET active = tally.active + excluded.active
            """,
            [
                .ints(tallies.map { $0.key.owner }),
                .texts(tallies.map { $0.key.kind.description }),
                .ints(tallies.map { $0.value }),
            ]
        )
    }

    private var changeStatement: PostgresStatement {
        PostgresStatement(
            """
            INSERT INTO signet_change (event, core, kind, owner, time)
            SELECT \(Change.Event.recorded.stored), * FROM unnest($1::uuid[], $2::text[],
                $3::bigint[], $4::bigint[])
            """,
            [cores, kinds, .ints(owners), times { $0.created }]
        )
    }
}

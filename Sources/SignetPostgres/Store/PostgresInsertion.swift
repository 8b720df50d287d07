import Signet
import SignetRegistry

/// One call that records nodes.
///
/// It locks the owners, reads all that decides, judges, and writes all at once: three waits for the
/// network, however many nodes there are. Its transaction is undone when it throws.
struct PostgresInsertion {
    private let rows: PostgresRows
    private let isAdopting: Bool
    private var facts = PostgresInsertionFacts()
    private var writing = PostgresInsertionRows()

    init(_ rows: PostgresRows, isAdopting: Bool) {
        self.rows = rows
        self.isAdopting = isAdopting
    }

    /// Makes the rows of owners who have none.
    static func add(ownersOf nodes: [Node], _ rows: PostgresRows) throws {
        let owners = Self.owners(of: nodes)
        try rows.session.query(
            """
            INSERT INTO signet_owner (tenant, name)
            SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING
            """,
            [.texts(owners.map { $0.tenant }), .texts(owners.map { $0.user })]
        )
    }

    /// Each once, in an order that all processes have in common.
    private static func owners(of nodes: [Node]) -> [Owner] {
        Set(nodes.map { $0.owner }).sorted { ($0.tenant, $0.user) < ($1.tenant, $1.user) }
    }

    /// Records nodes and aliases.
    ///
    /// - Returns: The nodes as they are in the store now; nil if an owner has no row yet, and
    ///   nothing was done.
    /// - Throws: ``RegistryError`` or ``PostgresError``.
    mutating func insert(_ nodes: [Node], aliases: [Alias]) throws -> [Node]? {
        let owners = Self.owners(of: nodes)
        facts = try PostgresInsertionFacts(rows, nodes, aliases, owners)
        guard facts.owners.count == owners.count else { return nil }
        let isMarked = nodes.contains { facts.nodes[$0.id]?.mark == rows.mark }
        if rows.session.mayBeDone, isMarked {
            // The first attempt was stored, and only its answer was lost.
            return nodes.map { facts.nodes[$0.id]?.node ?? $0 }
        }
        var given: [Node] = []
        given.reserveCapacity(nodes.count)
        for node in nodes { given.append(try judged(node)) }
        try write()
        try write(aliases)
        return given
    }

    /// The node that is there already and may be, or the new one, which is to be written.
    private mutating func judged(_ node: Node) throws -> Node {
        if let known = facts.nodes[node.id] {
            guard isAdopting, known.node.state == .active, known.node.owner == node.owner else {
                throw RegistryError(.conflict, kind: node.id.kind)
            }
            return known.node
        }
        if let added = facts.added[node.id] {
            guard isAdopting, added.node.owner == node.owner else {
                throw RegistryError(.conflict, kind: node.id.kind)
            }
            return added.node
        }
        let parents = try node.parents.map { try number(ofParent: $0, of: node) }
        if let holder = node.holder, !facts.holders.contains(holder.core) {
            throw RegistryError(.holderLost)
        }
        guard let owner = facts.owners[node.owner], let number = facts.numbers.popLast() else {
            throw RegistryError(.damaged)
        }
        let tally = PostgresInsertionFacts.Tally(owner: owner, kind: node.id.kind)
        guard facts.tallies[tally, default: 0] < rows.policy.limit(of: node.id.kind) else {
            throw RegistryError(.limitReached, kind: node.id.kind)
        }
        facts.tallies[tally, default: 0] += 1
        facts.added[node.id] = (number, node)
        try writing.append(node, number: number, owner: owner, parents: parents)
        return node
    }

    /// The row to hang a node below.
    private func number(ofParent id: AnyID, of node: Node) throws -> Int64 {
        let stored = facts.nodes[id].map { ($0.number, $0.node) } ?? facts.added[id]
        guard let (number, parent) = stored, parent.owner == node.owner, parent.state == .active,
            parent.expires > node.created
        else { throw RegistryError(.parentNotFound, kind: id.kind) }
        return number
    }

    private func write() throws {
        guard !writing.isEmpty else { return }
        do throws(PostgresError) {
            try rows.session.batch(writing.statements(mark: rows.mark))
        } catch {
            // Another owner has just recorded the same ID.
            guard error.sqlState == "23505" else { throw error }
            throw RegistryError(.conflict, cause: error)
        }
    }

    private func write(_ aliases: [Alias]) throws {
        guard !aliases.isEmpty else { return }
        let numbers = try aliases.map { alias in
            guard let number = facts.nodes[alias.id]?.number ?? facts.added[alias.id]?.number else {
                throw RegistryError(.notFound, kind: alias.id.kind)
            }
            return number
        }
        let values: [PostgresValue] = [
            .texts(aliases.map { $0.original }), .texts(aliases.map { $0.id.kind.description }),
            .ints(numbers),
        ]
        let results = try rows.session.batch([
            PostgresStatement(
                """
                INSERT INTO signet_alias (original, kind, node, family)
                SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[])
                ON CONFLICT DO NOTHING
                """,
                values + [.texts(aliases.map { $0.family })]
            ),
            PostgresStatement(
                """
                SELECT new.kind FROM unnest($1::text[], $2::text[], $3::bigint[])
                    AS new (original, kind, node)
                JOIN signet_alias AS alias
                    ON alias.original = new.original AND alias.kind = new.kind
                WHERE alias.node <> new.node
                """,
                values
            ),
        ])
        if let row = results[1].first {
            throw RegistryError(.conflict, kind: try Kind(stored: try row.decode(0)))
        }
    }
}

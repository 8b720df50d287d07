import Foundation
import GRDB
import Signet
import SignetRegistry

/// One call that records nodes.
///
/// Its transaction is undone when it throws.
struct NodeInsertion {
    private let rows: NodeRows
    private let isAdopting: Bool
    /// The nodes that may be hung below, as far as they were looked up.
    private var parents: [AnyID: Parent] = [:]
    private var holders: Set<Holder> = []
    /// How many of a kind an owner has alive, with those of this call.
    private var tallies: [Tally: (before: Int, added: Int)] = [:]

    private struct Parent {
        let number: Int64
        let owner: Owner
        let expires: UInt64
    }

    private struct Tally: Hashable {
        let owner: Int64
        let kind: Kind
    }

    init(_ rows: NodeRows, isAdopting: Bool) {
        self.rows = rows
        self.isAdopting = isAdopting
    }

    /// Records nodes and aliases.
    ///
    /// - Returns: The nodes as they are in the store now.
    /// - Throws: ``RegistryError``.
    mutating func insert(_ nodes: [Node], aliases: [Alias]) throws -> [Node] {
        var given: [Node] = []
        given.reserveCapacity(nodes.count)
        for node in nodes {
            if let known = try known(node) {
                given.append(known)
                continue
            }
            try insert(node)
            given.append(node)
        }
        for (tally, count) in tallies where count.added > 0 {
            try rows.count(count.added, owner: tally.owner, kind: tally.kind.description)
        }
        for alias in aliases { try insert(alias) }
        return given
    }

    /// The node that is there already and may be.
    private func known(_ node: Node) throws -> Node? {
        guard isAdopting, let known = try rows.row(of: node.id, in: .all)?.node else { return nil }
        guard known.state == .active, known.owner == node.owner else {
            throw RegistryError(.conflict, kind: node.id.kind)
        }
        return known
    }

    private mutating func insert(_ node: Node) throws {
        var numbers: [Int64] = []
        for parent in node.parents { numbers.append(try number(ofParent: parent, of: node)) }
        if let holder = node.holder { try require(holder, at: node.created) }
        let owner = try rows.addedNumber(of: node.owner)
        try count(Tally(owner: owner, kind: node.id.kind))
        do {
            try insertRow(of: node, owner: owner)
        } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
        {
            throw RegistryError(.conflict, kind: node.id.kind)
        }
        let number = rows.database.lastInsertedRowID
        for parent in numbers {
            try rows.run("INSERT INTO edges (parent, child) VALUES (?, ?)", [parent, number])
        }
        parents[node.id] = Parent(number: number, owner: node.owner, expires: node.expires)
        try rows.note(
            .recorded,
            core: node.id.core.data,
            kind: node.id.kind.description,
            owner: owner,
            at: Int64(clamping: node.created)
        )
    }

    private func insertRow(of node: Node, owner: Int64) throws {
        try rows.run(
            """
            INSERT INTO nodes (core, kind, owner, state, created, touched, lifetime, due, holder, \
            parents, metadata) VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                node.id.core.data, node.id.kind.description, owner, Int64(clamping: node.created),
                Int64(clamping: node.touched), Int64(clamping: node.lifetime),
                Int64(clamping: node.expires), node.holder?.core.data,
                AnyID.stored(node.parents), try StoredMetadata.text(node.metadata),
            ]
        )
    }

    /// The row to hang a node below.
    private mutating func number(ofParent id: AnyID, of node: Node) throws -> Int64 {
        if parents[id] == nil {
            guard let row = try rows.row(of: id, in: .owned(by: node.owner)),
                row.node.state == .active
            else { throw RegistryError(.parentNotFound, kind: id.kind) }
            parents[id] = Parent(
                number: row.number,
                owner: row.node.owner,
                expires: row.node.expires
            )
        }
        guard let parent = parents[id], parent.owner == node.owner, parent.expires > node.created
        else { throw RegistryError(.parentNotFound, kind: id.kind) }
        return parent.number
    }

    private mutating func require(_ holder: Holder, at time: UInt64) throws {
        if holders.contains(holder) { return }
        let isThere = try Int.fetchOne(
            rows.database.cachedStatement(
                sql: "SELECT 1 FROM holders WHERE holder = ? AND deadline > ?"
            ),
            arguments: [holder.core.data, Int64(clamping: time)]
        )
        guard isThere != nil else { throw RegistryError(.holderLost) }
        holders.insert(holder)
    }

    /// Counts one more of a kind, if the owner may have it.
    private mutating func count(_ tally: Tally) throws {
        var count =
            try tallies[tally]
            ?? (
                before: Int.fetchOne(
                    rows.database.cachedStatement(
                        sql: "SELECT active FROM tallies WHERE owner = ? AND kind = ?"
                    ),
                    arguments: [tally.owner, tally.kind.description]
                ) ?? 0, added: 0
            )
        guard count.before + count.added < rows.policy.limit(of: tally.kind) else {
            throw RegistryError(.limitReached, kind: tally.kind)
        }
        count.added += 1
        tallies[tally] = count
    }

    private func insert(_ alias: Alias) throws {
        guard let row = try rows.row(of: alias.id, in: .all) else {
            throw RegistryError(.notFound, kind: alias.id.kind)
        }
        try rows.run(
            """
            INSERT INTO aliases (original, kind, node, family) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            [alias.original, alias.id.kind.description, row.number, alias.family]
        )
        let known = try Int64.fetchOne(
            rows.database.cachedStatement(
                sql: "SELECT node FROM aliases WHERE original = ? AND kind = ?"
            ),
            arguments: [alias.original, alias.id.kind.description]
        )
        guard known == row.number else { throw RegistryError(.conflict, kind: alias.id.kind) }
    }
}

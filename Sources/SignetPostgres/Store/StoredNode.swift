import Signet
import SignetRegistry

/// A node with the numbers of its row and of its owner's.
struct StoredNode {
    /// The columns that a node is read from, of `node` joined with `signet_owner AS owner`.
    static let columns = """
        node.number, node.core, node.kind, owner.tenant, owner.name, node.parents, node.metadata,
        node.holder, node.lifetime, node.created, node.touched, node.state, node.ended, node.owner,
        node.mark
        """
    /// What they are read from.
    static let source =
        "signet_node AS node JOIN signet_owner AS owner ON owner.number = node.owner"

    let number: Int64
    let owner: Int64
    let mark: Int64
    let node: Node

    init(_ row: PostgresRow) throws {
        number = try row.decode(0)
        owner = try row.decode(13)
        mark = try row.decode(14)
        let holder: Core? = try row.decode(7)
        let ended: Int64? = try row.decode(12)
        var node = Node(
            id: AnyID(try Kind(stored: try row.decode(2)), try row.decode(1)),
            owner: Owner(storedUser: try row.decode(4), tenant: try row.decode(3)),
            parents: try AnyID.ids(stored: try row.decode(5)),
            metadata: try StoredMetadata.metadata(try row.decode(6)),
            holder: holder.map(Holder.init),
            lifetime: UInt64(clamping: try row.decode(8, as: Int64.self)),
            created: UInt64(clamping: try row.decode(9, as: Int64.self))
        )
        node.touched = UInt64(clamping: try row.decode(10, as: Int64.self))
        node.state = try Node.State(stored: try row.decode(11))
        node.ended = ended.map { UInt64(clamping: $0) }
        self.node = node
    }
}

/// How values stand in columns.
extension Kind {
    /// Takes what a column holds.
    init(stored text: String) throws {
        guard let kind = Kind(text) else { throw RegistryError(.damaged) }
        self = kind
    }
}

extension AnyID {
    /// The parents of a node, as `kind/uuid` with spaces between them.
    static func stored(_ ids: [AnyID]) -> String {
        ids.map { "\($0.kind)/\($0.uuid)" }.joined(separator: " ")
    }

    /// Takes what ``stored(_:)`` wrote.
    static func ids(stored text: String) throws -> [AnyID] {
        try text.split(separator: " ").map { item in
            guard let slash = item.firstIndex(of: "/") else { throw RegistryError(.damaged) }
            let kind = try Kind(stored: String(item[..<slash]))
            do throws(IDError) {
                return AnyID(kind, try Core(uuid: String(item[item.index(after: slash)...])))
            } catch {
                throw RegistryError(.damaged, cause: error)
            }
        }
    }
}

extension Node.State {
    /// The number in the column.
    var stored: Int64 {
        switch self {
        case .active: 0
        case .released: 1
        case .expired: 2
        }
    }

    /// Takes what a column holds.
    init(stored: Int64) throws {
        guard let state = Self.allCases.first(where: { $0.stored == stored }) else {
            throw RegistryError(.damaged)
        }
        self = state
    }
}

extension Change.Event {
    /// The number in the column.
    var stored: Int64 {
        switch self {
        case .recorded: 0
        case .released: 1
        case .expired: 2
        }
    }

    /// Takes what a column holds.
    init(stored: Int64) throws {
        guard let event = Self.allCases.first(where: { $0.stored == stored }) else {
            throw RegistryError(.damaged)
        }
        self = event
    }
}

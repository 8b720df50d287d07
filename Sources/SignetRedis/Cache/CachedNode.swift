import Foundation
import Signet
import SignetRegistry

/// A living node as a JSON object, and back.
struct CachedNode: Codable {
    private let id: String
    private let tenant: String
    private let user: String
    private let parents: [String]
    private let metadata: [String: String]
    private let holder: String?
    private let lifetime: UInt64
    private let created: UInt64
    private let touched: UInt64

    init(_ node: Node) {
        id = Self.text(node.id)
        tenant = node.owner.tenant
        user = node.owner.user
        parents = node.parents.map(Self.text)
        metadata = node.metadata
        holder = node.holder.map { AnyID(node.id.kind, $0.core).uuid }
        lifetime = node.lifetime
        created = node.created
        touched = node.touched
    }

    /// Reads what ``text`` wrote.
    init(_ text: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }

    /// The JSON object.
    var text: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    /// The node.
    var node: Node {
        get throws {
            var node = Node(
                id: try Self.id(id),
                owner: Owner(storedUser: user, tenant: tenant),
                parents: try parents.map(Self.id),
                metadata: metadata,
                holder: try holder.map { Holder(try Core(uuid: $0)) },
                lifetime: lifetime,
                created: created
            )
            node.touched = touched
            return node
        }
    }

    /// Kind and UUID; adopted cores of every version are read again.
    private static func text(_ id: AnyID) -> String { "\(id.kind)/\(id.uuid)" }

    private static func id(_ text: String) throws -> AnyID {
        guard let slash = text.firstIndex(of: "/"), let kind = Kind(String(text[..<slash])) else {
            throw RegistryError(.damaged)
        }
        return AnyID(kind, try Core(uuid: String(text[text.index(after: slash)...])))
    }
}

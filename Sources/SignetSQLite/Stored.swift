import Foundation
import GRDB
import Signet
import SignetRegistry

/// How values stand in columns.
extension Core {
    /// The 16 bytes.
    var data: Data {
        let bytes = bytes
        return Data((0..<16).map { bytes[$0] })
    }

    /// Takes what a column holds.
    init(stored data: Data) throws {
        guard data.count == 16 else { throw RegistryError(.damaged) }
        let bytes = Array(data)
        do throws(IDError) { try self.init(adopting: [16 of UInt8] { bytes[$0] }) } catch {
            throw RegistryError(.damaged, cause: error)
        }
    }
}

extension AnyID {
    /// Takes what two columns hold.
    init(stored core: Data, _ kind: String) throws {
        guard let kind = Kind(kind) else { throw RegistryError(.damaged) }
        self.init(kind, try Core(stored: core))
    }

    /// The parents of a node, as `kind/uuid` with spaces between them.
    static func stored(_ ids: [AnyID]) -> String {
        ids.map { "\($0.kind)/\($0.uuid)" }.joined(separator: " ")
    }

    /// Takes what ``stored(_:)`` wrote.
    static func ids(stored text: String) throws -> [AnyID] {
        try text.split(separator: " ").map { item in
            guard let slash = item.firstIndex(of: "/"), let kind = Kind(String(item[..<slash]))
            else { throw RegistryError(.damaged) }
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
    var stored: Int {
        switch self {
        case .active: 0
        case .released: 1
        case .expired: 2
        }
    }

    /// Takes what a column holds.
    init(stored: Int) throws {
        guard let state = Self.allCases.first(where: { $0.stored == stored }) else {
            throw RegistryError(.damaged)
        }
        self = state
    }
}

extension Change.Event {
    /// The number in the column.
    var stored: Int {
        switch self {
        case .recorded: 0
        case .released: 1
        case .expired: 2
        }
    }

    /// Takes what a column holds.
    init(stored: Int) throws {
        guard let event = Self.allCases.first(where: { $0.stored == stored }) else {
            throw RegistryError(.damaged)
        }
        self = event
    }
}

/// The metadata of a node as a JSON object, and back.
enum StoredMetadata {
    static func text(_ metadata: [String: String]) throws -> String {
        guard !metadata.isEmpty else { return "" }
        return String(decoding: try JSONEncoder().encode(metadata), as: UTF8.self)
    }

    static func metadata(_ text: String) throws -> [String: String] {
        guard !text.isEmpty else { return [:] }
        do { return try JSONDecoder().decode([String: String].self, from: Data(text.utf8)) } catch {
            throw RegistryError(.damaged)
        }
    }
}

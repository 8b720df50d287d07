import Foundation
import SignetRegistry

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

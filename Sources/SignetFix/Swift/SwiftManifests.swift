import SignetScan
import Synchronization

/// Which folders lie in packages that depend on the library.
package final class SwiftManifests: Sendable {
    private static let product = ByteSearch("\"Signet\"")

    /// By folder: whether its manifest, or else the nearest one above it, names the product.
    private let known = Mutex<[String: Bool]>([:])

    /// Knows nothing.
    package init() {}

    /// Whether the nearest manifest above the file at `path` names the product.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - workingDirectory: What a relative path is relative to.
    /// - Returns: Whether it does; false if there is no manifest.
    func nameLibrary(above path: String, in workingDirectory: String) -> Bool {
        var reader = SourceReader(capacity: 1 << 14)
        var folders: [String] = []
        var rest = path.hasPrefix("/") ? path[...] : "\(workingDirectory)/\(path)"[...]
        var answer = false
        while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
            rest = rest[..<slash]
            let folder = String(rest)
            if let found = known.withLock({ $0[folder] }) ?? product(in: folder, &reader) {
                answer = found
                folders.append(folder)
                break
            }
            folders.append(folder)
        }
        known.withLock { known in
            for folder in folders { known[folder] = answer }
        }
        return answer
    }

    /// What the manifest in a folder says; `nil` if there is none.
    private func product(in folder: String, _ reader: inout SourceReader) -> Bool? {
        do throws(SourceReadError) {
            let path = Array("\(folder)/Package.swift".utf8)
            let count = try reader.read(path: path, followLinks: true)
            return Self.product.firstOffset(in: reader.buffer.span.extracting(..<count)) != nil
        } catch {
            return nil
        }
    }
}

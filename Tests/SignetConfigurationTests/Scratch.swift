import Foundation

/// A directory for a test's files, removed at its end.
final class Scratch {
    private let url = URL(filePath: NSTemporaryDirectory()).appending(path: "signet-\(UUID())")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Writes a file and gives its path.
    func write(_ name: String, _ content: String, mode: Int = 0o644) throws -> String {
        let path = url.appending(path: name).path(percentEncoded: false)
        try Data(content.utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return path
    }
}

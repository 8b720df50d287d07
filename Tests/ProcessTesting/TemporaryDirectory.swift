package import Foundation

/// A directory that is removed when nothing refers to it any more.
package final class TemporaryDirectory: Sendable {
    /// The directory.
    package let url: URL

    /// The directory's path, without a slash at the end.
    package var path: String { url.path(percentEncoded: false) }

    /// Creates an empty directory.
    package init() throws {
        url = URL(filePath: NSTemporaryDirectory()).appending(path: "signet-\(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Writes a file.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - content: What it holds.
    ///   - mode: Its permissions.
    /// - Returns: Where it is.
    /// - Throws: What the file system says.
    @discardableResult
    package func write(_ name: String, _ content: Data, mode: Int = 0o644) throws -> URL {
        let file = url.appending(path: name)
        try content.write(to: file)
        try FileManager.default.setAttributes(
            [.posixPermissions: mode],
            ofItemAtPath: file.path(percentEncoded: false)
        )
        return file
    }

    /// Writes a file of text and gives its path.
    @discardableResult
    package func write(_ name: String, _ content: String, mode: Int = 0o644) throws -> String {
        try write(name, Data(content.utf8), mode: mode).path(percentEncoded: false)
    }
}

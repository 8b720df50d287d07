import Foundation

extension Configuration {
    /// The name of the file.
    public static let fileName = "signet.yml"
    /// The greatest size of the file, in bytes.
    public static let maximumFileSize = 1 << 20

    /// Reads the nearest `signet.yml` upwards from a directory.
    ///
    /// - Parameter directory: An absolute path.
    /// - Returns: The built-in configuration when there is no file up to the root.
    /// - Throws: ``ConfigurationError``.
    public static func nearest(to directory: String) throws(ConfigurationError) -> Configuration {
        var folder = URL(filePath: directory, directoryHint: .isDirectory).standardizedFileURL
        while true {
            let candidate = folder.appending(path: fileName).path(percentEncoded: false)
            if FileManager.default.fileExists(atPath: candidate) {
                return try Configuration(file: candidate)
            }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            if parent == folder || folder.path == "/" { return .builtIn }
            folder = parent
        }
    }

    /// Reads a configuration file.
    ///
    /// - Parameter file: Its path.
    /// - Throws: ``ConfigurationError`` with the place of the fault.
    public init(file: String) throws(ConfigurationError) {
        let data: Data
        do {
            let handle = try FileHandle(forReadingFrom: URL(filePath: file))
            data = try handle.read(upToCount: Self.maximumFileSize + 1) ?? Data()
        } catch {
            throw ConfigurationError(.unreadable, "the file cannot be read", file: file)
        }
        guard data.count <= Self.maximumFileSize else {
            throw ConfigurationError(.unreadable, "the file is over 1 MiB", file: file)
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw ConfigurationError(.syntax, "the file is not UTF-8", file: file)
        }
        do throws(ConfigurationError) {
            try self.init(yaml: text, file: file)
        } catch {
            throw error.inFile(file)
        }
    }
}

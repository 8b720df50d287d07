import SignetScan

extension SourceReader {
    /// The text of a file; `nil` if it cannot be read.
    mutating func text(at path: String) -> String? {
        guard let count = try? read(path: Array(path.utf8), followLinks: true) else { return nil }
        return String(decoding: buffer[..<count], as: UTF8.self)
    }
}

/// Gives single lines of source files, for reports that show them.
///
/// The last file is kept, because findings come file by file.
package final class SourceLines {
    private let workingDirectory: String
    private var reader = SourceReader()
    private var decoder = SourceDecoder()
    private var path: String?
    private var lines: [String] = []

    /// Creates an empty cache for paths relative to `workingDirectory`.
    package init(workingDirectory: String) {
        self.workingDirectory = workingDirectory
    }

    /// The text of line `number`, from 1, of the file at `path`, if it can still be read.
    package func line(_ number: Int, of path: String) -> String? {
        if path != self.path {
            self.path = path
            lines = load(path) ?? []
        }
        return lines.indices.contains(number - 1) ? lines[number - 1] : nil
    }

    private func load(_ path: String) -> [String]? {
        let full = path.hasPrefix("/") ? path : workingDirectory + "/" + path
        guard let count = try? reader.read(path: Array(full.utf8), followLinks: true) else {
            return nil
        }
        let bytes = Array(reader.buffer[..<count])
        guard let text = try? decoder.decode(bytes.span) else { return nil }
        let decoded =
            switch text {
            case .raw(let start): String(decoding: bytes[start...], as: UTF8.self)
            case .converted: String(decoding: decoder.converted, as: UTF8.self)
            }
        let ends: Set<Character> = ["\n", "\r", "\r\n"]
        return decoded.split(omittingEmptySubsequences: false) { ends.contains($0) }
            .map { String($0) }
    }
}

/// Gives single lines of source files, for reports that show or measure them.
///
/// The last file is kept, because findings come file by file.
package final class SourceLines {
    private let workingDirectory: String
    private var reader = SourceReader()
    private var decoder = SourceDecoder()
    private var path: String?
    private var bytes: [UInt8] = []
    private var lines: [String] = []
    private var hashes: [String]?

    /// Creates an empty cache for paths relative to `workingDirectory`.
    package init(workingDirectory: String) {
        self.workingDirectory = workingDirectory
    }

    /// The text of line `number`, from 1, of the file at `path`, if it can still be read.
    package func line(_ number: Int, of path: String) -> String? {
        load(path)
        return lines.indices.contains(number - 1) ? lines[number - 1] : nil
    }

    /// The column of `location` in UTF-16 code units, from 1, if its line can still be read.
    package func utf16Column(of location: SourceLocation, in path: String) -> Int? {
        guard let line = line(location.line, of: path) else { return nil }
        let before = line.utf8.prefix(location.column - 1)
        if before.allSatisfy({ $0 < 0x80 }) { return location.column }
        return String(decoding: before, as: UTF8.self).utf16.count + 1
    }

    /// The hash by which GitHub recognises line `number`, from 1, of the file at `path`.
    package func hash(ofLine number: Int, in path: String) -> String? {
        load(path)
        let all = hashes ?? LineHashes.hashes(of: bytes)
        hashes = all
        return lines.indices.contains(number - 1) && all.indices.contains(number - 1)
            ? all[number - 1] : nil
    }

    private func load(_ path: String) {
        if path == self.path { return }
        self.path = path
        bytes = []
        lines = []
        hashes = nil
        let full = path.hasPrefix("/") ? path : workingDirectory + "/" + path
        guard let count = try? reader.read(path: Array(full.utf8), followLinks: true) else {
            return
        }
        bytes = Array(reader.buffer[..<count])
        guard let text = try? decoder.decode(bytes.span) else { return }
        switch text {
        case .raw(let start): lines = Self.split(bytes[start...])
        case .converted: lines = Self.split(decoder.converted[...])
        }
    }

    /// The lines of `bytes`, ended by line feeds, carriage returns, or both.
    private static func split(_ bytes: ArraySlice<UInt8>) -> [String] {
        var lines: [String] = []
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == 0x0a || byte == 0x0d {
                lines.append(String(decoding: bytes[start..<index], as: UTF8.self))
                let isPair = byte == 0x0d && index + 1 < bytes.endIndex && bytes[index + 1] == 0x0a
                index += isPair ? 1 : 0
                start = index + 1
            }
            index += 1
        }
        lines.append(String(decoding: bytes[start...], as: UTF8.self))
        return lines
    }
}

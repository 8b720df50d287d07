import Foundation
import SignetFix
import Testing

/// A file before and after, as a file of `Fixtures/Rewrites` tells it.
///
///     === What the case shows
///     @python 3.12
///     @path app/main.py
///     the text before
///     +++ app/other.py
///     another file of the tree
///     --- safe
///     the text after, at the level safe; as before if it is not given
///     --- unsafe
///     the text after, at the level unsafe; as at the level safe if it is not given
///     --- left
///     3: why the place in this line is left to people
struct RewriteCase: Sendable, CustomTestStringConvertible {
    var title: String
    var version = PythonVersion(3, 9)
    var path = "app/main.py"
    var before = ""
    var others: [String: String] = [:]
    var safe: String
    var unsafe: String
    var left: [String]

    var testDescription: String { title }

    /// All files of the tree.
    var files: [String: String] { others.merging([path: before]) { $1 } }

    /// The files with cases.
    static func fixtures() throws -> [URL] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/Rewrites")
        return try FileManager.default.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: nil
        ).sorted { $0.path < $1.path }
    }

    /// The cases of all files.
    static func all() throws -> [Self] { try fixtures().flatMap { try all(in: $0) } }

    /// The cases of a file.
    static func all(in file: URL) throws -> [Self] {
        let text = try String(contentsOf: file, encoding: .utf8)
        return "\n\(text)".split(separator: "\n=== ").map(Self.init)
    }

    /// The case as a file tells it.
    var text: String {
        var text = "=== \(title)\n"
        if version != PythonVersion(3, 9) { text += "@python \(version)\n" }
        if path != "app/main.py" { text += "@path \(path)\n" }
        text += before
        for (name, content) in others.sorted(by: { $0.key < $1.key }) {
            text += "+++ \(name)\n\(content)"
        }
        if safe != before { text += "--- safe\n\(safe)" }
        if unsafe != safe { text += "--- unsafe\n\(unsafe)" }
        if !left.isEmpty { text += "--- left\n\(left.joined(separator: "\n"))\n" }
        return text
    }

    private init(_ block: Substring) {
        var sections: [(mark: String, lines: [Substring])] = []
        var lines = block.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        title = String(lines.removeFirst())
        sections.append(("", []))
        for line in lines {
            if line.hasPrefix("+++ ") || line.hasPrefix("--- ") {
                sections.append((String(line), []))
            } else if line.hasPrefix("@python "), let known = PythonVersion(line.dropFirst(8)) {
                version = known
            } else if line.hasPrefix("@path ") {
                path = String(line.dropFirst(6))
            } else {
                sections[sections.count - 1].lines.append(line)
            }
        }
        let texts = sections.map { section in
            (section.mark, section.lines.map { $0 + "\n" }.joined())
        }
        let known = Dictionary(uniqueKeysWithValues: texts)
        before = known[""] ?? ""
        for (mark, text) in texts where mark.hasPrefix("+++ ") {
            others[String(mark.dropFirst(4))] = text
        }
        safe = known["--- safe"] ?? before
        unsafe = known["--- unsafe"] ?? safe
        left = (known["--- left"] ?? "").split(separator: "\n").map(String.init)
    }
}

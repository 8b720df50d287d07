import SignetScan

/// Who owns which files, as a CODEOWNERS file says.
///
/// The patterns are those of gitignore(5) with GitHub's differences: the last line that matches
/// decides, there is no negation and no class of characters, and a pattern that ends in `/*` means
/// the files of one directory only. A line without owners takes files out of ownership. Lines that
/// head a section (`[Name]`, GitLab) say nothing here.
package struct CodeOwners: Sendable {
    fileprivate struct Line: Sendable {
        let pattern: IgnorePattern
        let isShallow: Bool
        let owners: [String]
    }

    private let lines: [Line]

    /// Where the file may be, relative to the root of a repository; the first that exists counts.
    package static let places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"]

    /// Reads the file of a repository; `nil` if there is none of at most 3 MB, which is the largest
    /// that GitHub reads.
    ///
    /// - Parameter root: The root of the repository, an absolute path.
    package init?(in root: String) {
        for place in Self.places {
            if let text = OpenFile.content(of: Array("\(root)/\(place)".utf8), limit: 3 << 20) {
                self.init(parsing: String(decoding: text, as: UTF8.self))
                return
            }
        }
        return nil
    }

    /// Reads the text of a file.
    package init(parsing text: String) {
        lines = text.split(whereSeparator: \.isNewline).compactMap(Self.line)
    }

    /// The owners of a file, as they are written; none if nobody is named.
    ///
    /// - Parameter path: The path relative to the root of the repository.
    /// - Returns: Names of users or teams, or addresses.
    package func owners(of path: String) -> [String] {
        let bytes = Array(path.utf8)
        return lines.last { $0.matches(bytes.span) }?.owners ?? []
    }

    private static func line(_ text: Substring) -> Line? {
        let words = words(of: text)
        guard let pattern = words.first, let first = pattern.first, first != "!",
            !pattern.contains("["),
            let parsed = IgnorePattern.parse(Array(pattern.utf8).span, dialect: .git).first
        else { return nil }
        return Line(
            pattern: parsed,
            isShallow: pattern.hasSuffix("/*"),
            owners: Array(words.dropFirst())
        )
    }

    /// The words of a line up to a comment; a backslash keeps a blank in a word.
    private static func words(of line: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        var isEscaped = false
        for character in line {
            if !isEscaped, character == "#", word.isEmpty { break }
            if !isEscaped, character == " " || character == "\t" {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return word.isEmpty ? words : words + [word]
    }
}

extension CodeOwners.Line {
    /// Whether the pattern names the file or a directory that holds it.
    fileprivate func matches(_ path: Span<UInt8>) -> Bool {
        if pattern.matches(path, name: path.lastComponentStart, isDirectory: false) { return true }
        if isShallow { return false }
        for index in path.indices where path[index] == UInt8(ascii: "/") {
            let folder = path.extracting(..<index)
            if pattern.matches(folder, name: folder.lastComponentStart, isDirectory: true) {
                return true
            }
        }
        return false
    }
}

/// One line of an ignore file: what it matches and what that means (gitignore(5), Pattern Format).
package struct IgnorePattern: Sendable {
    /// Which program's rules the line follows where they differ.
    package enum Dialect: Sendable {
        /// Braces are plain characters.
        case git
        /// `{a,b}` is a choice.
        case ripgrep
    }

    /// Whether the line began with `!` and so takes paths back in.
    package let isNegated: Bool
    /// Whether the line ended with a slash and so matches directories only.
    package let isDirectoryOnly: Bool
    /// Whether the last component decides, because the line names no directory.
    package let matchesName: Bool
    /// What to match.
    package let glob: Glob

    /// Whether the pattern matches `path`, whose last component starts at `name`.
    package func matches(_ path: Span<UInt8>, name: Int, isDirectory: Bool) -> Bool {
        if isDirectoryOnly && !isDirectory { return false }
        return glob.matches(matchesName ? path.extracting(name...) : path)
    }

    /// Reads one line, without its line feed; a blank line, a comment or a line that can match
    /// nothing yields no pattern, and a line with braces may yield several.
    package static func parse(_ line: Span<UInt8>, dialect: Dialect) -> [IgnorePattern] {
        var bytes = trimmed(line)
        guard let first = bytes.first, first != UInt8(ascii: "#") else { return [] }
        let isNegated = first == UInt8(ascii: "!")
        if isNegated { bytes.removeFirst() }
        let isDirectoryOnly = bytes.last == UInt8(ascii: "/")
        if isDirectoryOnly { bytes.removeLast() }
        guard !bytes.isEmpty else { return [] }
        let alternatives =
            switch dialect {
            case .git: [bytes]
            case .ripgrep: BraceExpansion.alternatives(of: bytes) ?? []
            }
        return alternatives.compactMap { alternative in
            var pattern = alternative[...]
            let matchesName = !pattern.contains(UInt8(ascii: "/"))
            if pattern.first == UInt8(ascii: "/") { pattern.removeFirst() }
            guard !pattern.isEmpty, let glob = Glob(parsing: Array(pattern).span) else {
                return nil
            }
            return IgnorePattern(
                isNegated: isNegated,
                isDirectoryOnly: isDirectoryOnly,
                matchesName: matchesName,
                glob: glob
            )
        }
    }

    /// The line without a carriage return and without spaces at its end that no backslash keeps.
    private static func trimmed(_ line: Span<UInt8>) -> [UInt8] {
        var end = line.count
        if end > 0, line[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end)
        var kept = 0
        for index in 0..<end {
            let isEscaped = index > 0 && line[index - 1] == UInt8(ascii: "\\") && kept == index
            bytes.append(line[index])
            if line[index] != UInt8(ascii: " ") || isEscaped { kept = index + 1 }
        }
        bytes.removeLast(end - kept)
        return bytes
    }
}

/// The globs of `--include` and `--exclude`, which come before every ignore file.
///
/// They are gitignore patterns relative to the working directory. If any include is given, a file
/// must match one; an include also takes back what is hidden or ignored. An exclude wins over an
/// include and prunes directories.
package struct PathFilter: Sendable {
    private let rules: IgnoreRules
    private let needsInclude: Bool
    private let base: [UInt8]

    /// Compiles the globs, or returns `nil` when there are none.
    ///
    /// - Parameters:
    ///   - includes: Globs of which a file must match one.
    ///   - excludes: Globs of files and directories to leave out.
    ///   - workingDirectory: The absolute path that the globs are relative to.
    package init?(includes: [String], excludes: [String], workingDirectory: [UInt8]) {
        if includes.isEmpty && excludes.isEmpty { return nil }
        let lines = includes.map { "!" + Self.escaped($0) } + excludes.map(Self.escaped)
        let text = Array(lines.joined(separator: "\n").utf8)
        rules = IgnoreRules(parsing: text.span, dialect: .ripgrep)
        needsInclude = !includes.isEmpty
        base = workingDirectory + [UInt8(ascii: "/")]
    }

    /// What the globs say of an absolute path.
    package func verdict(on path: Span<UInt8>, isDirectory: Bool) -> IgnoreVerdict {
        let start = path.starts(with: base.span) ? base.count : 1
        let verdict = rules.verdict(on: path.extracting(start...), isDirectory: isDirectory)
        if verdict == .none, needsInclude, !isDirectory { return .ignore }
        return verdict
    }

    /// Whether the globs take in the file at an absolute path, and every folder on the way to it.
    package func takesFile(_ path: [UInt8]) -> Bool {
        let start = path.span.starts(with: base.span) ? base.count : 1
        for index in path.indices.dropFirst(start) where path[index] == UInt8(ascii: "/") {
            let folder = path.span.extracting(..<index)
            if verdict(on: folder, isDirectory: true) == .ignore { return false }
        }
        return verdict(on: path.span, isDirectory: false) != .ignore
    }

    /// The glob with what would make the line a comment or a negation kept as a plain character.
    private static func escaped(_ glob: String) -> String {
        glob.first == "#" || glob.first == "!" ? "\\" + glob : glob
    }
}

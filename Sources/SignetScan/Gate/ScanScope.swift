/// What a scan has looked at, so that what it has not found can be told from what it has not seen.
package struct ScanScope: Sendable {
    /// The paths that were scanned, as findings show them; empty for the working directory.
    package private(set) var roots: [[UInt8]] = []
    /// The rules whose findings in what was scanned are all known.
    package private(set) var judgedRules: Set<String> = []

    private var filter: PathFilter?
    private var base: [UInt8] = []

    /// Creates the scope of a scan of nothing.
    init() {}

    init(
        _ roots: [[UInt8]],
        filter: PathFilter?,
        _ options: ScanOptions,
        _ rules: [any Rule]
    ) {
        self.roots = roots
        self.filter = filter
        base = Array(options.workingDirectory.utf8) + [UInt8(ascii: "/")]
        let isWhole = roots.contains([])
        // What the whole tree shows is not gone because a part of it does not show it.
        judgedRules = Set(rules.filter { isWhole || !$0.looksAtTree }.map(\.name))
    }

    /// Whether the scan has looked at `path`, or would have if there were still such a file.
    package func contains(_ path: String) -> Bool {
        let bytes = Array(path.utf8)
        guard roots.contains(where: { Self.contains(bytes, below: $0) }) else { return false }
        guard let filter else { return true }
        let full = bytes.first == UInt8(ascii: "/") ? bytes : base + bytes
        return filter.takesFile(full)
    }

    private static func contains(_ path: [UInt8], below root: [UInt8]) -> Bool {
        if root.isEmpty { return !path.starts(with: "../".utf8) && path.first != UInt8(ascii: "/") }
        guard path.starts(with: root) else { return false }
        return path.count == root.count || path[root.count] == UInt8(ascii: "/")
            || root.last == UInt8(ascii: "/")
    }
}

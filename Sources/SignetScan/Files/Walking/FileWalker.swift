/// Lists directories and picks what ripgrep would pick in them: one walker a thread.
///
/// Hidden entries, what ignore files name and what symbolic links point to are left out. The
/// walker keeps nothing between two directories but its buffers.
package struct FileWalker: ~Copyable {
    /// What one directory holds.
    package struct Found: Sendable {
        /// The directories to go on with.
        package var directories: [DirectoryJob] = []
        /// The wanted files.
        package var files: FileBatch
        /// Entries that cannot be named in a report: their absolute paths.
        package var unnameable: [[UInt8]] = []
    }

    private let rules: WalkRules
    private var listing = DirectoryListing()
    private var path: [UInt8] = []

    /// Creates a walker.
    package init(_ rules: WalkRules) {
        self.rules = rules
    }

    /// Lists the directory of `job`.
    ///
    package mutating func list(_ job: DirectoryJob) throws(SystemError) -> Found {
        let directory = try DirectoryHandle(
            path: job.path.isEmpty ? Array("/\0".utf8) : job.path + [0],
            followLinks: false
        )
        // A closure over all rules would copy them for each name.
        let extensions = rules.extensions
        try listing.read(directory) { $0.hasExtension(in: extensions) }
        let scope =
            rules.usesIgnoreFiles
            ? IgnoreScope.of(job.path, listing: listing, below: job.scope) : nil
        var found = Found(files: FileBatch(directory: directory, path: job.path, root: job.root))
        path.removeAll(keepingCapacity: true)
        path.append(contentsOf: job.path)
        path.append(UInt8(ascii: "/"))
        for entry in listing.entries {
            take(entry, scope: scope, root: job.root, into: &found)
        }
        return found
    }

    /// Adds one entry to `found`, unless the rules leave it out.
    private mutating func take(
        _ entry: DirectoryListing.Entry,
        scope: IgnoreScope?,
        root: Int,
        into found: inout Found
    ) {
        let start = path.count
        defer { path.removeLast(path.count - start) }
        let names = listing.names
        let name = names.span.extracting(entry.start..<(entry.start + entry.count))
        path.append(contentsOf: name)
        let isHidden = name[0] == UInt8(ascii: ".")
        let isTaken = rules.takes(
            path.span,
            isHidden: isHidden,
            isDirectory: entry.isDirectory,
            scope: scope
        )
        guard isTaken, rules.roots.isEmpty || !rules.roots.contains(path) else { return }
        guard (try? UTF8Span(validating: name)) != nil else {
            found.unnameable.append(path)
            return
        }
        if entry.isDirectory {
            found.directories.append(DirectoryJob(path: path, root: root, scope: scope))
        } else {
            found.files.append(name)
        }
    }
}

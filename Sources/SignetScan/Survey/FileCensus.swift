/// How many sources a code base has, by language and by folder; nothing is opened.
package struct FileCensus: Sendable {
    /// A folder with sources somewhere below it.
    package struct Folder: Sendable, Equatable {
        /// The path, relative to the code base.
        package var path: String
        /// The sources below it.
        package var files: Int
        /// Those of them that are tests.
        package var tests: Int
    }

    /// The sources of each language, by its name.
    package private(set) var languages: [String: Int] = [:]
    /// The folders down to the second level, by path.
    package private(set) var folders: [Folder] = []
    /// The folders whose name says that they hold what nobody here has written, by path.
    package private(set) var foreign: [Folder] = []
    /// The sources.
    package private(set) var files = 0

    private static let foreignNames: Set<String> = [
        "vendor", "vendored", "third_party", "thirdparty", "external", "generated", "_generated",
        "gen", "migrations", "alembic",
    ]

    /// Walks the code base at `path`, as a scan would.
    ///
    /// - Throws: Why the folder cannot be looked at.
    package init(
        of path: String,
        languages: [any SourceLanguage],
        options: ScanOptions
    ) throws(SystemError) {
        let root = try ScanRoot(path, workingDirectory: Array(options.workingDirectory.utf8))
        var rules = WalkRules(extensions: languages.flatMap(\.extensions))
        rules.userRules = UserIgnoreFile.rules(
            home: options.home,
            configuration: options.configurationHome
        )
        var walker = FileWalker(rules)
        let scope = IgnoreScope.above(root.absolute)
        var jobs = [DirectoryJob(path: root.absolute, root: 0, scope: scope)]
        var counts: [String: Folder] = [:]
        while let job = jobs.popLast() {
            guard let found = try? walker.list(job) else { continue }
            jobs += found.directories
            let folder = String(
                decoding: job.path.dropFirst(root.absolute.count + 1),
                as: UTF8.self
            )
            for index in found.files.starts.indices {
                let bytes = found.files.names[found.files.nameRange(index)]
                let name = String(decoding: bytes, as: UTF8.self)
                count(name, in: folder, languages, &counts)
            }
        }
        let ordered = counts.values.sorted { $0.path < $1.path }
        folders = ordered.filter { !Self.isForeign($0.path) && $0.path.split("/").count <= 2 }
        foreign = ordered.filter { Self.isForeign($0.path) }
    }

    private static func isForeign(_ path: String) -> Bool {
        path.split("/").contains { foreignNames.contains($0.lowercased()) }
    }

    /// Counts one source for its language and for the folders above it.
    private mutating func count(
        _ name: String,
        in folder: String,
        _ known: [any SourceLanguage],
        _ counts: inout [String: Folder]
    ) {
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        guard let language = known.first(where: { $0.extensions.contains(ending) }) else { return }
        files += 1
        languages[language.name, default: 0] += 1
        let isTest = TestPath.isTest(folder.isEmpty ? name : "\(folder)/\(name)")
        var path = ""
        for (level, part) in folder.split("/").enumerated() {
            path += path.isEmpty ? part : "/" + part
            let isForeign = Self.foreignNames.contains(part.lowercased())
            if level < 2 || isForeign {
                var entry = counts[path] ?? Folder(path: path, files: 0, tests: 0)
                entry.files += 1
                entry.tests += isTest ? 1 : 0
                counts[path] = entry
            }
            // What stands below such a folder is said by it.
            if isForeign { break }
        }
    }
}

extension String {
    /// The parts between separators, without empty ones.
    fileprivate func split(_ separator: Character) -> [Substring] {
        split(separator: separator)
    }
}

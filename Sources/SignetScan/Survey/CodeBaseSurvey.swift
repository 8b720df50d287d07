/// What a first look at a code base shows: enough to draft its configuration.
package struct CodeBaseSurvey: Sendable {
    /// A name with how often it was seen.
    package struct Count: Sendable, Equatable {
        /// The name.
        package var name: String
        /// How often.
        package var count: Int
    }

    /// A module that makes identifiers for others.
    package struct Module: Sendable, Equatable {
        /// The module as an import names it, such as `app.ids`.
        package var name: String
        /// The functions and classes in it that make identifiers, in the order of their names.
        package var minters: [String]
        /// How many files import it for that.
        package var users: Int
    }

    /// The files and folders.
    package let census: FileCensus
    /// The parts that reports should count by: top folders, or those of `src` and the like where
    /// everything stands in it; the largest first.
    package let services: [FileCensus.Folder]
    /// The folders of tests.
    package let tests: [FileCensus.Folder]
    /// The modules that make identifiers, the most used first.
    package let modules: [Module]
    /// The names by which owners go, such as `user_id`, the most frequent first.
    package let owners: [Count]
    /// The home-made formats, the most frequent first.
    package let formats: [Count]
    /// The kinds that places suggest, the most frequent first.
    package let kinds: [Count]
    /// The findings of each rule.
    package let findings: [String: Int]

    /// Folders that hold a code base's parts and are none themselves.
    private static let containers: Set<String> = [
        "src", "lib", "libs", "packages", "services", "apps", "app", "source", "sources",
        "backend", "python",
    ]

    /// Adds up what a scan of the whole code base has found.
    package init(_ census: FileCensus, _ report: ScanReport) {
        self.census = census
        let all = census.folders.filter { $0.files > $0.tests }
        services = Self.services(all, of: census.files).sorted {
            ($1.files, $0.path) < ($0.files, $1.path)
        }
        tests = census.folders.filter { folder in
            let isTest = folder.files == folder.tests
            let parent = folder.path.split(separator: "/").dropLast().joined(separator: "/")
            return isTest && !census.folders.contains { $0.path == parent && $0.files == $0.tests }
        }
        modules = Self.modules(report.minters)
        let production = report.findings.filter { !$0.isTest && $0.partOf == nil }
        owners = Self.ranked(
            production.flatMap { finding in
                ([finding.target].compactMap { $0 } + Self.fields(of: finding.template))
                    .filter { NameMeaning($0).isOwner }
            }
        )
        formats = Self.ranked(production.compactMap(\.template).filter(Self.hasText))
        kinds = Self.ranked(production.compactMap { $0.kind?.kind })
        findings = report.countsByRule
    }

    /// The folders that are parts, replacing containers by what stands in them.
    private static func services(
        _ folders: [FileCensus.Folder],
        of total: Int
    ) -> [FileCensus.Folder] {
        folders.filter { folder in
            let parts = folder.path.split(separator: "/")
            if parts.count == 1 { return !isContainer(folder, folders, of: total) }
            return folders.contains {
                $0.path == parts[0] && isContainer($0, folders, of: total)
            }
        }
    }

    /// Whether a top folder holds most of the code in folders of its own: half of it if it is named
    /// as a container, else all but a tenth.
    private static func isContainer(
        _ folder: FileCensus.Folder,
        _ folders: [FileCensus.Folder],
        of total: Int
    ) -> Bool {
        let inner = folders.count { $0.path.hasPrefix(folder.path + "/") }
        if containers.contains(folder.path.lowercased()) {
            return folder.files * 2 >= total && inner > 0
        }
        return folder.files * 10 >= total * 9 && inner > 2
    }

    private static func modules(_ places: [MinterPlace]) -> [Module] {
        var minters: [String: Set<String>] = [:]
        var users: [String: Set<String>] = [:]
        for place in places where !place.isTest {
            switch place.mention.role {
            case .definition:
                minters[module(of: place.path), default: []].insert(place.mention.name)
            case .import, .call:
                guard let module = place.mention.module else { continue }
                users[module, default: []].insert(place.path)
            case .borrowed: break
            }
        }
        return minters.map { name, names in
            Module(name: name, minters: names.sorted(), users: users[name]?.count ?? 0)
        }.sorted { ($1.users, $1.minters.count, $0.name) < ($0.users, $0.minters.count, $1.name) }
    }

    /// The module of a file: its path below `src` with dots, without extension and `__init__`.
    private static func module(of path: String) -> String {
        var parts = path.split(separator: "/").map(String.init)
        if parts.first == "src" { parts.removeFirst() }
        if let file = parts.popLast() {
            let stem = String(file.prefix { $0 != "." })
            if stem != "__init__" || parts.isEmpty { parts.append(stem) }
        }
        return parts.joined(separator: ".")
    }

    /// Whether a template is more than one field.
    private static func hasText(_ template: String) -> Bool {
        template.first != "{" || template.firstIndex(of: "}") != template.indices.last
    }

    /// The names between braces.
    private static func fields(of template: String?) -> [String] {
        guard let template else { return [] }
        return template.split(separator: "{").dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }

    private static func ranked(_ names: [String]) -> [Count] {
        var counts: [String: Int] = [:]
        for name in names { counts[name, default: 0] += 1 }
        return counts.map { Count(name: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}

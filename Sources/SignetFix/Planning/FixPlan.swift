package import SignetScan

/// What is to become of a tree.
package struct FixPlan: Sendable {
    /// The files with places that make identifiers, by path.
    package var files: [FixFile]
    /// Up to which level places are written.
    package var level: FixLevel

    /// Creates a plan.
    package init(_ files: [FixFile], level: FixLevel) {
        self.files = files
        self.level = level
    }

    /// All places, by path and line.
    package var sites: [FixSite] { files.flatMap(\.sites) }

    /// The files that change, by path.
    package var changed: [FixFile] { files.filter(\.isChanged) }

    /// The files that are left alone because a check failed.
    package var failed: [FixFile] { files.filter { $0.failure != nil } }

    /// The places that are written.
    package var written: [FixSite] {
        changed.flatMap { file in file.writtenIndices(at: level).map { file.sites[$0] } }
    }

    /// How many places are written.
    package var writtenCount: Int {
        files.reduce(0) { $0 + ($1.isChanged ? $1.writtenIndices(at: level).count : 0) }
    }

    /// The kinds of what is written that nobody has declared, sorted.
    package var undeclaredKinds: [String] {
        var kinds: Set<String> = []
        for file in files where file.isChanged {
            for index in file.writtenIndices(at: level) {
                if let kind = file.sites[index].kind, !kind.isDeclared { kinds.insert(kind.kind) }
            }
        }
        return kinds.sorted()
    }

    /// The consumers that stand in the way, each once, with how many places wait for them.
    package var blockers: [(consumer: Finding, sites: Int)] {
        var counts: [String: (consumer: Finding, sites: Int)] = [:]
        for consumer in sites.flatMap(\.broken) {
            counts[consumer.fingerprint, default: (consumer, 0)].sites += 1
        }
        return counts.values.sorted {
            $0.sites == $1.sites ? $0.consumer < $1.consumer : $0.sites > $1.sites
        }
    }
}

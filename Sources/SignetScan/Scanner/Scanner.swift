import Synchronization

/// Finds what the rules look for in all sources below some paths, on all cores.
///
/// Threads share one queue of directories; each lists a directory, adds what stands below it, and
/// reads its files at once, while the directory is open. Every thread has its own buffers and its
/// own results, which are put together and sorted at the end, so the report does not depend on
/// who did what. Nothing is kept of a file but its findings.
package struct Scanner: Sendable {
    /// How the scan is done.
    package let options: ScanOptions
    /// The languages to look for.
    package let languages: [any SourceLanguage]
    /// The rules to apply.
    package let rules: [any Rule]
    /// What the rules need to know of each file.
    let facts: FactSet
    /// Whether files are of interest that hold nothing but a comment to the scanner.
    let needsDirectives: Bool

    /// Creates a scanner.
    package init(_ options: ScanOptions, languages: [any SourceLanguage], rules: [any Rule]) {
        self.options = options
        self.languages = languages
        let rules = rules.filter { options.levels[$0.name] != .off }
        self.rules = rules
        let needs = rules.reduce(into: FactSet()) { $0.formUnion($1.needs) }
        facts = needs.subtracting(.directives)
        needsDirectives = needs.contains(.directives)
    }

    /// Scans the files and directories at `paths`; what cannot be read is named in the report.
    ///
    /// A file that is named is always scanned; below a directory that is named, the files are
    /// chosen as ripgrep does.
    package func scan(_ paths: [String]) -> ScanReport {
        let start = Clock.now
        var report = ScanReport()
        var roots = roots(at: paths, report: &report)
        let walkRules = walkRules(for: roots)
        if options.excludesNamed, let filter = walkRules.filter {
            roots.removeAll { !$0.isDirectory && !filter.takesFile($0.absolute) }
        }
        let state = ScanState(self, roots: roots, walk: walkRules, jobs: jobs(for: roots))
        report.statistics.threads = ThreadTeam.run(count: options.threadCount) {
            ScanWorker(state).run()
        }
        let isWhole = !options.cancellation.isSet
        state.cache?.save(roots: isWhole ? Set(state.rootHashes) : [])
        state.mergeResults(into: &report)
        report.sort()
        report.findings += findingsOfTree(report)
        report.isPartial = options.cancellation.isSet
        report.scope = ScanScope(roots.map(\.shown), filter: walkRules.filter, options, rules)
        settle(&report)
        report.statistics.elapsed = Clock.now - start
        report.statistics.peakMemory = PeakMemory.bytes
        return report
    }

    /// Gives findings the levels of the configuration, answers them with the directives of their
    /// files, and puts them into their order.
    private func settle(_ report: inout ScanReport) {
        if !report.directives.isEmpty {
            var suppressor = Suppressor(
                report.directives,
                today: CalendarDay(unixTime: options.now / 1_000_000_000)
            )
            suppressor.apply(to: &report)
            for case let rule as SuppressionRule in rules {
                let known = Set(RuleCatalog.all.map(\.name)).union(rules.map(\.name))
                report.findings += suppressor.complaints(
                    known: known.subtracting([rule.name]).sorted(),
                    judged: report.isPartial ? [] : report.scope.judgedRules
                ).map { rule.finding($0.directive, $0.message) }
            }
        }
        if !options.levels.isEmpty {
            for index in report.findings.indices {
                guard case .severity(let severity)? = options.levels[report.findings[index].rule]
                else { continue }
                report.findings[index] = report.findings[index].with(severity: severity)
            }
        }
        report.findings.sort()
        report.suppressed.sort { $0.finding < $1.finding }
    }

    /// What only the whole tree shows.
    private func findingsOfTree(_ report: ScanReport) -> [Finding] {
        let index = CodeIndex(
            findings: report.findings,
            minters: report.minters,
            declarations: options.declarations
        )
        return rules.flatMap { $0.findings(in: index) }
    }

    /// Looks up the paths, each once.
    private func roots(at paths: [String], report: inout ScanReport) -> [ScanRoot] {
        let base = Array(options.workingDirectory.utf8)
        var seen: Set<[UInt8]> = []
        var roots: [ScanRoot] = []
        for path in paths {
            do throws(SystemError) {
                let root = try ScanRoot(path, workingDirectory: base == [0x2f] ? [] : base)
                if seen.insert(root.absolute).inserted { roots.append(root) }
            } catch {
                report.unreadable.append(UnreadableFile(path: path, reason: error.reason))
            }
        }
        return roots
    }

    private func walkRules(for roots: [ScanRoot]) -> WalkRules {
        var rules = WalkRules(
            extensions: languages.flatMap(\.extensions),
            usesIgnoreFiles: options.usesIgnoreFiles
        )
        rules.filter = PathFilter(
            includes: options.includes,
            excludes: options.excludes,
            workingDirectory: Array(options.workingDirectory.utf8)
        )
        if options.usesIgnoreFiles {
            rules.userRules = UserIgnoreFile.rules(
                home: options.home,
                configuration: options.configurationHome
            )
        }
        if roots.count > 1 { rules.roots = Set(roots.map(\.absolute)) }
        return rules
    }

    private func jobs(for roots: [ScanRoot]) -> [ScanJob] {
        roots.indices.map { index in
            let root = roots[index]
            guard root.isDirectory else { return .file(root: index) }
            let scope = options.usesIgnoreFiles ? IgnoreScope.above(root.absolute) : nil
            return .directory(DirectoryJob(path: root.absolute, root: index, scope: scope))
        }
    }
}

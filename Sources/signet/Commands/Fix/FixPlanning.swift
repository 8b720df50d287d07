import Foundation
import Signet
import SignetConfiguration
import SignetFix
import SignetOutput
import SignetScan

/// Scans the tree and plans its edits as the options say.
struct FixPlanning {
    private let choice: FixChoiceOptions
    private let configuration: Configuration
    private let common: CommonOptions
    private let options: ScanOptions

    /// What paths are relative to.
    var workingDirectory: String { options.workingDirectory }

    init(
        _ choice: FixChoiceOptions,
        _ configuration: Configuration,
        _ common: CommonOptions
    ) throws {
        self.choice = choice
        self.configuration = configuration
        self.common = common
        var options = ScanOptions()
        options.jobs = choice.jobs
        options.includes = configuration.scanInclude
        options.excludes = choice.exclude + configuration.scanExclude
        try options.apply(configuration, named: choice.rule)
        options.cancellation = Interruption.watch()
        options.store = SourceStore(limit: 32 << 20)
        options.census = NameCensus()
        self.options = options
    }

    /// The plan for what stands below `paths`; `review` asks about each place.
    func plan(_ paths: [String], review: Bool) throws -> FixPlan {
        let progress = ScanProgress(isShown: !common.quiet && Terminal.isTerminal(descriptor: 2))
        var options = options
        if progress.isShown { options.progress = { progress.update(files: $0) } }
        let scanner = Scanner(options, languages: LanguageCatalog.all, rules: RuleCatalog.all)
        let report = scanner.scan(paths)
        progress.clear()
        for file in report.unreadable {
            common.note("signet: not read: \(TerminalText.escaped(file.path)): \(file.reason)")
        }
        guard !report.isPartial else {
            throw CommandFailure.failed("interrupted; nothing was written")
        }
        let filter = PathFilter(
            includes: choice.include,
            excludes: [],
            workingDirectory: Array(options.workingDirectory.utf8)
        )
        let planner = FixPlanner(
            report,
            scanner,
            FixContext(
                report,
                catalog: configuration.catalog,
                settings,
                census: options.census
            ),
            level: choice.level.value,
            versions: PythonVersions(
                declared: configuration.fix.python.map { PythonVersion(3, $0) },
                workingDirectory: options.workingDirectory
            ),
            choosing: { finding in
                guard choice.rule.isEmpty || choice.rule.contains(finding.rule) else {
                    return false
                }
                guard let filter else { return true }
                let path =
                    finding.path.hasPrefix("/")
                    ? finding.path : "\(options.workingDirectory)/\(finding.path)"
                return filter.takesFile(Array(path.utf8))
            }
        )
        if review { return try FixReview(planner, common, level: choice.level.value).plan() }
        return FixPlan(planner.plan(), level: choice.level.value)
    }

    private var settings: FixContext.Settings {
        var settings = FixContext.Settings()
        settings.names = configuration.fix.names.mapValues { String(describing: $0) }
        settings.owners = Set(configuration.fix.owners)
        settings.keepsLook = configuration.declaredKinds.isEmpty
        settings.form =
            choice.form
            ?? configuration.fix.form.flatMap { FixForm(rawValue: $0.name) }
        return settings
    }

    /// Lets CPython check the edits.
    func prove(_ plan: inout FixPlan) {
        guard !choice.noInterpreter, !plan.changed.isEmpty else { return }
        let prover = plan.prove(
            with: choice.python,
            count: options.threadCount,
            environment: ProcessInfo.processInfo.environment
        )
        if prover == nil {
            common.note("signet: no Python is here to check the edits; all other checks were made")
        }
    }
}

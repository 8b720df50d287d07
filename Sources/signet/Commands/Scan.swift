import ArgumentParser
import Foundation
import Signet
import SignetConfiguration
import SignetOutput
import SignetScan

/// `signet scan`: finds the places that make identifiers of their own.
struct Scan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Find where a code base makes identifiers, and who depends on how they look.",
        discussion: """
            Reads Python, notebooks, JavaScript, TypeScript, Swift and SQL on all cores, as ripgrep \
            chooses files: hidden and ignored ones are left out unless they are named. Exit status \
            1 when something is found; see --fail-on. A comment such as "signet: ignore[RULE] \
            REASON" suppresses findings on its line; see signet rules suppression.
            Examples:
              signet scan
              signet scan --format json --output findings.json src tests
              signet scan --exclude 'migrations/' --fail-on never --stats
              signet scan --baseline .signet-baseline --fail-on new
            """
    )

    @Argument(help: "Files and directories (default: the working directory).", completion: .file())
    var paths: [String] = []

    @OptionGroup(title: "Report") var reporting: ScanReportOptions

    @Option(
        help: "Only this rule; may be repeated.",
        completion: .list(Self.rules.map(\.name))
    )
    var rule: [String] = []

    @Option(name: .shortAndLong, help: "How many threads (default: as many as cores).")
    var jobs: Int?

    @Option(help: "Scan only what matches a glob; may be repeated.")
    var include: [String] = []

    @Option(help: "Leave out what matches a glob; may be repeated.")
    var exclude: [String] = []

    @Flag(
        name: .customLong("force-exclude"),
        help: "Leave out what the globs say even if it is named, as hooks do with all files."
    )
    var forceExclude = false

    @Flag(name: .customLong("no-ignore"), help: "Scan what .gitignore and the like leave out, too.")
    var noIgnore = false

    @OptionGroup(title: "Gate") var gate: ScanGateOptions

    @OptionGroup var cache: ScanCacheOptions

    @OptionGroup var common: CommonOptions

    private static let rules = RuleCatalog.all

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("JOBS is a whole number from 1 on.") }
        for name in rule where RuleCatalog.rule(named: name) == nil {
            let nearest = NearestName.of(name, in: Self.rules.map(\.name))
            let advice = nearest.map { "is \($0) meant?" } ?? "signet rules lists those there are."
            throw ValidationError("There is no such rule; \(advice)")
        }
    }

    func run() throws {
        let paths = paths.isEmpty ? ["."] : paths
        for (index, path) in paths.enumerated()
        where !FileManager.default.fileExists(atPath: path) {
            throw CommandFailure.usage("path \(index + 1) does not exist")
        }
        let configuration = try common.configuration()
        let gate = try ScanGate(gate, configuration)
        var options = ScanOptions()
        options.jobs = jobs
        options.includes = include + configuration.scanInclude
        options.excludes = exclude + configuration.scanExclude
        options.excludesNamed = forceExclude
        options.usesIgnoreFiles = !noIgnore
        options.measuresPhases = reporting.stats
        options.cacheDirectory = cache.directory
        try options.apply(configuration, named: rule)
        options.cancellation = Interruption.watch()
        let progress = ScanProgress(isShown: !common.quiet && Terminal.isTerminal(descriptor: 2))
        if progress.isShown { options.progress = { progress.update(files: $0) } }
        let rules = Self.rules.filter {
            reporting.focus.contains($0) && (rule.isEmpty || rule.contains($0.name))
        }
        let scanner = Scanner(options, languages: LanguageCatalog.all, rules: rules)
        var report = scanner.scan(paths)
        progress.clear()
        guard !report.isPartial || reporting.output == nil else {
            throw CommandFailure.failed("interrupted; the file of --output was left as it was")
        }
        let writer = ScanReportWriter(
            options: reporting,
            showsSuppressed: self.gate.showSuppressed,
            common: common,
            rules: rules,
            workingDirectory: options.workingDirectory
        )
        if !report.isPartial { try gate.judge(&report, note: common.note) }
        try writer.write(report)
        if report.isPartial {
            throw CommandFailure.failed("interrupted; the report has what was found until then")
        }
        if gate.fails(report) { throw ExitCode(1) }
    }
}

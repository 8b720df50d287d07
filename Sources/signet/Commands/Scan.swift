import ArgumentParser
import Foundation
import Signet
import SignetConfiguration
import SignetOutput
import SignetScan

/// `signet scan`: finds the places that make identifiers of their own.
struct Scan: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find the places in a code base that make identifiers of their own.",
        discussion: """
            Reads Python sources on all cores, as ripgrep chooses them: hidden and ignored files \
            are left out unless they are named. Exit status 1 when something is found; see \
            --fail-on.
            Examples:
              signet scan
              signet scan --format json --output findings.json src tests
              signet scan --exclude 'migrations/' --fail-on never --stats
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

    @Option(
        name: .customLong("fail-on"),
        help: "Exit with status 1 on any finding, or never."
    )
    var failOn = FailOn.any

    @Option(name: .shortAndLong, help: "How many threads (default: as many as cores).")
    var jobs: Int?

    @Option(help: "Scan only what matches a glob; may be repeated.")
    var include: [String] = []

    @Option(help: "Leave out what matches a glob; may be repeated.")
    var exclude: [String] = []

    @Flag(name: .customLong("no-ignore"), help: "Scan what .gitignore and the like leave out, too.")
    var noIgnore = false

    @OptionGroup var common: CommonOptions

    /// When the exit status is 1.
    enum FailOn: String, ExpressibleByArgument, CaseIterable {
        case any
        case never
    }

    private static let rules = RuleCatalog.all

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("JOBS is a whole number from 1 on.") }
        for name in rule where !Self.rules.contains(where: { $0.name == name }) {
            let known = Self.rules.map(\.name).joined(separator: ", ")
            throw ValidationError("There is no such rule; there are: \(known).")
        }
    }

    func run() throws {
        let paths = paths.isEmpty ? ["."] : paths
        for (index, path) in paths.enumerated()
        where !FileManager.default.fileExists(atPath: path) {
            throw CommandFailure.usage("path \(index + 1) does not exist")
        }
        let configuration = try common.configuration()
        var options = ScanOptions()
        options.jobs = jobs
        options.includes = include + configuration.scanInclude
        options.excludes = exclude + configuration.scanExclude
        options.usesIgnoreFiles = !noIgnore
        options.measuresPhases = reporting.stats
        options.declarations.kinds = configuration.catalog.declarations.map {
            String(describing: $0.kind)
        }
        options.cancellation = Interruption.watch()
        let progress = ScanProgress(isShown: !common.quiet && Terminal.isTerminal(descriptor: 2))
        if progress.isShown { options.progress = { progress.update(files: $0) } }
        let rules = Self.rules.filter {
            reporting.focus.contains($0) && (rule.isEmpty || rule.contains($0.name))
        }
        let scanner = Scanner(options, languages: LanguageCatalog.all, rules: rules)
        let report = scanner.scan(paths)
        progress.clear()
        guard !report.isPartial || reporting.output == nil else {
            throw CommandFailure.failed("interrupted; the file of --output was left as it was")
        }
        let writer = ScanReportWriter(
            options: reporting,
            common: common,
            rules: rules,
            workingDirectory: options.workingDirectory
        )
        try writer.write(report)
        if report.isPartial {
            throw CommandFailure.failed("interrupted; the report has what was found until then")
        }
        if failOn == .any, !report.findings.isEmpty { throw ExitCode(1) }
    }
}

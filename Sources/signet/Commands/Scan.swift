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

    @Option(help: "text, json or jsonl.")
    var format = Format.text

    @Option(help: "Write the report to a file, all of it or nothing.", completion: .file())
    var output: String?

    @Option(help: "What to look for: uuid, or all that is known.")
    var focus = Focus.all

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

    @Flag(help: "Say how much was read and how long it took.")
    var stats = false

    @Flag(name: .customLong("show-source"), help: "Show the line of source of each finding.")
    var showSource = false

    @Flag(help: "List all findings in the text report, not one screen of them.")
    var all = false

    @OptionGroup var common: CommonOptions

    /// A way of writing the report.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case jsonl
    }

    /// A group of rules.
    enum Focus: String, ExpressibleByArgument, CaseIterable {
        case uuid
        case all
    }

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
        options.measuresPhases = stats
        options.declarations.kinds = configuration.catalog.declarations.map {
            String(describing: $0.kind)
        }
        options.cancellation = Interruption.watch()
        let progress = ScanProgress(isShown: !common.quiet && Terminal.isTerminal(descriptor: 2))
        if progress.isShown { options.progress = { progress.update(files: $0) } }
        let scanner = Scanner(
            options,
            languages: LanguageCatalog.all,
            rules: Self.rules.filter { rule.isEmpty || rule.contains($0.name) }
        )
        let report = scanner.scan(paths)
        progress.clear()
        guard !report.isPartial || output == nil else {
            throw CommandFailure.failed("interrupted; the file of --output was left as it was")
        }
        try write(report, options)
        if report.isPartial {
            throw CommandFailure.failed("interrupted; the report has what was found until then")
        }
        if failOn == .any, !report.findings.isEmpty { throw ExitCode(1) }
    }

    private func write(_ report: ScanReport, _ options: ScanOptions) throws {
        var text = JSONWriter()
        switch format {
        case .json: JSONReport.write(report, to: &text)
        case .jsonl: JSONLinesReport.write(report, to: &text)
        case .text: text.append(textReport(options).text(of: report))
        }
        if let output {
            do {
                try Data(text.text.utf8).write(to: URL(filePath: output), options: .atomic)
            } catch {
                throw CommandFailure.failed("the report cannot be written to the file of --output")
            }
        } else {
            try text.withBytes { try StandardOutput.shared.write($0) }
        }
        if format != .text, stats { common.note(StatisticsText.text(report.statistics)) }
        if format == .jsonl { noteProblems(report) }
    }

    private func textReport(_ options: ScanOptions) -> TextReport {
        var text = TextReport()
        text.usesColor = common.style.isOn && output == nil
        text.limit = all ? nil : text.limit
        text.showsStatistics = stats
        if showSource {
            let lines = SourceLines(workingDirectory: options.workingDirectory)
            text.sourceLine = { path, line in lines.line(line, of: path) }
        }
        return text
    }

    /// What JSON Lines have no place for.
    private func noteProblems(_ report: ScanReport) {
        for file in report.unreadable {
            common.note("signet: not scanned: \(TerminalText.escaped(file.path)): \(file.reason)")
        }
    }
}

import Foundation
import SignetOutput
import SignetScan

/// Writes the report of a scan as the options say.
struct ScanReportWriter {
    /// What is reported, and how.
    let options: ScanReportOptions
    /// Whether to list what comments in the code suppress.
    let showsSuppressed: Bool
    /// The options of every command.
    let common: CommonOptions
    /// The rules that were applied.
    let rules: [any Rule]
    /// The directory that paths are relative to.
    let workingDirectory: String

    /// Writes `report` to standard output or into files, and adds it to the history.
    func write(_ report: ScanReport) throws {
        var history = try options.history.map { try ScanHistory(path: $0) }
        if !report.isPartial { history?.add(report, workingDirectory: workingDirectory) }
        for line in (history?.foreignLines ?? []).prefix(10) {
            common.note(
                "signet: line \(line) of the history is not one of signet; it was passed over"
            )
        }
        try write(report, history?.entries ?? [])
        if !report.isPartial { try history?.save() }
        if options.format != .text, options.stats {
            common.note(StatisticsText.text(report.statistics))
        }
        if options.format == .jsonl || options.format == .github { noteProblems(report) }
    }

    private func write(_ report: ScanReport, _ history: [HistoryEntry]) throws {
        let isLinked = options.focus == .consumers
        let shown = isLinked && options.format != .text ? report.onlyLinked : report
        let placeLimit = isLinked ? Int.max : JSONReport.placeLimit
        var text = JSONWriter()
        switch options.format {
        case .text: text.append(textReport(history).text(of: shown))
        case .json: JSONReport.write(shown, to: &text, placeLimit: placeLimit)
        case .jsonl: JSONLinesReport.write(shown, to: &text, placeLimit: placeLimit)
        case .github:
            let lines = lines
            GitHubReport { lines.utf16Column(of: $1, in: $0) }.write(shown.withoutKnown, to: &text)
        case .sarif: return try writeSARIF(showsSuppressed ? shown.withSuppressed : shown)
        case .html: HTMLReport(shown, page: htmlPage(history), lines: lines).write(to: &text)
        }
        try write(text, to: options.output)
    }

    private var lines: SourceLines { SourceLines(workingDirectory: workingDirectory) }

    private func textReport(_ history: [HistoryEntry]) -> TextReport {
        var text = TextReport()
        text.usesColor = common.style.isOn && options.output == nil
        if options.all {
            text.height = nil
        } else if options.output == nil, let size = Terminal.size(descriptor: 1) {
            // The prompt of the shell takes a line.
            text.height = size.lines - 1
            text.width = size.columns
        }
        text.showsStatistics = options.stats
        text.showsKnown = options.all
        text.showsSuppressed = showsSuppressed
        text.showsConsumers = options.focus == .consumers
        text.history = history
        if options.showSource {
            let lines = lines
            text.sourceLine = { path, line in lines.line(line, of: path) }
        }
        return text
    }

    private func htmlPage(_ history: [HistoryEntry]) -> HTMLReport.Page {
        HTMLReport.Page(
            title: URL(filePath: workingDirectory).lastPathComponent,
            time: Timestamp.text(UInt64(Date().timeIntervalSince1970 * 1000)),
            version: SignetCommand.version,
            rules: rules,
            history: history
        )
    }

    private func writeSARIF(_ report: ScanReport) throws {
        let sarif = SARIFReport(
            report,
            rules: rules,
            version: SignetCommand.version,
            lines: lines,
            splitsFiles: options.output != nil
        )
        var names: Set<String> = []
        for document in sarif.documents {
            let path = options.output.map { Self.path($0, service: document.service, &names) }
            try write(document.text, to: path)
        }
        for note in sarif.notes { common.note("signet: \(note)") }
    }

    /// The file of `output` for one service: `report.sarif` becomes `report.auth.sarif`.
    private static func path(
        _ output: String,
        service: String?,
        _ names: inout Set<String>
    ) -> String {
        guard let service else { return output }
        let url = URL(filePath: output)
        let safe = String(service.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        var name = safe
        var number = 1
        while !names.insert(name.lowercased()).inserted {
            number += 1
            name = "\(safe)-\(number)"
        }
        let stem = url.deletingPathExtension().lastPathComponent
        let suffix = url.pathExtension.isEmpty ? "sarif" : url.pathExtension
        return url.deletingLastPathComponent().appending(path: "\(stem).\(name).\(suffix)")
            .path(percentEncoded: false)
    }

    private func write(_ text: JSONWriter, to path: String?) throws {
        guard let path else {
            return try text.withBytes { try StandardOutput.shared.write($0) }
        }
        do {
            try Data(text.text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure.failed("the report cannot be written to the file of --output")
        }
    }

    /// What a list of findings has no place for.
    private func noteProblems(_ report: ScanReport) {
        for file in report.unreadable {
            common.note("signet: not scanned: \(TerminalText.escaped(file.path)): \(file.reason)")
        }
    }
}

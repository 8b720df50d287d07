import SignetOutput

/// The report for people: findings by file, then what they add up to.
///
/// By default the list has at most 40 lines, so that the summary is on the same screen.
package struct TextReport {
    /// Whether to use the colours of the terminal.
    package var usesColor = false
    /// How many lines of files and findings to list; all findings if `nil`.
    package var limit: Int? = 40
    /// Whether to add a block about the work done.
    package var showsStatistics = false
    /// Gives the text of a line of a file, to show it below its finding; `nil` to show none.
    package var sourceLine: ((_ path: String, _ line: Int) -> String?)?

    /// Creates a report with the defaults above.
    package init() {}

    private var style: TerminalStyle { TerminalStyle(isOn: usesColor) }

    /// The text of `report`, with a line feed after each line.
    package func text(of report: ScanReport) -> String {
        var blocks: [[String]] = []
        let listed = listing(report)
        if !listed.isEmpty { blocks.append(listed) }
        if !report.findings.isEmpty { blocks.append(summary(report)) }
        let problems = problems(report)
        if !problems.isEmpty { blocks.append(problems) }
        blocks.append([total(report)])
        if showsStatistics {
            blocks.append(StatisticsText(report.statistics, style: style).lines)
        }
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// The findings, each below the name of its file.
    private func listing(_ report: ScanReport) -> [String] {
        let shown = report.findings.prefix(shownCount(report.findings))
        var table = TextTable()
        table.rows = shown.map { finding in
            [
                "\(finding.start.line):\(finding.start.column)", finding.shape,
                TerminalText.escaped(finding.target ?? "–"),
                TerminalText.escaped(finding.function ?? ""),
            ]
        }
        let rows = table.lines { column, text in
            switch column {
            case 0: style.quiet(text)
            case 1: style.accent(text)
            case 3: style.quiet(text)
            default: text
            }
        }
        var lines: [String] = []
        var path: String?
        for (finding, row) in zip(shown, rows) {
            if finding.path != path {
                lines.append(style.strong(TerminalText.escaped(finding.path)))
                path = finding.path
            }
            lines.append("  " + row)
            lines += excerpt(finding)
        }
        return lines + remainder(report.findings.dropFirst(shown.count))
    }

    /// How many findings fit in the limit together with the names of their files.
    private func shownCount(_ findings: [Finding]) -> Int {
        guard let limit else { return findings.count }
        var lines = 0
        var path: String?
        for (index, finding) in findings.enumerated() {
            lines += finding.path == path ? 1 : 2
            path = finding.path
            if lines > limit { return index }
        }
        return findings.count
    }

    /// The line of source with marks below the place, if asked for.
    private func excerpt(_ finding: Finding) -> [String] {
        guard let line = sourceLine?(finding.path, finding.start.line) else { return [] }
        let before = line.utf8.prefix(finding.start.column - 1)
        let isOneLine = finding.end.line == finding.start.line
        let end = isOneLine ? finding.end.column - 1 : line.utf8.count
        let place = line.utf8.dropFirst(before.count).prefix(max(1, end - before.count))
        let indent = TerminalText.escaped(expandTabs(String(decoding: before, as: UTF8.self)))
        let marked = TerminalText.escaped(String(decoding: place, as: UTF8.self))
        let carets = String(repeating: "^", count: max(1, marked.count))
        return [
            "      " + TerminalText.escaped(expandTabs(line)),
            "      " + String(repeating: " ", count: indent.count) + style.alarm(carets),
        ]
    }

    private func expandTabs(_ text: String) -> String {
        text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ")
    }

    private func remainder(_ rest: ArraySlice<Finding>) -> [String] {
        if rest.isEmpty { return [] }
        let files = Set(rest.map(\.path)).count
        return [
            style.quiet(
                "… and \(Quantity.grouped(rest.count)) more in \(Quantity.counted(files, "file"));"
                    + " --format json lists them all"
            )
        ]
    }

    /// The counts by service and by shape, side by side.
    private func summary(_ report: ScanReport) -> [String] {
        var services = report.countsByService
        let direct = report.findings.count - services.values.reduce(0, +)
        if direct > 0 { services["(top level)", default: 0] += direct }
        let left = ranked(services, title: "service")
        let right = ranked(report.countsByShape, title: "shape")
        var table = TextTable(numeric: [1, 3])
        for index in 0..<max(left.count, right.count) {
            let first = index < left.count ? left[index] : ("", "")
            let second = index < right.count ? right[index] : ("", "")
            table.rows.append([first.0, first.1, second.0, second.1])
        }
        let lines = table.lines()
        return lines.enumerated().map { $0.offset == 0 ? style.quiet($0.element) : $0.element }
    }

    /// The names with the most findings, with a heading; what is beyond ten is one row.
    private func ranked(_ counts: [String: Int], title: String) -> [(String, String)] {
        let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        var rows = [(title, "findings")]
        for (name, count) in order.prefix(10) {
            rows.append((TerminalText.escaped(name), Quantity.grouped(count)))
        }
        let rest = order.dropFirst(10)
        if !rest.isEmpty {
            let sum = rest.reduce(0) { $0 + $1.value }
            rows.append(("\(rest.count) others", Quantity.grouped(sum)))
        }
        return rows
    }

    /// What could not be read, and what has syntax errors.
    private func problems(_ report: ScanReport) -> [String] {
        let unreadable = report.unreadable.map { file in
            "\(style.alarm("not scanned")) \(TerminalText.escaped(file.path)): \(file.reason)"
        }
        let broken = report.syntaxErrors.map { file in
            "\(style.alarm("syntax error")) \(TerminalText.escaped(file.path)):"
                + "\(file.location.line):\(file.location.column): "
                + TerminalText.escaped(file.message)
        }
        let all = unreadable + broken
        let most = limit.map { _ in 10 } ?? all.count
        let rest = all.count - most
        return all.prefix(most)
            + (rest > 0 ? [style.quiet("… and \(Quantity.grouped(rest)) more like these")] : [])
    }

    private func total(_ report: ScanReport) -> String {
        let files = Set(report.findings.map(\.path)).count
        let scanned = Quantity.counted(report.statistics.files, "file")
        let found =
            report.findings.isEmpty
            ? "no findings in \(scanned)"
            : "\(Quantity.counted(report.findings.count, "finding")) in "
                + "\(Quantity.grouped(files)) of \(scanned)"
        return style.strong(found) + (report.isPartial ? " (stopped before the end)" : "")
    }
}

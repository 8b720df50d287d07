import SignetOutput

/// The report for people: places by file, then what they add up to.
///
/// It has at most one screen, unless it is to have all: what matters most comes first, and the
/// summary is always there.
package struct TextReport {
    /// Whether to use the colours of the terminal.
    package var usesColor = false
    /// How many lines the report may have; all that it takes if `nil`.
    package var height: Int? = 40
    /// How many columns a line of the list may take.
    package var width = 160
    /// Whether to add a block about the work done.
    package var showsStatistics = false
    /// Whether to show, instead of places by file, which consumers depend on which producers.
    package var showsConsumers = false
    /// Whether to list what the baseline has, too.
    package var showsKnown = false
    /// Whether to list what is suppressed, and why.
    package var showsSuppressed = false
    /// Gives the text of a line of a file, to show it below its place; `nil` to show none.
    package var sourceLine: ((_ path: String, _ line: Int) -> String?)?
    /// The runs whose curve is drawn, the present one last.
    package var history: [HistoryEntry] = []

    /// Creates a report with the defaults above.
    package init() {}

    var style: TerminalStyle { TerminalStyle(isOn: usesColor) }

    /// The text of `report`, with a line feed after each line.
    package func text(of whole: ScanReport) -> String {
        let report = showsKnown ? whole : whole.withoutKnown
        let gate = GateText(whole, style: style)
        let places = report.places
        var blocks: [[String]] = []
        if !places.isEmpty { blocks.append(summary(report, places)) }
        blocks.append(problems(report))
        blocks.append(HistoryText(history, style: style).lines)
        blocks.append(gate.stale)
        if showsSuppressed { blocks.append(gate.suppressed) }
        blocks.append([total(report, places)] + gate.counts)
        if showsStatistics {
            blocks.append(StatisticsText(report.statistics, style: style).lines)
        }
        blocks.removeAll(where: \.isEmpty)
        // The list gets what the rest and the blank lines between the blocks leave of the screen;
        // the sentence at the end needs two lines on a narrow one.
        let taken = blocks.reduce(width < 120 ? 1 : 0) { $0 + $1.count + 1 }
        let room = height.map { max(6, $0 - taken) }
        let list =
            showsConsumers
            ? ConsumerText(report, style: style, width: width).lines(limit: room)
            : listing(places, room)
        if !list.isEmpty { blocks.insert(list, at: 0) }
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
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
        let most = height.map { max(2, $0 / 8) } ?? all.count
        let rest = all.count - most
        return all.prefix(most)
            + (rest > 0 ? [style.quiet("… and \(Quantity.grouped(rest)) more like these")] : [])
    }

    private func total(_ report: ScanReport, _ places: [FindingPlace]) -> String {
        let scanned = Quantity.counted(report.statistics.files, "file")
        let end = report.isPartial ? " (stopped before the end)" : ""
        guard !places.isEmpty else { return style.strong("no findings in \(scanned)") + end }
        let files = Set(report.findings.map(\.path)).count
        let count = report.findings.count
        let at = places.count == count ? "" : " at \(Quantity.counted(places.count, "place"))"
        let found = "\(Quantity.counted(count, "finding"))\(at)"
        let counts = Severity.allCases.compactMap { severity -> String? in
            guard let count = report.countsBySeverity[severity.rawValue] else { return nil }
            return style.severity(severity, Quantity.counted(count, severity.rawValue))
        }
        return style.strong("\(found) in \(Quantity.grouped(files)) of \(scanned)")
            + ": \(counts.joined(separator: ", "))\(end)"
    }
}

extension TerminalStyle {
    /// `text` in the colour of a severity.
    func severity(_ severity: Severity, _ text: String) -> String {
        switch severity {
        case .error: bad(text)
        case .warning: alarm(text)
        case .note: quiet(text)
        }
    }
}

import SignetOutput

/// What the baseline and the suppressions mean for a report, for people.
struct GateText {
    private let report: ScanReport
    private let style: TerminalStyle

    init(_ report: ScanReport, style: TerminalStyle) {
        self.report = report
        self.style = style
    }

    /// The entries of the baseline that are gone, each on a line.
    var stale: [String] {
        report.stale.map { entry in
            "\(style.alarm("gone")) \(TerminalText.escaped(entry.path)): "
                + "\(TerminalText.escaped(entry.rule)) in "
                + "\(TerminalText.escaped(entry.function ?? "the file itself"))"
        }
    }

    /// The suppressed findings with their reasons, each on a line.
    var suppressed: [String] {
        report.suppressed.map { suppressed in
            let finding = suppressed.finding
            let place = "\(finding.path):\(finding.start.line):\(finding.start.column)"
            let end = suppressed.until.map { ", until \($0)" } ?? ""
            return "\(style.quiet("suppressed")) \(TerminalText.escaped(place)): \(finding.rule): "
                + TerminalText.escaped(suppressed.reason) + end
        }
    }

    /// How many findings are known, gone and suppressed; nothing if none is.
    var counts: [String] {
        let known = report.findings.count { $0.state == .known }
        var lines: [String] = []
        if known > 0 {
            lines.append("\(Quantity.counted(known, "finding")) known to the baseline")
        }
        if !report.stale.isEmpty {
            lines.append(
                "\(Quantity.grouped(report.stale.count)) of the baseline gone; "
                    + "take them out with --update-baseline"
            )
        }
        if !report.suppressed.isEmpty {
            lines.append("\(Quantity.counted(report.suppressed.count, "finding")) suppressed")
        }
        return lines.map { style.quiet($0) }
    }
}

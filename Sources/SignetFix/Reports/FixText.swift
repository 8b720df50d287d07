package import SignetOutput
import SignetScan

/// The plan for people: what is written, what is left, why, and what comes first.
package struct FixText {
    private let plan: FixPlan
    private let style: TerminalStyle
    /// How many places are listed; all if `nil`.
    private let limit: Int?
    private let width: Int

    /// Creates a report.
    package init(_ plan: FixPlan, style: TerminalStyle, limit: Int? = 40, width: Int = 160) {
        self.plan = plan
        self.style = style
        self.limit = limit
        self.width = width
    }

    /// The text, with a line feed after each line.
    package var text: String {
        var blocks = [places, blockers, failures]
        blocks.append([total])
        blocks.removeAll(where: \.isEmpty)
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// The places, those that are written first, each with its reasons.
    private var places: [String] {
        let sites = plan.sites.sorted { left, right in
            left.level == right.level ? left.finding < right.finding : left.level < right.level
        }
        var lines: [String] = []
        for site in sites.prefix(limit ?? .max) {
            lines += describe(site)
        }
        if let limit, sites.count > limit {
            let rest = Quantity.counted(sites.count - limit, "more place")
            lines.append(style.quiet("… and \(rest); --all lists them"))
        }
        return lines
    }

    private func describe(_ site: FixSite) -> [String] {
        let finding = site.finding
        let place = "\(finding.path):\(finding.start.line):\(finding.start.column)"
        var head = "\(mark(site.level)) \(style.strong(TerminalText.escaped(place)))"
        if let code = site.replacement {
            head += " → \(style.accent(TerminalText.escaped(code)))"
        }
        var reasons = site.reasons
        if let remedy = site.remedy { reasons.append("to change that: \(remedy)") }
        let reason = TerminalText.escaped(reasons.joined(separator: "; "))
        return [head, "         " + style.quiet(TerminalText.prefix(of: reason, width: width - 9))]
    }

    private func mark(_ level: FixLevel) -> String {
        let text = level.rawValue + String(repeating: " ", count: 8 - level.rawValue.count)
        switch level {
        case .safe: return style.good(text)
        case .unsafe: return style.alarm(text)
        case .manual: return style.quiet(text)
        }
    }

    /// What has to change before more can be written.
    private var blockers: [String] {
        let blockers = plan.blockers
        guard !blockers.isEmpty else { return [] }
        var table = TextTable()
        table.numeric = [0]
        table.maximumWidth = width - 2
        table.rows = blockers.prefix(limit == nil ? .max : 8).map { blocker in
            let place = "\(blocker.consumer.path):\(blocker.consumer.start.line)"
            return [
                "\(blocker.sites)", TerminalText.escaped(place), blocker.consumer.rule,
                TerminalText.escaped(blocker.consumer.symbol),
            ]
        }
        return [style.strong("to be changed first, with the number of places that wait")]
            + table.lines { $0 == 1 ? $1 : style.quiet($1) }.map { "  " + $0 }
    }

    /// The files that are left alone, and why.
    package var failures: [String] {
        plan.failed.map { file in
            "\(style.bad("left alone")) \(TerminalText.escaped(file.path)): "
                + "\(file.failure?.rung.rawValue ?? ""): \(file.failure?.reason ?? "")"
        }
    }

    private var total: String {
        let written = plan.written
        let sites = plan.sites
        if sites.isEmpty, plan.failed.isEmpty {
            return style.strong("no place that makes an identifier of its own")
        }
        let safe = sites.count { $0.level == .safe }
        let unsafe = sites.count { $0.level == .unsafe }
        let manual = sites.count - safe - unsafe
        return style.strong(
            "\(Quantity.counted(written.count, "place")) in "
                + "\(Quantity.counted(plan.changed.count, "file")) can be written"
        ) + " at level \(plan.level.rawValue): of \(Quantity.counted(sites.count, "place")) "
            + "\(Quantity.grouped(safe)) safe, \(Quantity.grouped(unsafe)) unsafe, "
            + "\(Quantity.grouped(manual)) left to people"
    }
}

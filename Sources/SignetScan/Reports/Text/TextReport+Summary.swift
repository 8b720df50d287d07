import SignetOutput

extension TextReport {
    /// What a heap of findings adds up to.
    private struct Sum {
        var places = 0
        var findings = 0
        var errors = 0
        var severity = Severity.note

        mutating func add(_ finding: Finding) {
            findings += 1
            if finding.severity == .error { errors += 1 }
            severity = max(severity, finding.severity)
        }
    }

    /// The counts by service and by rule, side by side.
    func summary(_ report: ScanReport, _ places: [FindingPlace]) -> [String] {
        let rowLimit = height.map { min(10, max(3, $0 / 5)) } ?? 10
        let services = services(report, places, rowLimit)
        let rules = rules(report, places, rowLimit)
        var table = TextTable(numeric: [1, 2, 3, 6, 7])
        let blank = Array(repeating: "", count: 4)
        for index in 0..<max(services.count, rules.count) {
            let left = index < services.count ? services[index] : blank
            let right = index < rules.count ? rules[index] : blank
            table.rows.append(left + right)
        }
        if report.countsBySeverity[Severity.error.rawValue] == nil {
            table.rows = table.rows.map { $0.enumerated().filter { $0.offset != 3 }.map(\.element) }
            table.numeric = [1, 2, 5, 6]
        }
        table.maximumWidth = width
        let lines = table.lines()
        return lines.enumerated().map { $0.offset == 0 ? style.quiet($0.element) : $0.element }
    }

    private func services(
        _ report: ScanReport,
        _ places: [FindingPlace],
        _ limit: Int
    ) -> [[String]] {
        var sums: [String: Sum] = [:]
        for finding in report.findings { sums[Self.service(finding), default: Sum()].add(finding) }
        for place in places { sums[Self.service(place.finding), default: Sum()].places += 1 }
        let order = sums.sorted { ($1.value.places, $0.key) < ($0.value.places, $1.key) }
        let rows = Self.capped(order, limit) { name, sum in
            [
                TerminalText.escaped(name), Quantity.grouped(sum.places),
                Quantity.grouped(sum.findings), Quantity.grouped(sum.errors),
            ]
        }
        return [["service", "places", "findings", "errors"]] + rows
    }

    private func rules(
        _ report: ScanReport,
        _ places: [FindingPlace],
        _ limit: Int
    ) -> [[String]] {
        var sums: [String: Sum] = [:]
        for finding in report.findings { sums[finding.rule, default: Sum()].add(finding) }
        for place in places {
            for rule in place.rules { sums[rule, default: Sum()].places += 1 }
        }
        let order = sums.sorted { left, right in
            let (first, second) = (left.value, right.value)
            if first.severity != second.severity { return first.severity > second.severity }
            return (second.places, left.key) < (first.places, right.key)
        }
        let rows = Self.capped(order, limit) { name, sum in
            [
                TerminalText.escaped(name), sum.severity.rawValue, Quantity.grouped(sum.places),
                Quantity.grouped(sum.findings),
            ]
        }
        return [["rule", "severity", "places", "findings"]] + rows
    }

    /// The rows of the first sums; what is beyond `limit` is named by its number.
    private static func capped(
        _ sums: [(key: String, value: Sum)],
        _ limit: Int,
        row: (String, Sum) -> [String]
    ) -> [[String]] {
        if sums.count <= limit { return sums.map { row($0.key, $0.value) } }
        let rest = sums.count - limit + 1
        return sums.prefix(limit - 1).map { row($0.key, $0.value) }
            + [["\(Quantity.grouped(rest)) others", "", "", ""]]
    }

    private static func service(_ finding: Finding) -> String { finding.service ?? "(top level)" }
}

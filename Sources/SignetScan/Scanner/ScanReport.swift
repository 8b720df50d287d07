/// What a scan has found, in an order that does not depend on threads.
package struct ScanReport: Sendable {
    /// The findings by path, line, column and rule.
    package var findings: [Finding] = []
    /// The functions and classes that make identifiers, and who uses them, by path and line.
    package var minters: [MinterPlace] = []
    /// The comments that tell the scanner to leave something be, by path and line.
    package var directives: [Directive] = []
    /// The findings that such comments have answered; they are not among `findings`.
    package var suppressed: [SuppressedFinding] = []
    /// What the baseline has and the scan has not found, if a baseline is used.
    package var stale: [Baseline.Entry] = []
    /// What the scan has looked at, and with which rules.
    package var scope = ScanScope()
    /// What could not be read, by path.
    package var unreadable: [UnreadableFile] = []
    /// Files with syntax errors, by path.
    package var syntaxErrors: [FileWithSyntaxError] = []
    /// Whether the scan was cancelled before it had seen everything.
    package var isPartial = false
    /// How much work it was and where the time went.
    package var statistics = ScanStatistics()

    /// Creates an empty report.
    package init() {}

    /// The number of findings of each rule.
    package var countsByRule: [String: Int] { counts { $0.rule } }

    /// The number of findings in each service; files directly below the root have none.
    package var countsByService: [String: Int] { counts { $0.service } }

    /// The number of findings of each severity.
    package var countsBySeverity: [String: Int] { counts { $0.severity.rawValue } }

    private func counts(_ key: (Finding) -> String?) -> [String: Int] {
        var counts: [String: Int] = [:]
        for finding in findings {
            if let key = key(finding) { counts[key, default: 0] += 1 }
        }
        return counts
    }

    /// Adds what one file has given.
    mutating func add(_ file: FileResult) {
        findings += file.findings
        minters += file.minters
        directives += file.directives
        if let error = file.syntaxError { syntaxErrors.append(error) }
    }

    /// Adds what one thread has found.
    mutating func merge(_ other: consuming ScanReport) {
        // Who has nothing yet takes all as it is.
        if findings.isEmpty { findings = other.findings } else { findings += other.findings }
        minters += other.minters
        directives += other.directives
        unreadable += other.unreadable
        syntaxErrors += other.syntaxErrors
        statistics.merge(other.statistics)
    }

    /// Puts everything into its order.
    mutating func sort() {
        findings.sort()
        minters.sort { ($0.path, $0.start) < ($1.path, $1.start) }
        directives.sort { ($0.path, $0.start) < ($1.path, $1.start) }
        unreadable.sort { $0.path.precedesByBytes($1.path) }
        syntaxErrors.sort { $0.path.precedesByBytes($1.path) }
    }
}

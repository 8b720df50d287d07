package import SignetOutput

/// What one run of a scan added up to: one line of a history.
package struct HistoryEntry: Sendable, Equatable, Decodable {
    /// The version of the line.
    package var version = 1
    /// When the run ended, in UTC, as RFC 3339 has it.
    package var time: String
    /// The same in milliseconds of Unix time.
    package var milliseconds: UInt64
    /// The commit of Git that was checked out, if there is one.
    package var commit: String?
    /// How many files were read.
    package var files: Int
    /// How many findings there were.
    package var findings: Int
    /// At how many places.
    package var places: Int
    /// How much of the most places that any run has had is done, from 0 to 100.
    package var percent: Int
    /// The findings of each rule.
    package var byRule: [String: Int]
    /// The findings of each severity.
    package var bySeverity: [String: Int]
    /// The findings of each service.
    package var byService: [String: Int]

    private enum CodingKeys: String, CodingKey {
        case version, time, commit, files, findings, places, percent
        case milliseconds = "time_ms"
        case byRule = "by_rule"
        case bySeverity = "by_severity"
        case byService = "by_service"
    }

    /// Sums up `report`.
    ///
    /// - Parameters:
    ///   - report: What the run has found.
    ///   - time: When it ended, in UTC, as RFC 3339 has it.
    ///   - milliseconds: The same in milliseconds of Unix time.
    ///   - commit: The commit of Git that is checked out.
    ///   - earlier: The runs before it, against which the percentage is reckoned.
    package init(
        _ report: ScanReport,
        time: String,
        milliseconds: UInt64,
        commit: String?,
        after earlier: [HistoryEntry]
    ) {
        self.time = time
        self.milliseconds = milliseconds
        self.commit = commit
        files = report.statistics.files
        findings = report.findings.count
        places = report.places.count
        percent = Self.percent(places, of: earlier.map(\.places).max() ?? 0)
        byRule = report.countsByRule
        bySeverity = report.countsBySeverity
        byService = report.countsByService
    }

    /// How much is done when `rest` of `most` is left, in whole percent, rounded down so that 100
    /// means all.
    static func percent(_ rest: Int, of most: Int) -> Int {
        most <= rest || most == 0 ? 0 : (most - rest) * 100 / most
    }

    /// Writes the entry as one line of JSON.
    package func write(to writer: inout JSONWriter) {
        writer.object { json in
            json.key("version")
            json.number(version)
            json.key("time")
            json.string(time)
            json.key("time_ms")
            json.number(milliseconds)
            if let commit {
                json.key("commit")
                json.string(commit)
            }
            json.key("files")
            json.number(files)
            json.key("findings")
            json.number(findings)
            json.key("places")
            json.number(places)
            json.key("percent")
            json.number(percent)
            json.key("by_rule")
            JSONReport.writeCounts(byRule, to: &json)
            json.key("by_severity")
            JSONReport.writeCounts(bySeverity, to: &json)
            json.key("by_service")
            JSONReport.writeCounts(byService, to: &json)
        }
        writer.newline()
    }
}

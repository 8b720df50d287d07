package import SignetOutput

/// The findings as SARIF 2.1.0, in files that GitHub code scanning accepts.
///
/// What is too much for one run is split by service; what is too much even then is left out, the
/// least important first. Source: OASIS, "Static Analysis Results Interchange Format (SARIF)
/// Version 2.1.0"; the numbers in comments are its sections.
package struct SARIFReport {
    /// One file.
    package struct Document {
        /// The service whose findings it has; `nil` if it has those of all.
        package let service: String?
        /// Its text.
        package let text: JSONWriter
    }

    /// The files.
    package private(set) var documents: [Document] = []
    /// What was split and what was left out, a sentence each.
    package private(set) var notes: [String] = []

    private let report: ScanReport
    private let rules: SARIFRules
    private let results: SARIFResults
    private let limits: SARIFLimits
    private let version: String

    /// One run and what it has.
    private struct Group {
        var name: String?
        var findings: [Int]
    }

    /// Writes `report`.
    ///
    /// - Parameters:
    ///   - report: The report.
    ///   - rules: The rules that were applied.
    ///   - version: The version of this program.
    ///   - lines: The lines of the sources.
    ///   - splitsFiles: Whether each service may have a file; else it has a run in the one file.
    ///   - limits: What fits.
    package init(
        _ report: ScanReport,
        rules: [any Rule],
        version: String,
        lines: SourceLines,
        splitsFiles: Bool,
        limits: SARIFLimits = SARIFLimits()
    ) {
        self.report = report
        self.rules = SARIFRules(rules)
        self.version = version
        self.limits = limits
        results = SARIFResults(report, rules: self.rules, lines: lines)
        let all = Group(findings: Array(report.findings.indices))
        if fits(all) {
            documents = [document([all], service: nil)]
        } else if splitsFiles {
            splitIntoFiles()
        } else {
            splitIntoRuns()
        }
    }

    private mutating func splitIntoFiles() {
        let groups = groups().map { reduced($0) }
        documents = groups.map { document([$0], service: $0.name) }
        notes.insert("\(tooMuch), so each service has a file of its own", at: 0)
    }

    private mutating func splitIntoRuns() {
        var groups = groups()
        if groups.count > limits.runs {
            groups.sort { $1.findings.count < $0.findings.count }
            let rest = groups[(limits.runs - 1)...].flatMap(\.findings).sorted()
            groups = groups.prefix(limits.runs - 1) + [Group(name: "other", findings: rest)]
        }
        let all = document(groups.map { reduced($0) }, service: nil)
        documents = [all]
        notes.insert("\(tooMuch), so each service has a run of its own", at: 0)
        if all.text.count > limits.bytes {
            notes.append("the text is still larger than that; --output FILE makes several files")
        }
    }

    private var tooMuch: String {
        "GitHub takes \(Quantity.grouped(limits.results)) results and "
            + "\(Quantity.megabytes(limits.bytes)) at most"
    }

    /// The findings of each service, in the order of their names.
    private func groups() -> [Group] {
        var findings: [String: [Int]] = [:]
        for (index, finding) in report.findings.enumerated() {
            findings[finding.service ?? "top-level", default: []].append(index)
        }
        return findings.sorted { $0.key < $1.key }.map { Group(name: $0.key, findings: $0.value) }
    }

    private var overhead: Int { document([Group(findings: [])], service: nil).text.count + 256 }

    private func size(_ index: Int) -> Int { results.ranges[index].count + 2 }

    private func fits(_ group: Group) -> Bool {
        let total = group.findings.reduce(overhead) { $0 + size($1) }
        return group.findings.count <= limits.results && total <= limits.bytes
    }

    /// `group` without the least important findings that do not fit.
    private mutating func reduced(_ group: Group) -> Group {
        if fits(group) { return group }
        let order = group.findings.sorted { left, right in
            let (first, second) = (report.findings[left], report.findings[right])
            if first.severity != second.severity { return first.severity > second.severity }
            return first.isTest == second.isTest ? left < right : second.isTest
        }
        var room = limits.bytes - overhead
        let kept = order.prefix(limits.results).prefix { index in
            room -= size(index)
            return room >= 0
        }
        let rest = Quantity.counted(group.findings.count - kept.count, "finding")
        let name = TerminalText.escaped(group.name ?? "")
        notes.append("of \(name), the \(rest) that matter least were left out")
        return Group(name: group.name, findings: kept.sorted())
    }

    // MARK: Writing

    private func document(_ groups: [Group], service: String?) -> Document {
        var text = JSONWriter(capacity: 1 << 16)
        text.object { json in
            json.key("$schema")
            json.string("https://json.schemastore.org/sarif-2.1.0.json")
            json.key("version")
            json.string("2.1.0")
            json.key("runs")
            json.array { json in
                for group in groups { write(group, to: &json) }
            }
        }
        text.newline()
        return Document(service: service, text: text)
    }

    private func write(_ group: Group, to json: inout JSONWriter) {
        json.object { json in
            json.key("tool")
            json.object { json in
                json.key("driver")
                json.object { writeDriver(to: &$0) }
            }
            json.key("automationDetails")
            json.object { json in
                json.key("id")
                json.string(group.name.map { "signet/\(SARIF.uri($0))/" } ?? "signet/")
            }
            json.key("originalUriBaseIds")
            json.object { json in
                json.key("%SRCROOT%")
                json.object { json in
                    json.key("description")
                    SARIF.text("The directory in which signet was run.", to: &json)
                }
            }
            json.key("columnKind")
            json.string("utf16CodeUnits")
            json.key("invocations")
            json.array { $0.object { writeInvocation(to: &$0) } }
            json.key("results")
            json.array { writeResults(group.findings, to: &$0) }
        }
    }

    private func writeDriver(to json: inout JSONWriter) {
        json.key("name")
        json.string("Signet")
        json.key("semanticVersion")
        json.string(version)
        json.key("rules")
        rules.write(to: &json)
    }

    private func writeResults(_ findings: [Int], to json: inout JSONWriter) {
        for (position, index) in findings.enumerated() {
            let range = results.ranges[index]
            json.append(position == 0 ? "\n" : ",\n")
            json.appendText(maximumCount: range.count) { buffer, start in
                for (offset, byte) in results.bytes[range].enumerated() {
                    buffer[start + offset] = byte
                }
                return range.count
            }
        }
    }

    /// How the run went (3.20), and what it could not read (3.58).
    private func writeInvocation(to json: inout JSONWriter) {
        json.key("executionSuccessful")
        json.bool(!report.isPartial)
        json.key("toolExecutionNotifications")
        json.array { json in
            for file in report.unreadable.prefix(1000) {
                writeNotification("Not scanned: \(file.reason)", file.path, line: nil, to: &json)
            }
            for file in report.syntaxErrors.prefix(1000) {
                let text = "Syntax error: \(file.message)"
                writeNotification(text, file.path, line: file.location.line, to: &json)
            }
        }
    }

    private func writeNotification(
        _ text: String,
        _ path: String,
        line: Int?,
        to json: inout JSONWriter
    ) {
        json.object { json in
            json.key("level")
            json.string("warning")
            json.key("message")
            SARIF.text(text, to: &json)
            json.key("locations")
            json.array { json in
                json.object { json in
                    json.key("physicalLocation")
                    json.object { json in
                        json.key("artifactLocation")
                        SARIF.artifact(path, to: &json)
                        guard let line else { return }
                        json.key("region")
                        json.object { json in
                            json.key("startLine")
                            json.number(line)
                        }
                    }
                }
            }
        }
    }
}

package import SignetOutput

/// The report as one JSON object: a summary, then every finding in order.
package struct JSONReport {
    /// The version of the format; it grows when a key changes its meaning or goes away.
    private static let version = 1

    /// How many places of consumers a producer lists, unless all are asked for.
    package static let placeLimit = 10

    /// Writes `report` to `writer`, with a line feed at the end.
    ///
    /// - Parameters:
    ///   - report: The report.
    ///   - writer: Where the text goes.
    ///   - placeLimit: How many places of consumers a producer lists at most.
    package static func write(
        _ report: ScanReport,
        to writer: inout JSONWriter,
        placeLimit: Int = placeLimit
    ) {
        let object = JSONFinding(report.findings, placeLimit: placeLimit)
        writer.object { json in
            json.key("version")
            json.number(version)
            json.key("summary")
            json.object { writeSummary(report, to: &$0) }
            json.key("findings")
            json.array { json in
                for finding in report.findings { object.write(finding, to: &json) }
            }
            if !report.suppressed.isEmpty {
                json.key("suppressed")
                json.array { json in
                    for suppressed in report.suppressed {
                        object.write(suppressed.finding, suppression: suppressed, to: &json)
                    }
                }
            }
        }
        writer.newline()
    }

    private static func writeSummary(_ report: ScanReport, to json: inout JSONWriter) {
        json.key("files")
        json.number(report.statistics.files)
        json.key("scanned_bytes")
        json.number(report.statistics.bytes)
        json.key("findings")
        json.number(report.findings.count)
        json.key("by_rule")
        writeCounts(report.countsByRule, to: &json)
        json.key("by_service")
        writeCounts(report.countsByService, to: &json)
        if !report.suppressed.isEmpty {
            json.key("suppressed")
            json.number(report.suppressed.count)
        }
        if !report.stale.isEmpty {
            json.key("stale")
            json.array { json in
                for entry in report.stale { writeStale(entry, to: &json) }
            }
        }
        json.key("unreadable")
        json.array { json in
            for file in report.unreadable { writeUnreadable(file, to: &json) }
        }
        json.key("syntax_errors")
        json.array { json in
            for file in report.syntaxErrors { writeSyntaxError(file, to: &json) }
        }
        json.key("places")
        json.number(report.places.count)
        json.key("by_severity")
        writeCounts(report.countsBySeverity, to: &json)
    }

    static func writeCounts(_ counts: [String: Int], to json: inout JSONWriter) {
        json.object { json in
            for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
                json.key(text: name)
                json.number(count)
            }
        }
    }

    private static func writeStale(_ entry: Baseline.Entry, to json: inout JSONWriter) {
        json.object { json in
            json.key("fingerprint")
            json.string(entry.fingerprint)
            json.key("rule")
            json.string(entry.rule)
            json.key("path")
            json.string(entry.path)
            if let function = entry.function {
                json.key("function")
                json.string(function)
            }
        }
    }

    private static func writeUnreadable(_ file: UnreadableFile, to json: inout JSONWriter) {
        json.object { json in
            json.key("path")
            json.string(file.path)
            json.key("reason")
            json.string(file.reason)
        }
    }

    private static func writeSyntaxError(_ file: FileWithSyntaxError, to json: inout JSONWriter) {
        json.object { json in
            json.key("path")
            json.string(file.path)
            json.key("line")
            json.number(file.location.line)
            json.key("column")
            json.number(file.location.column)
            json.key("message")
            json.string(file.message)
        }
    }
}

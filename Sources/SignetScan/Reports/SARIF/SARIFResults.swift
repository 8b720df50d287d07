import SignetOutput

/// Every finding of a report as the text of a SARIF `result` (3.27), one after the other.
///
/// They are written once; which of them go into which run is decided when their sizes are known.
struct SARIFResults {
    /// The texts.
    private(set) var bytes: [UInt8] = []
    /// Where the text of each finding stands.
    private(set) var ranges: [Range<Int>] = []

    private let findings: [Finding]
    private let consumers: ConsumerIndex
    private let rules: SARIFRules
    private let lines: SourceLines
    /// How findings are suppressed that are, by their fingerprints.
    private let suppressed: [String: SuppressedFinding]

    init(_ report: ScanReport, rules: SARIFRules, lines: SourceLines) {
        let findings = report.findings
        self.findings = findings
        suppressed = Dictionary(
            report.suppressed.map { ($0.finding.fingerprint, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        self.rules = rules
        self.lines = lines
        consumers = ConsumerIndex(findings)
        var json = JSONWriter(capacity: 4096)
        for finding in findings {
            write(finding, to: &json)
            let start = bytes.count
            json.withBytes { text in
                bytes.reserveCapacity(start + text.count)
                for index in text.indices { bytes.append(text[index]) }
            }
            json.removeAll()
            ranges.append(start..<bytes.count)
        }
    }

    private func write(_ finding: Finding, to json: inout JSONWriter) {
        let related = consumers.consumers(of: finding, limit: JSONReport.placeLimit)
        json.object { json in
            json.key("ruleId")
            json.string(finding.rule)
            if let number = rules.number(of: finding.rule) {
                json.key("ruleIndex")
                json.number(number)
            }
            json.key("level")
            json.string(finding.severity.rawValue)
            json.key("message")
            SARIF.text(message(finding, related), to: &json)
            json.key("locations")
            json.array { $0.object { writeLocation(finding, to: &$0) } }
            if !related.isEmpty {
                json.key("relatedLocations")
                json.array { writeRelated(related, to: &$0) }
            }
            writeGate(finding, to: &json)
            json.key("partialFingerprints")
            json.object { writeFingerprints(finding, to: &$0) }
            json.key("properties")
            json.object { writeProperties(finding, to: &$0) }
        }
    }

    /// Whether the baseline has the finding (3.27.24), and how it is suppressed (3.27.23, 3.35).
    private func writeGate(_ finding: Finding, to json: inout JSONWriter) {
        if let state = finding.state {
            json.key("baselineState")
            json.string(state == .new ? "new" : "unchanged")
        }
        guard let suppression = suppressed[finding.fingerprint] else { return }
        json.key("suppressions")
        json.array { json in
            json.object { json in
                json.key("kind")
                json.string("inSource")
                json.key("justification")
                json.string(suppression.reason)
            }
        }
    }

    /// The message, with links to the places that depend on it (3.11.6), which are the only ones
    /// that GitHub shows.
    private func message(_ finding: Finding, _ related: [Int]) -> String {
        if related.isEmpty { return finding.message }
        let count = consumers.count(of: finding)
        let links = related.enumerated().map { number, index in
            let name = "\(findings[index].path):\(findings[index].start.line)"
            return "[\(Self.escapedLink(name))](\(number + 1))"
        }
        let end = count > related.count ? " and others" : ""
        return "\(finding.message) Its look matters to \(Quantity.counted(count, "place")): "
            + "\(links.joined(separator: ", "))\(end)."
    }

    private static func escapedLink(_ text: String) -> String {
        String(text.flatMap { "[]\\".contains($0) ? ["\\", $0] : [$0] })
    }

    private func writeLocation(_ finding: Finding, to json: inout JSONWriter) {
        json.key("physicalLocation")
        json.object { json in
            json.key("artifactLocation")
            SARIF.artifact(finding.path, to: &json)
            json.key("region")
            json.object { writeRegion(finding, to: &$0) }
        }
        guard let function = finding.function else { return }
        json.key("logicalLocations")
        json.array { json in
            json.object { json in
                json.key("fullyQualifiedName")
                json.string(function)
                json.key("kind")
                json.string("function")
            }
        }
    }

    private func writeRegion(_ finding: Finding, to json: inout JSONWriter) {
        let start = lines.utf16Column(of: finding.start, in: finding.path)
        let end = lines.utf16Column(of: finding.end, in: finding.path)
        json.key("startLine")
        json.number(finding.start.line)
        json.key("startColumn")
        json.number(start ?? finding.start.column)
        json.key("endLine")
        json.number(finding.end.line)
        json.key("endColumn")
        json.number(end ?? finding.end.column)
    }

    private func writeRelated(_ related: [Int], to json: inout JSONWriter) {
        for (number, index) in related.enumerated() {
            let consumer = findings[index]
            json.object { json in
                json.key("id")
                json.number(number + 1)
                json.key("message")
                SARIF.text(consumer.message, to: &json)
                json.key("physicalLocation")
                json.object { json in
                    json.key("artifactLocation")
                    SARIF.artifact(consumer.path, to: &json)
                    json.key("region")
                    json.object { json in
                        json.key("startLine")
                        json.number(consumer.start.line)
                    }
                }
            }
        }
    }

    private func writeFingerprints(_ finding: Finding, to json: inout JSONWriter) {
        if let hash = lines.hash(ofLine: finding.start.line, in: finding.path) {
            json.key("primaryLocationLineHash")
            json.string(hash)
        }
        json.key("signet/v1")
        json.string(finding.fingerprint)
    }

    private func writeProperties(_ finding: Finding, to json: inout JSONWriter) {
        func write(_ value: String?, under key: StaticString) {
            guard let value else { return }
            json.key(key)
            json.string(value)
        }
        write(finding.service, under: "service")
        json.key("test")
        json.bool(finding.isTest)
        write(finding.shape, under: "shape")
        write(finding.target, under: "target")
        write(finding.template, under: "template")
        write(finding.kind?.kind, under: "kind")
        write(finding.kind?.reason, under: "kindReason")
        write(finding.partOf, under: "partOf")
    }
}

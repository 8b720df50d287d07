import SignetOutput

/// Writes findings as JSON objects; keys without a value are left out.
struct JSONFinding {
    /// All findings of the report.
    let findings: [Finding]
    /// Who depends on whom among them.
    let consumers: ConsumerIndex
    /// How many places of consumers a producer lists at most.
    let placeLimit: Int

    init(_ findings: [Finding], placeLimit: Int) {
        self.findings = findings
        self.placeLimit = placeLimit
        consumers = ConsumerIndex(findings)
    }

    /// Writes a finding and, if it is suppressed, how.
    func write(
        _ finding: Finding,
        suppression: SuppressedFinding? = nil,
        to writer: inout JSONWriter
    ) {
        writer.object { json in
            Self.writePlace(finding, to: &json)
            json.key("category")
            json.string(finding.category.rawValue)
            json.key("severity")
            json.string(finding.severity.rawValue)
            json.key("language")
            json.string(finding.language)
            json.member("service", finding.service)
            json.key("test")
            json.bool(finding.isTest)
            json.key("shape")
            json.string(finding.shape)
            json.member("target", finding.target)
            json.member("template", finding.template)
            json.member("kind", finding.kind?.kind)
            json.member("kind_reason", finding.kind?.reason)
            json.key("message")
            json.string(finding.message)
            json.member("part_of", finding.partOf)
            json.member("state", finding.state?.rawValue)
            if let suppression { Self.write(suppression, to: &json) }
            writeConsumers(of: finding, to: &json)
            json.key("fingerprint")
            json.string(finding.fingerprint)
        }
    }

    /// How many places depend on a producer, and the first of them.
    private func writeConsumers(of finding: Finding, to json: inout JSONWriter) {
        let count = consumers.count(of: finding)
        if count == 0 { return }
        json.key("consumers")
        json.object { json in
            json.key("count")
            json.number(count)
            json.key("places")
            json.array { json in
                for index in consumers.consumers(of: finding, limit: placeLimit) {
                    Self.writeReference(to: findings[index], &json)
                }
            }
        }
    }

    private static func writeReference(to finding: Finding, _ json: inout JSONWriter) {
        json.object { json in
            json.key("path")
            json.string(finding.path)
            json.key("line")
            json.number(finding.start.line)
            json.key("rule")
            json.string(finding.rule)
            json.key("fingerprint")
            json.string(finding.fingerprint)
        }
    }

    private static func write(_ suppression: SuppressedFinding, to json: inout JSONWriter) {
        json.key("suppression")
        json.object { json in
            json.key("reason")
            json.string(suppression.reason)
            json.member("until", suppression.until?.description)
            json.key("line")
            json.number(suppression.line)
        }
    }

    private static func writePlace(_ finding: Finding, to json: inout JSONWriter) {
        json.key("rule")
        json.string(finding.rule)
        json.key("path")
        json.string(finding.path)
        json.key("line")
        json.number(finding.start.line)
        json.key("column")
        json.number(finding.start.column)
        json.key("end_line")
        json.number(finding.end.line)
        json.key("end_column")
        json.number(finding.end.column)
    }
}

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
            Self.write(finding.service, under: "service", to: &json)
            json.key("test")
            json.bool(finding.isTest)
            json.key("shape")
            json.string(finding.shape)
            Self.write(finding.target, under: "target", to: &json)
            Self.write(finding.template, under: "template", to: &json)
            Self.write(finding.kind?.kind, under: "kind", to: &json)
            Self.write(finding.kind?.reason, under: "kind_reason", to: &json)
            json.key("message")
            json.string(finding.message)
            Self.write(finding.partOf, under: "part_of", to: &json)
            Self.write(finding.state?.rawValue, under: "state", to: &json)
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
            write(suppression.until?.description, under: "until", to: &json)
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

    private static func write(
        _ value: String?,
        under key: StaticString,
        to json: inout JSONWriter
    ) {
        guard let value else { return }
        json.key(key)
        json.string(value)
    }
}

import SignetOutput

/// The JSON object of one finding; keys without a value are left out.
enum JSONFinding {
    static func write(_ finding: Finding, to writer: inout JSONWriter) {
        writer.object { json in
            writePlace(finding, to: &json)
            json.key("category")
            json.string(finding.category.rawValue)
            json.key("severity")
            json.string(finding.severity.rawValue)
            json.key("language")
            json.string(finding.language)
            write(finding.service, under: "service", to: &json)
            json.key("test")
            json.bool(finding.isTest)
            json.key("shape")
            json.string(finding.shape)
            write(finding.target, under: "target", to: &json)
            write(finding.template, under: "template", to: &json)
            write(finding.kind?.kind, under: "kind", to: &json)
            write(finding.kind?.reason, under: "kind_reason", to: &json)
            json.key("message")
            json.string(finding.message)
            write(finding.partOf, under: "part_of", to: &json)
            json.key("fingerprint")
            json.string(finding.fingerprint)
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

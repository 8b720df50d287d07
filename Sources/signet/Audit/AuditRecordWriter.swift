import Signet
import SignetAudit
import SignetOutput

/// Prints records for people, for programs, and for spreadsheets.
enum AuditRecordWriter {
    /// The columns of a table.
    static let columns = [
        "seq", "time", "id", "actor", "action", "outcome", "resource", "session", "request",
        "details", "redacted", "hash",
    ]

    private static let redacted = "(redacted)"

    /// A line of text.
    static func text(_ record: AuditRecord, _ style: TerminalStyle) -> String {
        var parts = [
            style.quiet("\(record.sequence)"), style.quiet(Timestamp.text(clamped: record.time)),
            TerminalText.escaped(record.actor.value ?? redacted), style.strong(record.action),
            record.outcome == .allowed
                ? record.outcome.rawValue : style.alarm(record.outcome.rawValue),
        ]
        if let resource = record.resource { parts.append(style.accent(resource.compact)) }
        for detail in record.details {
            let value = detail.field.value.map { TerminalText.escaped($0) } ?? redacted
            parts.append("\(TerminalText.escaped(detail.name))=\(value)")
        }
        return parts.joined(separator: "  ")
    }

    /// An object with plain values; what was redacted is named.
    static func write(_ record: AuditRecord, _ json: inout JSONWriter) {
        json.object { json in
            json.member("tenant", record.tenant)
            json.key("seq")
            json.number(record.sequence)
            json.member("id", record.id.compact)
            json.member("time", Timestamp.text(clamped: record.time))
            json.key("time_ms")
            json.number(record.time)
            json.member("actor", record.actor.value)
            json.member("action", record.action)
            json.member("outcome", record.outcome.rawValue)
            json.member("resource", record.resource?.compact)
            json.member("session", record.session?.compact)
            json.member("request", record.request?.compact)
            json.key("details")
            details(record, &json)
            if hasRedactions(record) {
                json.key("redacted")
                json.array { json in
                    for name in redactedNames(record) { json.string(name) }
                }
            }
            json.member("hash", record.hash.description)
        }
    }

    /// A row of comma-separated values (RFC 4180).
    static func row(_ record: AuditRecord) -> String {
        var json = JSONWriter()
        details(record, &json)
        let cells = [
            "\(record.sequence)", Timestamp.text(clamped: record.time), record.id.compact,
            record.actor.value ?? "", record.action, record.outcome.rawValue,
            record.resource?.compact ?? "", record.session?.compact ?? "",
            record.request?.compact ?? "", json.text, redactedNames(record).joined(separator: " "),
            record.hash.description,
        ]
        return cells.map(cell).joined(separator: ",")
    }

    /// A cell, between quotes where it needs them.
    ///
    /// Spreadsheets run a cell that begins like a formula; an apostrophe before it makes it text.
    private static func cell(_ text: String) -> String {
        var text = text
        if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) { text = "'" + text }
        guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func details(_ record: AuditRecord, _ json: inout JSONWriter) {
        json.object { json in
            for detail in record.details {
                guard let value = detail.field.value else { continue }
                json.key(text: detail.name)
                json.string(value)
            }
        }
    }

    private static func hasRedactions(_ record: AuditRecord) -> Bool {
        record.actor.isRedacted || record.details.contains { $0.field.isRedacted }
    }

    private static func redactedNames(_ record: AuditRecord) -> [String] {
        (record.actor.isRedacted ? ["actor"] : [])
            + record.details.filter(\.field.isRedacted).map { "details.\($0.name)" }
    }
}

extension Timestamp {
    /// The text of a moment, or its number where it is in no year that has four digits.
    static func text(clamped milliseconds: UInt64) -> String {
        range.contains(milliseconds) ? text(milliseconds) : "\(milliseconds)"
    }
}

import Signet
import SignetBridge
import SignetOutput

extension Inspection {
    /// The inspection as lines for a person.
    func block(_ input: String, _ style: TerminalStyle) -> String {
        let shown = Redaction.redacted(input.utf8.span) ?? input
        var lines = [style.strong(TerminalText.escaped(shown))]
        func add(_ label: String, _ value: String?) {
            guard let value else { return }
            lines.append("  " + style.quiet(label.padded(to: 10)) + value)
        }
        guard isValid else {
            add("refused", error.map { style.bad($0.description) })
            return lines.joined(separator: "\n")
        }
        add("form", form?.name)
        if let legacy { add("family", "\(legacy.family.name), \(legacy.certainty.rawValue)") }
        if let kind {
            add("kind", isDeclared ? kind.description : "\(kind) \(style.alarm("(undeclared)"))")
        }
        for slot in parsed?.slots.all ?? [] {
            add(slot.name, TerminalText.escaped(slot.value))
        }
        if let time, Timestamp.range.contains(time) {
            add("time", "\(Timestamp.text(time)) \(style.quiet("(\(time) ms)"))")
        }
        add("counter", parsed?.core?.counter.map(String.init))
        if let core {
            let note =
                parsed?.core == nil && legacy?.adopted == nil ? style.quiet("  (derived)") : ""
            add("uuid", AnyID(.user, core).uuid + note)
        }
        add("compact", id?.compact)
        if let id, isDeclared || form == .readable {
            let slots = form == .readable ? parsed?.slots ?? .none : .none
            add("readable", try? id.readable(slots))
        }
        if form == .secret { add("note", style.alarm(IDError.Code.secretNotID.message)) }
        if form == .sealed { add("note", "not verified; use signet unseal") }
        return lines.joined(separator: "\n")
    }

    /// Writes the inspection as one line: form, kind, time, UUID; or the reason of the refusal.
    func writeLine(to output: inout JSONWriter, _ style: TerminalStyle) {
        guard isValid, let form else {
            output.append(style.bad("refused  "))
            output.append(error?.description ?? "")
            return
        }
        if style.isOn {
            output.append(style.good(form.name.padded(to: 9)))
        } else {
            output.append(form.name, paddedTo: 9)
        }
        output.append(" ")
        output.append(kind?.description ?? "-", paddedTo: 12)
        output.append(" ")
        if let time, Timestamp.range.contains(time) {
            output.appendText(maximumCount: Timestamp.count) { buffer, start in
                Timestamp.write(time, into: &buffer, at: start)
                return Timestamp.count
            }
        } else {
            output.append("-", paddedTo: Timestamp.count)
        }
        output.append(" ")
        guard let core else { return output.append("-") }
        output.appendText(maximumCount: Catalog.maximumTextCount) { buffer, start in
            (try? AnyID(.user, core).write(.uuid, into: &buffer, at: start)) ?? 0
        }
    }
}

extension String {
    /// The text with spaces behind it up to a width.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

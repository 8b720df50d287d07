import Signet
import SignetBridge
import SignetOutput

extension Inspection {
    /// Writes the object of `inspect --json`; keys without a value are left out.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - json: Where the object goes.
    ///   - writeMore: Writes further members.
    func write(
        _ text: Span<UInt8>,
        to json: inout JSONWriter,
        _ writeMore: (inout JSONWriter) -> Void = { _ in }
    ) {
        json.object { json in
            json.key("input")
            writeInput(text, to: &json)
            json.key("valid")
            json.bool(isValid)
            if let form {
                json.key("form")
                json.string(form.name)
            }
            if let kind { writeKind(kind, to: &json) }
            writeTime(to: &json)
            writeTexts(to: &json)
            if let legacy {
                json.key("family")
                json.string(legacy.family.name)
                json.key("confidence")
                json.string(legacy.certainty.rawValue)
            }
            if let error { Self.write(error, to: &json) }
            writeMore(&json)
        }
    }

    /// The input as it came, except that no secret is repeated, be it whole or mistyped.
    func writeInput(_ text: Span<UInt8>, to json: inout JSONWriter) {
        if mayBeSecret, let redacted = Redaction.redacted(text) {
            json.string(redacted)
        } else {
            json.string(utf8: text)
        }
    }

    private func writeKind(_ kind: Kind, to json: inout JSONWriter) {
        json.key("kind")
        json.string(kind.description)
        json.key("declared")
        json.bool(isDeclared)
        guard let slots = parsed?.slots, !slots.isEmpty else { return }
        json.key("slots")
        json.object { json in
            slots.visit { name, field in
                json.key(text: name)
                json.string(Slot.value(of: field))
            }
        }
    }

    private func writeTime(to json: inout JSONWriter) {
        if let time, Timestamp.range.contains(time) {
            json.key("time")
            json.ascii(maximumCount: Timestamp.count) { buffer, start in
                Timestamp.write(time, into: &buffer, at: start)
                return Timestamp.count
            }
        }
        if let time {
            json.key("time_ms")
            json.number(time)
        }
        if let counter = parsed?.core?.counter {
            json.key("counter")
            json.number(UInt64(counter))
        } else if let number = parsed?.classic?.number {
            json.key("counter")
            json.number(number)
        }
        if let tail = parsed?.core?.tail {
            json.key("tail")
            json.ascii(maximumCount: 16) { buffer, start in
                Hex.write(tail, count: 14, into: &buffer, at: start)
            }
        }
    }

    private func writeTexts(to json: inout JSONWriter) {
        guard let core else { return }
        let id = AnyID(kind ?? .user, core)
        json.key("uuid")
        json.text(of: id, .uuid)
        guard kind != nil else { return }
        json.key("compact")
        json.text(of: id, .compact)
        // An undeclared kind's readable text is shown only where that is what came in.
        guard core.isReadable, isDeclared || form == .readable else { return }
        json.key("readable")
        json.text(of: id, .readable, parsed?.form == .readable ? parsed?.slots ?? .none : .none)
    }

    private static func write(_ error: IDError, to json: inout JSONWriter) {
        json.key("error")
        json.string(error.code.message)
        json.key("code")
        json.string(error.code.name)
        if let offset = error.offset {
            json.key("offset")
            json.number(offset)
        }
    }
}

extension JSONWriter {
    /// Writes an ID as a string, without making one.
    fileprivate mutating func text(of id: AnyID, _ form: TextForm, _ slots: Slots = .none) {
        ascii(maximumCount: Catalog.maximumTextCount) { buffer, start in
            (try? id.write(form, slots, into: &buffer, at: start)) ?? 0
        }
    }
}

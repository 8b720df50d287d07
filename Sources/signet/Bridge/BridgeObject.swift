import Signet
import SignetBridge
import SignetOutput

/// What `signet bridge` prints of one ID.
struct BridgeObject {
    /// Every way of reading it.
    let detection: Detection
    /// The name of its family.
    private let family: String
    /// The same by its parts' names.
    private let bridge: Bridge
    private let expected: Kind?
    private var inspection: Inspection
    private var translation: Translation?
    /// Why it has no translation, if one was asked for.
    private(set) var error: TranslationError?

    /// Detects what a text is.
    init(_ text: Span<UInt8>, _ bridge: Bridge, kind: Kind?) {
        self.bridge = bridge
        expected = kind
        detection = bridge.detect(text)
        family = bridge.familyName(of: detection)
        if detection.count == 0 || detection.form != nil {
            // Today's forms, and why others are refused, are for the inspection to say.
            inspection = Inspection(text, kind: kind, catalog: bridge.catalog)
            if detection.count == 0, inspection.isValid { inspection = Inspection(refused: text) }
        } else {
            inspection = Inspection(
                legacy: LegacyID(
                    LegacyID.Family(name: family),
                    detection.certainty,
                    kind: detection.kind,
                    time: detection.time,
                    adopted: detection.core
                ),
                kind: kind ?? detection.kind,
                core: detection.core,
                catalog: bridge.catalog
            )
        }
    }

    /// Translates the text.
    mutating func translate(_ text: Span<UInt8>, _ bridge: Bridge) {
        do throws(TranslationError) {
            let translation = try bridge.translate(text, detection, kind: expected)
            self.translation = translation
            guard detection.form == nil, let legacy = inspection.legacy else { return }
            inspection = Inspection(
                legacy: legacy,
                kind: translation.kind,
                core: translation.core,
                catalog: bridge.catalog
            )
        } catch {
            self.error = error
        }
    }

    /// Writes the translation: compact, or the UUID when its kind is not known.
    func writeTranslation(to output: inout JSONWriter) {
        guard let translation else { return }
        let form = translation.kind == nil ? TextForm.uuid : .compact
        let id = AnyID(translation.kind ?? .user, translation.core)
        output.appendText(maximumCount: Catalog.maximumTextCount) { buffer, start in
            (try? id.write(form, into: &buffer, at: start)) ?? 0
        }
    }
}

extension BridgeObject {
    /// Writes the object of `--json`: the inspection's, and what the bridge knows.
    func write(_ text: Span<UInt8>, to json: inout JSONWriter) {
        inspection.write(text, to: &json) { json in
            json.key("original")
            inspection.writeInput(text, to: &json)
            if detection.form != nil || inspection.legacy == nil {
                json.key("family")
                json.string(family)
            }
            json.key("certainty")
            json.string(detection.certainty.rawValue)
            if detection.form == nil, detection.count > 0 {
                Self.writeParts(text, detection.agreed, detection[0], to: &json)
            }
            if detection.isAmbiguous { writeReadings(text, to: &json) }
            if let error, inspection.error == nil {
                json.key("error")
                json.string(error.description)
                json.key("code")
                json.string(error.code.rawValue)
            }
        }
    }

    private func writeReadings(_ text: Span<UInt8>, to json: inout JSONWriter) {
        json.key("readings")
        json.array { json in
            for index in 0..<detection.count {
                let reading = detection[index]
                json.object { json in
                    json.key("family")
                    json.string(bridge.name(of: reading))
                    if let kind = reading.kind {
                        json.key("kind")
                        json.string(kind.description)
                    }
                    Self.writeParts(text, { reading[$0] }, reading, to: &json)
                }
            }
        }
    }

    /// Writes the pieces of the text: slots by their names, the counter, the random digits.
    private static func writeParts(
        _ text: Span<UInt8>,
        _ range: (Part) -> Range<Int>?,
        _ reading: Reading,
        to json: inout JSONWriter
    ) {
        let slots: [Part] = [.prefix, .type, .operation, .environment, .owner]
        if slots.contains(where: { range($0) != nil }) {
            json.key("slots")
            json.object { json in
                for part in slots {
                    guard let range = range(part) else { continue }
                    json.key(text: part.name)
                    json.string(utf8: text.extracting(range))
                }
            }
        }
        if range(.owner) != nil, reading.isOwnerCut {
            json.key("owner_cut")
            json.bool(true)
        }
        for part in [.number, .random, .embedded] as [Part] {
            guard let range = range(part) else { continue }
            json.key(text: part == .number ? "counter" : part.name)
            if part == .number, let number = text.decimal(range) {
                json.number(number)
            } else {
                json.string(utf8: text.extracting(range))
            }
        }
        guard reading.generations != 0 else { return }
        json.key("generations")
        json.array { json in
            for generation in 1...4 where reading.generations >> UInt8(generation) & 1 == 1 {
                json.number(generation)
            }
        }
    }

    /// Writes a line for a person: family, certainty, kind, the text, its parts.
    func writeLine(_ text: Span<UInt8>, to output: inout JSONWriter, _ style: TerminalStyle) {
        let isKnown = detection.count > 0
        let name = family.padded(to: 14)
        output.append(isKnown ? style.good(name) : style.bad(name))
        output.append(detection.certainty.rawValue, paddedTo: 8)
        output.append((expected ?? detection.kind)?.description ?? "-", paddedTo: 12)
        output.append(" ")
        output.append(TerminalText.escaped(Redaction.redacted(text) ?? text.beginningOfLine))
        guard detection.form == nil else { return }
        var parts: [String] = []
        for index in 0..<detection.count {
            var words = detection.isAmbiguous ? ["\(bridge.name(of: detection[index])):"] : []
            for part in Part.allCases where part != .prefix && part != .random {
                guard let range = detection[index][part] else { continue }
                let isCut = part == .owner && detection[index].isOwnerCut
                let value = TerminalText.escaped(String(text.extracting(range)))
                words.append("\(part.name)=\(value)\(isCut ? " (cut)" : "")")
            }
            if words.count > (detection.isAmbiguous ? 1 : 0) || detection.isAmbiguous {
                parts.append(words.joined(separator: " "))
            }
        }
        if !parts.isEmpty { output.append("  " + style.quiet(parts.joined(separator: "; or "))) }
    }
}

extension String {
    /// Decodes bytes, which may be any.
    init(_ bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

extension Span<UInt8> {
    /// The text, or its beginning and an ellipsis where it is longer than any ID.
    fileprivate var beginningOfLine: String {
        count <= Catalog.maximumTextCount ? String(self) : String(extracting(first: 80)) + "…"
    }
}

import Signet
import SignetConfiguration

extension Bridge {
    /// The greatest length of a text whose pieces are told apart, in bytes.
    package static var maximumCount: Int { Catalog.maximumTextCount }

    /// Finds every way of reading a text.
    ///
    /// - Parameter text: The text as it is stored.
    /// - Returns: The readings.
    package func detect(_ text: String) -> Detection { detect(text.utf8.span) }

    /// Finds every way of reading a text that is given as bytes, which may be any.
    ///
    /// Plain UUIDs and texts of today's forms come first, then the families that the project
    /// declares, then those that are built in.
    ///
    /// - Parameter text: The text as it is stored.
    /// - Returns: The readings.
    /// - Complexity: O(n) in the length of the text; nothing is allocated, except for the slots of
    ///   today's readable texts.
    package func detect(_ text: Span<UInt8>) -> Detection {
        var detection = Detection()
        guard text.count > 0 else { return detection }
        if Self.isCredential(text) {
            detection.add(Reading(.credential, .certain))
            return detection
        }
        guard text.count <= Self.maximumCount else { return detection }
        if let core = Core(anySpelling: text) {
            detection.core = core
            detection.add(Reading(.uuid, .certain))
            return detection
        }
        let endsAsToday = text.endsAsToday
        if endsAsToday, readToday(text, into: &detection) { return detection }
        // What was read until here needs no survey, which costs as much as reading it.
        let survey = TextSurvey(text)
        if survey.hasForbidden || (endsAsToday && text.isLaidOutAsToday) { return detection }
        for (index, family) in declared.enumerated() {
            guard var reading = family.template.match(text) else { continue }
            reading.kind = family.setting.kind
            reading.declared = UInt8(index)
            detection.add(reading)
            return detection
        }
        if survey.colons > 0 {
            readKey(text, into: &detection)
        } else if !readForeign(text, survey, into: &detection) {
            readStructure(text, into: &detection)
        }
        return detection
    }

    /// Reads a text of today's forms.
    private func readToday(_ text: Span<UInt8>, into detection: inout Detection) -> Bool {
        guard let parsed = try? catalog.parse(text) else { return false }
        var reading = Reading(
            parsed.form == .secret ? .credential : .current,
            .certain,
            kind: parsed.kind,
            time: parsed.core?.time
        )
        if !parsed.isDeclared { reading.certainty = .likely }
        if let kind = parsed.kind, !parsed.slots.isEmpty {
            var start = kind.count + 1
            parsed.slots.visit { name, field in
                if name == KindDeclaration.ownerSlot {
                    reading[.owner] = start..<start + field.count
                }
                start += field.count + 1
            }
        }
        detection.core = parsed.core
        detection.form = parsed.form
        detection.add(reading)
        return true
    }
}

extension Span<UInt8> {
    /// Whether the last field is as long as that of one of today's forms.
    fileprivate var endsAsToday: Bool {
        let last = lastField(before: count).count
        return last == 26 || last == 14 || last == 6 || last == 17 || last == 23 || last == 58
    }
}

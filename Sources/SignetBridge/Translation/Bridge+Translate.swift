package import Signet
import SignetSeal

extension Bridge {
    /// Translates a text: a pure function of the text and what it names.
    ///
    /// A UUID in any spelling is adopted and keeps its bits; every other legacy text is hashed.
    /// Texts of today's forms stay what they are, so that translating twice changes nothing.
    ///
    /// - Parameters:
    ///   - text: The text, byte for byte.
    ///   - kind: What it names, where the text does not say so.
    /// - Returns: The kind, as far as it is known, and the core.
    /// - Throws: ``TranslationError``.
    package func translate(
        _ text: String,
        kind: Kind? = nil
    ) throws(TranslationError) -> Translation {
        try translate(text.utf8.span, detect(text), kind: kind)
    }

    /// Translates a text whose readings are known.
    ///
    /// - Parameters:
    ///   - text: The text, byte for byte.
    ///   - detection: What ``detect(_:)-(Span<UInt8>)`` says of it.
    ///   - expected: What it names, where the text does not say so.
    /// - Returns: The kind, as far as it is known, and the core.
    /// - Throws: ``TranslationError``.
    package func translate(
        _ text: Span<UInt8>,
        _ detection: Detection,
        kind expected: Kind?
    ) throws(TranslationError) -> Translation {
        let family = detection.family
        if let family, !family.isTranslatable {
            switch family {
            case .credential: throw TranslationError(.credential)
            case .redisKey: throw TranslationError(.key)
            default: throw TranslationError(.unreadable)
            }
        }
        if detection.form == .sealed { throw TranslationError(.sealed) }
        let named = detection.kind
        let isFirm = detection.certainty == .certain || detection.form != nil
        if let expected, let named, isFirm, expected != named { throw TranslationError(.wrongKind) }
        let kind = expected ?? named
        if let core = detection.core {
            return Translation(kind: kind, core: core, isDerived: false)
        }
        guard let kind else { throw TranslationError(.kindMissing) }
        return Translation(kind: kind, core: .derived(from: text, kind: kind), isDerived: true)
    }

    /// The record of a legacy text for the way back; nil for a text of today's forms.
    ///
    /// - Parameters:
    ///   - text: The text, byte for byte.
    ///   - kind: What it names, where the text does not say so.
    /// - Returns: The original, its ID and its family; nil for a text that needs no record.
    /// - Throws: ``TranslationError``; a UUID needs its kind here.
    package func alias(
        of text: String,
        kind: Kind? = nil
    ) throws(TranslationError) -> AliasRecord? {
        let detection = detect(text)
        let translation = try translate(text.utf8.span, detection, kind: kind)
        if detection.form != nil { return nil }
        guard let id = translation.id else { throw TranslationError(.kindMissing) }
        return AliasRecord(original: text, id: id, family: familyName(of: detection))
    }
}

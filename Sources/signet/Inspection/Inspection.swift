import Signet
import SignetSeal

/// What there is to say about one text.
struct Inspection {
    /// What the text says in today's forms.
    let parsed: ParsedID?
    /// What it tells as the text of an earlier generator.
    let legacy: LegacyID?
    /// Why it is refused; nil when it is valid.
    let error: IDError?
    /// What it names, as the text or the caller says.
    let kind: Kind?
    /// Whether the catalog declares the kind.
    let isDeclared: Bool
    /// The 128 bits: parsed, adopted or derived.
    let core: Core?

    /// Inspects a text.
    ///
    /// - Parameters:
    ///   - text: The bytes of the text.
    ///   - expected: The kind that the caller says it is of: needed for texts that leave it out,
    ///     and checked against those that do not.
    ///   - catalog: The declared kinds.
    init(_ text: Span<UInt8>, kind expected: Kind?, catalog: Catalog) {
        do throws(IDError) {
            let parsed = try catalog.parse(text)
            if let expected, let kind = parsed.kind, kind != expected {
                throw IDError(.wrongKind, at: 0, kind: expected)
            }
            let isLegacy = parsed.form == .classic
            let legacy = isLegacy ? LegacyID.detect(text, catalog: catalog) : nil
            let kind = parsed.kind ?? expected
            self.init(
                parsed: parsed,
                legacy: legacy,
                kind: kind,
                isDeclared: kind.map(catalog.contains) ?? false,
                core: isLegacy ? kind.map { .derived(from: text, kind: $0) } : parsed.core
            )
        } catch {
            guard let legacy = LegacyID.detect(text, catalog: catalog),
                error.code != .wrongKind
            else {
                self.init(error: error)
                return
            }
            let kind = expected ?? legacy.kind
            self.init(
                legacy: legacy,
                kind: kind,
                isDeclared: kind.map(catalog.contains) ?? false,
                core: legacy.adopted ?? kind.map { .derived(from: text, kind: $0) }
            )
        }
    }

    /// Says what a detection tells of a text of an earlier generator.
    init(legacy: LegacyID, kind: Kind?, core: Core?, catalog: Catalog) {
        self.init(
            legacy: legacy,
            kind: kind,
            isDeclared: kind.map(catalog.contains) ?? false,
            core: core
        )
    }

    /// Says that a text is of no known form, whatever it looks like.
    init(refused text: Span<UInt8>) {
        self.init(error: IDError(.unknownForm))
    }

    private init(
        parsed: ParsedID? = nil,
        legacy: LegacyID? = nil,
        error: IDError? = nil,
        kind: Kind? = nil,
        isDeclared: Bool = false,
        core: Core? = nil
    ) {
        self.parsed = parsed
        self.legacy = legacy
        self.error = error
        self.kind = kind
        self.isDeclared = isDeclared
        self.core = core
    }

    /// Whether the text is an ID of any form, today's or legacy.
    var isValid: Bool { error == nil }

    /// Whether the text may hold a secret, whole or mistyped.
    var mayBeSecret: Bool { parsed == nil || parsed?.form == .secret }

    /// The form; nil for a refused text.
    var form: TextForm? { parsed?.form ?? (legacy == nil ? nil : .legacy) }

    /// The ID that the text stands for, if its kind and its core are known.
    var id: AnyID? {
        guard let kind, let core else { return nil }
        return AnyID(kind, core)
    }

    /// Unix milliseconds in the core or the text.
    var time: UInt64? { parsed?.core?.time ?? parsed?.classic?.time ?? legacy?.time }
}

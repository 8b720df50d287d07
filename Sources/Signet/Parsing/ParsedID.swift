/// What a text says: its form, its kind, its core, and the slots it came with.
public struct ParsedID: Sendable {
    // Zeros where there is none. Optionals would spread single bytes between the words, and copying
    // those costs a quarter of the time of a parse.
    private let kindOrZeros: Kind
    private let coreOrZeros: Core

    /// The form of the text.
    public let form: TextForm
    /// Whether the catalog declares the kind.
    public let isDeclared: Bool
    /// The slots of a readable or classic text.
    public let slots: Slots
    /// The fields of a classic text.
    public let classic: ClassicFields?

    init(
        _ form: TextForm,
        kind: Kind? = nil,
        isDeclared: Bool = false,
        core: Core? = nil,
        slots: Slots = .none,
        classic: ClassicFields? = nil
    ) {
        self.form = form
        kindOrZeros = kind ?? Kind(words: (0, 0, 0, 0))
        coreOrZeros = core ?? Core(unchecked: 0, 0)
        self.isDeclared = isDeclared
        self.slots = slots
        self.classic = classic
    }

    /// The kind; nil for a UUID, whose text leaves it out.
    public var kind: Kind? { kindOrZeros.words.0 == 0 ? nil : kindOrZeros }

    /// The 128 bits; nil for a classic text or a secret, which have none.
    ///
    /// The core of a ``TextForm/sealed`` text is only worth something once the seal is verified.
    public var core: Core? { coreOrZeros.high == 0 ? nil : coreOrZeros }

    /// The ID, for the forms that carry one: readable, compact and checked.
    public var id: AnyID? {
        guard form == .readable || form == .compact || form == .checked, let kind, let core else {
            return nil
        }
        return AnyID(kind, core)
    }
}

/// What stands behind the slots of a classic text, `…_{time}_{number}_{8 hex digits}`.
public struct ClassicFields: Hashable, Sendable {
    /// Unix time in milliseconds.
    public let time: UInt64
    /// The process's counter; nil when it does not fit 64 bits.
    public let number: UInt64?
    /// The 32 random bits.
    public let random: UInt32
}

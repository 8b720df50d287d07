package import Signet

/// What a text is called in today's forms.
package struct Translation: Sendable {
    /// What the text names; nil for a UUID whose kind nobody said.
    package let kind: Kind?
    /// The 128 bits.
    package let core: Core
    /// Whether the bits were derived from the text, and not taken over from it.
    package let isDerived: Bool

    /// The ID, if its kind is known.
    package var id: AnyID? { kind.map { AnyID($0, core) } }
}

/// What a store keeps of a translation, so that the way back can be found.
///
/// The way there needs no table. A derived core says nothing of its text, and this does.
package struct AliasRecord: Hashable, Sendable {
    /// The text of the earlier generator, byte for byte.
    package let original: String
    /// The ID.
    package let id: AnyID
    /// The name of the family; `ambiguous` where readings differ.
    package let family: String
}

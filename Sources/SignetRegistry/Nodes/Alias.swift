public import Signet

/// The record of a text by which an adopted resource was known before.
///
/// The way from the text to the ID is a function and needs no record; this is the way back.
public struct Alias: Hashable, Sendable {
    /// The text of the earlier generator, byte for byte.
    public let original: String
    /// What the text was translated to.
    public let id: AnyID
    /// The name of the family that the text is of.
    public let family: String

    package init(original: String, id: AnyID, family: String) {
        self.original = original
        self.id = id
        self.family = family
    }
}

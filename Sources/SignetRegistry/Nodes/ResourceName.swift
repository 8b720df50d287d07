/// A text that names a resource or what was made together with it.
public struct ResourceName: Hashable, Sendable {
    /// The text.
    public let text: String
    /// The family of legacy IDs that the text is of; nil for today's forms.
    public let family: String?
    /// What it is to the resource that was asked for.
    public let relation: Relation

    init(text: String, family: String? = nil, relation: Relation) {
        self.text = text
        self.family = family
        self.relation = relation
    }

    /// How a name stands to a resource.
    @frozen public enum Relation: String, Hashable, Sendable {
        /// It names the resource itself.
        case same
        /// It names a resource of another kind with the same core.
        case sibling
    }
}

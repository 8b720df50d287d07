package import Signet

/// How one text stands to a resource.
package struct NameMatch: Hashable, Sendable {
    /// The relation.
    package let relation: Relation
    /// Counters start anew in each process: what only a counter tells is likely.
    package let certainty: LegacyID.Certainty

    /// What a text is to the resource that is looked for.
    package enum Relation: String, Hashable, Sendable, CaseIterable {
        /// It names the same resource: the same text, a spelling or a translation.
        case same
        /// It was made together with it: an equal core, or the same round of a context factory.
        case sibling
        /// It holds the resource's name whole: a run that holds its thread.
        case holds
        /// It stands whole in the resource's name: the thread in a run.
        case held
        /// It is the resource's owner.
        case owner
        /// The resource is its owner.
        case owned
    }
}

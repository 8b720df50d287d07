/// Which question about a code base a rule helps to answer.
package enum RuleCategory: String, Sendable, CaseIterable {
    /// Where are identifiers made?
    case producer
    /// Which identifiers are used as secrets, and which secrets are too weak?
    case secret
    /// Who else makes identifiers for others?
    case rival
    /// What will break if identifiers change their look?
    case consumer
    /// Where can one user's data come under another's name?
    case isolation
    /// Which exceptions from the rules no longer hold?
    case gate
}

/// What a project makes of a rule: nothing at all, or findings of a severity that it chooses.
package enum RuleLevel: Sendable, Equatable {
    /// The rule is not applied.
    case off
    /// All findings of the rule have this severity.
    case severity(Severity)
}

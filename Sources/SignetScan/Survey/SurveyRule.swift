/// Finds nothing, but lets a scan say which functions make identifiers.
package struct SurveyRule: Rule {
    package let name = "survey"
    package let category = RuleCategory.rival
    package let needs = FactSet.minters
    package let severity = Severity.note
    package let summary = "Asks for the functions that make identifiers."
    package let documentation = "Used by signet init, which drafts a configuration."
    package let examples: [RuleExample] = []

    /// Creates the rule.
    package init() {}
}

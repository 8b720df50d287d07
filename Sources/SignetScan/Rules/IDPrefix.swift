/// Finds places that tell identifiers by how they begin or end.
package struct IDPrefix: Rule {
    package let name = "id-prefix"
    package let category = RuleCategory.consumer
    package let needs = FactSet.consumers
    package let severity = Severity.warning
    package let summary = "An identifier is told by how it begins or ends."
    package let documentation = """
        A prefix says what an identifier names only as long as all who make it agree. Text patterns called
        new identifiers old, missed those of other makers, and let cleanup pass them by.

        Ask the parser for the kind, or look the identifier up: the registry knows what it names.
        """
    package let examples: [RuleExample] = [
        .wrong("if run_id.startswith(\"run_\"):\n    pass\n", (1, 4, "affix")),
        .wrong("old = str(thread_id)[:7] == \"thread_\"\n", (1, 7, "affix")),
        .wrong("bare = job.job_id.removeprefix(\"job-\")\n", (1, 8, "affix")),
        .wrong("if \"legacy_\" in self.user_id:\n    pass\n", (1, 4, "affix")),
        .right("if name.startswith(\"run_\"):\n    pass\n"),
        .right("if user_id in {\"run_1\"} or \"a\" in user_ids:\n    pass\n"),
        .right("if source_id.startswith(\"https://\"):\n    pass\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.consumptions(.affix).map { place in
            Match(
                place,
                "\(place.subjectName) is told by \(place.affix), which only fits as long as every maker "
                    + "agrees; ask the parser or the registry what it names."
            )
        }
    }
}

extension Consumption {
    /// The text that is looked for, as a message names it.
    fileprivate var affix: String { detail.map { "\"\($0)\"" } ?? "its beginning or end" }
}

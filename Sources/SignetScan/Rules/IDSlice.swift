/// Finds places that take characters of an identifier by their position.
package struct IDSlice: Rule {
    package let name = "id-slice"
    package let category = RuleCategory.consumer
    package let needs = FactSet.consumers
    package let severity = Severity.warning
    package let summary = "Characters of an identifier are taken by their position."
    package let documentation = """
        The first eight characters of an identifier are random digits in one format, the kind in another
        and the time in a third. What is cut is no longer unique: two users whose names begin alike share
        a key. A shortened text that is only written to a log is not reported.

        Use the whole identifier. For a short name that people read, ask the format for one.
        """
    package let examples: [RuleExample] = [
        .wrong("short = run_id[:8]\n", (1, 9, "slice")),
        .wrong("rest = str(self.thread_id)[4:]\n", (1, 8, "slice")),
        .wrong("tail = event.user_id[-6:]\n", (1, 8, "slice")),
        .right("first = run_ids[0]\nrow = ids[:8]\n"),
        .right("value = user_id[key]\nother = run_id[0]\n"),
        .right("logger.info(f\"run {run_id[:8]} has ended\")\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.consumptions(.slice).map { place in
            Match(
                place,
                "\(place.subjectName)[\(place.detail ?? "")] takes characters by their place, which differ "
                    + "in every format and are not unique; use the whole identifier."
            )
        }
    }
}

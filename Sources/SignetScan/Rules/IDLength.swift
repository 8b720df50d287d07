/// Finds places that rely on how long an identifier is.
package struct IDLength: Rule {
    package let name = "id-length"
    package let category = RuleCategory.consumer
    package let needs = FactSet.consumers
    package let severity = Severity.warning
    package let summary = "The length of an identifier is compared."
    package let documentation = """
        36 characters are a UUID with hyphens, 32 one without. Every other format has another length, and
        readable identifiers have no fixed one: usually up to 76 characters, at most 255.

        A limit of 255 or more is not reported: every identifier fits.

        Let the parser decide whether a text is an identifier, and of which form.
        """
    package let examples: [RuleExample] = [
        .wrong("if len(thread_id) == 36:\n    pass\n", (1, 4, "length")),
        .wrong("assert len(str(event.run_id)) in (32, 36)\n", (1, 8, "length")),
        .wrong("bad = 64 < len(user_id)\n", (1, 7, "length")),
        .wrong("if (runId.length === 36) {}\n", in: "example.ts", (1, 5, nil)),
        .right("if len(thread_ids) == 36 or len(user_id) == 0:\n    pass\n"),
        .right("count = len(run_id)\nfits = len(user_id) <= 255\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.consumptions(.length).filter { $0.width ?? 0 < 255 }.map { place in
            Match(
                place,
                "the length of \(place.subjectName) is compared with \(place.detail ?? "a number"), which only one "
                    + "format has; let the parser decide what a text is."
            )
        }
    }
}

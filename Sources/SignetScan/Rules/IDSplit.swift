/// Finds places that take an identifier apart at a separator.
package struct IDSplit: Rule {
    package let name = "id-split"
    package let category = RuleCategory.consumer
    package let needs = FactSet.consumers
    package let severity = Severity.warning
    package let summary = "An identifier is taken apart at a separator."
    package let documentation = """
        Whoever splits an identifier relies on how many parts it has and on what stands between them.
        A user name or an operation with the same separator in it moves all parts; another format breaks
        every such place at once, and often silently: the wrong part is taken for the owner.

        Store what is needed beside the identifier, or let the parser of the format give its kind, its
        slots and its time. Where the text must be split, split from the right and check the parts.
        """
    package let examples: [RuleExample] = [
        .wrong("owner = thread_id.split(\"_\")[1]\n", (1, 9, "split")),
        .wrong("kind, _, rest = str(self.run_id).partition(\":\")\n", (1, 17, "split")),
        .wrong("head = message.request_id.rsplit(\"-\", 1)[0]\n", (1, 8, "split")),
        .wrong(
            "let parts = run.id.split(separator: \"_\")\n",
            in: "example.swift",
            (1, 13, "split")
        ),
        .wrong("const kind = threadId.split(\"_\")[0];\n", in: "example.ts", (1, 14, nil)),
        .right("parts = line.split(\"_\")\nids = user_ids.split(\",\")\n"),
        .right("values = user_id.split(\",\")\nclaims = token.split(\".\")\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.consumptions(.split).map { place in
            Match(
                place,
                "\(place.subjectName) is taken apart at \(place.separator), which breaks as soon as its "
                    + "format or a part of it changes; keep its parts beside it or use its parser."
            )
        }
    }
}

extension Consumption {
    /// The separator as a message names it.
    fileprivate var separator: String { detail.map { "\"\($0)\"" } ?? "a separator" }
}

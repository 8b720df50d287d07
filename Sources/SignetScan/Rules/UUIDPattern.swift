/// Finds regular expressions that only UUIDs, or a prefix with hexadecimal digits, can match.
package struct UUIDPattern: Rule {
    package let name = "uuid-pattern"
    package let category = RuleCategory.consumer
    package let needs = FactSet.consumers
    package let severity = Severity.warning
    package let summary =
        "A regular expression asks for a UUID or for a prefix and hexadecimal digits."
    package let documentation = """
        A pattern of UUIDs refuses every other identifier: at the door of a service, in a validator, in a
        search through logs. Patterns of prefix and digits do the same for their own format, and differ
        from one place to the next.

        Let the parser decide. Where only a pattern will do, such as in a proxy, take the one that the
        format publishes.
        """
    package let examples: [RuleExample] = [
        .wrong(
            "import re\nID = re.compile(r\"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\")\n",
            (2, 17, "pattern")
        ),
        .wrong("run = re.match(\"run_[0-9a-f]{8}$\", text)\n", (1, 16, "pattern")),
        .wrong("UUID_HEX = r\"^[0-9a-fA-F]{32}$\"\n", (1, 12, "pattern")),
        .right("DIGEST = r\"^[0-9a-f]{64}$\"\nCOLOUR = r\"#[0-9a-f]{6}\"\n"),
        .right("CHECKSUM = r\"^[0-9a-f]{32}$\"\nDATE = r\"\\d{8}-\\d{4}\"\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.consumptions(.pattern).map { place in
            Match(
                place,
                "this pattern of \(place.detail ?? "a UUID") refuses identifiers of every other format; let the "
                    + "parser decide what a text is."
            )
        }
    }
}

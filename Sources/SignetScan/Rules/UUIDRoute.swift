/// Finds routes of web applications that only a UUID can match.
package struct UUIDRoute: Rule {
    package let name = "uuid-route"
    package let category = RuleCategory.consumer
    package let needs = FactSet.consumers
    package let severity = Severity.warning
    package let summary = "A route of a web application matches only UUIDs."
    package let documentation = """
        The converter of the router turns away every other identifier: the client gets 404 for a resource
        that exists, and nothing is written to a log of the application.

        Use a converter for identifiers, or take the text and let the parser decide.
        """
    package let examples: [RuleExample] = [
        .wrong("urls = [path(\"runs/<uuid:pk>/\", view)]\n", (1, 14, "route")),
        .wrong("route = Route(\"/runs/{run_id:uuid}\", run)\n", (1, 15, "route")),
        .right("urls = [path(\"runs/<str:pk>/\", view)]\n"),
        .right("text = f\"{value:uuid}\"\n# path(\"<uuid:pk>\")\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.consumptions(.route).map { place in
            Match(
                place,
                "\(place.subjectName) in this route must be a UUID, so every other identifier is answered "
                    + "with 404; take the text and let the parser decide."
            )
        }
    }
}

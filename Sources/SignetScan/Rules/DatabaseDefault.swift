/// Finds columns and fields of models that make identifiers as their defaults.
package struct DatabaseDefault: Rule {
    package let name = "database-default"
    package let category = RuleCategory.producer
    package let needs: FactSet = [.uuids, .producers]
    package let severity = Severity.warning
    package let summary = "A column or field of a model makes identifiers as its default."
    package let documentation = """
        A default hides a generator in a model: nobody calls it, so nobody sees that rows, messages
        and models make identifiers of their own, without kind, owner or family. One that the
        database evaluates, such as `gen_random_uuid()`, is known to the program only after the
        row has been written, and is of another format than what the program makes.

        Make the identifier before the row, with the generator, and pass it in. Where a default has
        to stay, let it call the generator with the kind of the table.

        A finding stands at the function that makes the value.
        """
    package let examples: [RuleExample] = [
        .wrong("import uuid\nid = Column(String(36), default=uuid.uuid4)\n", (2, 33, "reference")),
        .wrong(
            "from uuid import uuid4\nclass Run:\n"
                + "    run_id: str = field(default_factory=lambda: str(uuid4()))\n",
            (3, 53, "str")
        ),
        .wrong(
            "id = Column(UUID, server_default=text(\"gen_random_uuid()\"))\n",
            (1, 40, "uuid")
        ),
        .wrong(
            "CREATE TABLE runs (id uuid DEFAULT gen_random_uuid());\n",
            in: "example.sql",
            (1, 36, "uuid")
        ),
        .right("import uuid\nrun_id = uuid.uuid4()\n"),
        .right("created = Column(DateTime, default=utcnow)\n"),
        .right("note = \"gen_random_uuid is a function\"\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.generations.compactMap { site in
            let isColumn = site.taker?.role == .column || site.name?.role == .column
            guard site.isDatabase || isColumn else { return nil }
            return Match(
                range: site.range,
                message: "\(site.symbol) makes identifiers as the default of a column or field; "
                    + "make them before, with the generator.",
                symbol: site.symbol,
                shape: site.shape,
                target: site.taker?.text ?? site.name?.text,
                function: site.function
            )
        }
    }
}

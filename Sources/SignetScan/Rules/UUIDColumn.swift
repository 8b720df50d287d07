/// Finds columns of databases that only UUIDs, or only short identifiers, fit.
package struct UUIDColumn: Rule {
    package let name = "uuid-column"
    package let category = RuleCategory.consumer
    package let needs = FactSet.consumers
    package let severity = Severity.warning
    package let summary = "A column holds only UUIDs, or is too narrow for other identifiers."
    package let documentation = """
        A column of a UUID type takes no other text. One for 36 characters takes no longer one:
        the insert fails, or, worse, the database cuts the text and two rows share a key. Readable
        identifiers are usually up to 76 characters long, and at most 255.

        Expand first: a wider text column, or the native UUID type with the compact form in it.
        Then backfill, and only then let new identifiers be written. Foreign keys to the column
        change with it, in the same migration.
        """
    package let examples: [RuleExample] = [
        .wrong(
            "from sqlalchemy import Column, String\nid = Column(String(36), primary_key=True)\n",
            (2, 13, "column")
        ),
        .wrong(
            "run_id: Mapped[str] = mapped_column(sa.String(length=50))\n",
            (1, 37, "column")
        ),
        .wrong("sa.Column(\"user_id\", sa.CHAR(32), nullable=False)\n", (1, 22, "column")),
        .wrong(
            "from sqlalchemy.dialects.postgresql import UUID\nid = Column(UUID(as_uuid=True))\n",
            (2, 13, "column")
        ),
        .wrong("id = models.UUIDField(primary_key=True)\n", (1, 6, "column")),
        .wrong("run_id = models.CharField(max_length=36)\n", (1, 10, "column")),
        .wrong(
            "op.execute(\"CREATE TABLE runs (id uuid PRIMARY KEY, note text)\")\n",
            (1, 32, "column")
        ),
        .wrong(
            "db.run(\"\"\"\n    ALTER TABLE runs ADD COLUMN user_id VARCHAR(36) NOT NULL\n\"\"\")\n",
            (2, 33, "column")
        ),
        .wrong(
            "ALTER TABLE runs ADD COLUMN user_id varchar(36);\n",
            in: "example.sql",
            (1, 29, "column")
        ),
        .right("name = Column(String(36))\nid = Column(String(255))\nkey_id = Column(Text)\n"),
        .right("title = models.CharField(max_length=36)\nuser = ForeignKey(User)\n"),
        .right("op.execute(\"CREATE TABLE runs (id bigint, note varchar(36))\")\n"),
        .right("op.execute(\"ALTER TABLE runs ALTER COLUMN id SET DEFAULT gen_random_uuid()\")\n"),
    ]

    /// The length that readable identifiers usually have at most.
    private static let usualLength = 76
    /// The length that no identifier exceeds.
    private static let greatestLength = 255

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.consumptions(.column).compactMap { place in
            guard let width = place.width else {
                return Match(
                    place,
                    "\(place.subjectName) is stored as \(place.detail ?? "UUID"), which takes no "
                        + "other text; store the compact form there or widen the column first."
                )
            }
            if width >= Self.greatestLength { return nil }
            let isNarrow = width < Self.usualLength
            let limit = isNarrow ? Self.usualLength : Self.greatestLength
            let often = isNarrow ? "usually has up to" : "may have up to"
            return Match(
                place,
                "\(place.subjectName) is stored in \(width) characters, but a readable identifier "
                    + "\(often) \(limit); widen the column first.",
                severity: isNarrow ? .warning : .note
            )
        }
    }
}

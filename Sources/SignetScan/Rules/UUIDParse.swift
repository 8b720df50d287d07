/// Finds places that read a text as a UUID and fail for every other identifier.
package struct UUIDParse: Rule {
    package let name = "uuid-parse"
    package let category = RuleCategory.consumer
    package let needs = FactSet.consumers
    package let severity = Severity.warning
    package let summary = "A text is read as a UUID."
    package let documentation = """
        Reading an identifier as a UUID raises an error for every other format. It also takes several
        spellings for one value, so what is compared afterwards is not what was sent.

        Use the parser of identifiers, which reads UUIDs, compact and readable texts, and says which one
        it was.
        """
    package let examples: [RuleExample] = [
        .wrong("import uuid\nvalue = uuid.UUID(thread_id)\n", (2, 9, "parse")),
        .wrong("from uuid import UUID\nvalue = UUID(hex=row[\"id\"])\n", (2, 9, "parse")),
        .wrong("from uuid import UUID\nvalue = UUID(str(text), version=4)\n", (2, 9, "parse")),
        .right("import uuid\nfresh = uuid.uuid4()\nZERO = uuid.UUID(int=0)\n"),
        .right("import uuid\nKNOWN = uuid.UUID(\"6ba7b810-9dad-11d1-80b4-00c04fd430c8\")\n"),
        .right("class UUID:\n    pass\n\n\ndef f(a: int) -> int:\n    return a\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.consumptions(.parse).map { place in
            Match(
                place,
                "\(place.subjectName) is read as a UUID, which fails for an identifier of any other format; "
                    + "use the parser of identifiers."
            )
        }
    }
}

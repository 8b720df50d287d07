/// Finds signatures, models and schemas that accept only UUIDs.
package struct UUIDAnnotation: Rule {
    package let name = "uuid-annotation"
    package let category = RuleCategory.consumer
    package let needs = FactSet.consumers
    package let severity = Severity.warning
    package let summary = "A signature, model or schema accepts only UUIDs."
    package let documentation = """
        A parameter of a request, a field of a model or a property of a schema that is declared as a UUID
        refuses every other identifier before any code of the project has seen it: clients get an error
        422, messages are dropped, generated clients do not compile.

        Declare the type of identifiers instead, which still accepts UUIDs while the formats live side by
        side. A published schema needs `string` without `format: uuid` first, in a release of its own.
        """
    package let examples: [RuleExample] = [
        .wrong(
            "from uuid import UUID\n\n\ndef read(run_id: UUID) -> None: ...\n",
            (4, 18, "annotation")
        ),
        .wrong(
            "import uuid\nfrom typing import Optional\n\n\nclass Run(Model):\n"
                + "    id: Optional[uuid.UUID] = None\n",
            (6, 18, "annotation")
        ),
        .wrong("from pydantic import UUID4\nids: list[UUID4]\n", (2, 11, "annotation")),
        .wrong("schema = {\"type\": \"string\", \"format\": \"uuid\"}\n", (1, 29, "schema")),
        .wrong(
            "from rest_framework import serializers\n\n\nclass RunSerializer(Base):\n"
                + "    id = serializers.UUIDField()\n",
            (5, 10, "schema")
        ),
        .right("from uuid import UUID, uuid4\n\n\ndef f(run_id: str) -> str: ...\n"),
        .right("if isinstance(value, UUID):\n    pass\nnames = {\"a\": UUID}\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.consumptions
            .filter { $0.operation == .annotation || $0.operation == .schema }
            .map { place in
                Match(
                    place,
                    "\(place.subjectName) is declared as \(place.detail ?? "a UUID"), which refuses every "
                        + "other identifier; declare the type of identifiers."
                )
            }
    }
}

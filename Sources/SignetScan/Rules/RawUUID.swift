/// Finds places that make a bare UUID where an identifier of a kind belongs.
package struct RawUUID: Rule {
    package let name = "raw-uuid"
    package let category = RuleCategory.producer
    package let needs = FactSet.uuids
    package let severity = Severity.warning
    package let summary = "A UUID is made by hand where an identifier with a kind belongs."
    package let documentation = """
        A bare UUID says nothing in a log: not what it names, not when it was made, not which
        other identifiers belong to it. Cut to some digits it collides. Made in a thousand places
        it has a thousand formats.

        Ask the generator for an identifier of the right kind instead. Its text names the kind,
        sorts by time, and shares its core with the identifiers of the same family.

        A finding stands at the call or the reference itself. Its shape says what becomes of the
        value: `str` and `hex` are texts, `hex[:8]` and `str[:8]` are cut texts, `uuid` is the
        object, `reference` is the function passed on uncalled, such as a default factory.
        """
    package let examples: [RuleExample] = [
        .wrong("import uuid\nthread_id = str(uuid.uuid4())\n", (2, 17, "str")),
        .wrong(
            "from uuid import uuid4\nrun_id = f\"run_{uuid4().hex[:8]}\"\n",
            (2, 17, "hex[:8]")
        ),
        .wrong(
            "from uuid import uuid4 as new\nfield(default_factory=new)\n",
            (2, 23, "reference")
        ),
        .wrong(
            "import Foundation\nlet runID = UUID().uuidString\n",
            in: "example.swift",
            (2, 13, "str")
        ),
        .wrong(
            "INSERT INTO runs (id) VALUES (gen_random_uuid());\n",
            in: "example.sql",
            (1, 31, "uuid")
        ),
        .wrong(
            "import { v4 } from \"uuid\";\nconst threadId = v4();\n",
            in: "example.ts",
            (2, 18, "str")
        ),
        .right("import uuid\nparsed = uuid.UUID(text)\n"),
        .right("# uuid.uuid4() makes a random UUID\ntext = \"uuid.uuid4()\"\n"),
        .right("import other as uuid\nvalue = uuid.uuid4()\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.generations.filter { $0.ingredient == .uuid && !$0.isDatabase }.map { site in
            Match(
                range: site.range,
                message: message(for: site),
                symbol: site.symbol,
                shape: site.shape,
                target: site.name?.text,
                function: site.function
            )
        }
    }

    /// One sentence: what is there, why it hurts, what to do.
    private func message(for site: Generation) -> String {
        let harm =
            switch site.shape {
            case let shape where shape.hasSuffix("]"):
                "makes a UUID and cuts it, so that names collide"
            case "reference": "is passed on to make UUIDs that say nothing of what they name"
            default: "makes a UUID that says nothing of what it names"
            }
        return "\(site.symbol) \(harm); ask the generator for an ID of its kind."
    }
}

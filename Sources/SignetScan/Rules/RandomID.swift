/// Finds identifiers made by other generators: random numbers, ULIDs, Nano IDs, ObjectIds.
package struct RandomID: Rule {
    package let name = "random-id"
    package let category = RuleCategory.producer
    package let needs: FactSet = [.uuids, .producers]
    package let severity = Severity.warning
    package let summary = "An identifier comes from a random function or from another ID library."
    package let documentation = """
        Random digits, ULIDs, Nano IDs and ObjectIds are further formats beside each other: each
        with its own length, alphabet and order, none with a kind. A function such as
        `random.randint` moreover repeats: its state can be predicted, and copied when a process
        forks.

        Ask the generator for an identifier of the right kind. Values that are to be secrets stay
        with `secrets`; see `weak-secret`.
        """
    package let examples: [RuleExample] = [
        .wrong("import random\nsession_id = random.randint(1, 9999)\n", (2, 14, "other")),
        .wrong("import secrets\nrow = Row(job_id=secrets.token_hex(8))\n", (2, 18, "other")),
        .wrong("from bson import ObjectId\n_id = ObjectId()\n", (2, 7, "other")),
        .wrong(
            "import { nanoid } from \"nanoid\";\nconst jobId = nanoid();\n",
            in: "example.ts",
            (2, 15, nil)
        ),
        .right("from bson import ObjectId\n_id = ObjectId(text)\n"),
        .right("import random\ndelay = random.random()\n"),
        .right("import secrets\npassword = secrets.token_urlsafe(32)\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.generations.compactMap { site in
            guard site.ingredient != .uuid, let name = site.name else { return nil }
            let meaning = NameMeaning(name.text)
            // Random bits for a key are to encrypt or sign.
            guard meaning.isIdentifier, !meaning.isSecret, meaning.words.last != "key" else {
                return nil
            }
            let isPredictable = site.ingredient == .random
            return Match(
                range: site.range,
                message: "\(site.symbol) makes an identifier "
                    + (isPredictable ? "that can be predicted" : "in a format of its own")
                    + "; ask the generator for an ID of its kind.",
                symbol: site.symbol,
                shape: site.shape,
                target: name.text,
                severity: isPredictable ? .error : nil,
                function: site.function
            )
        }
    }
}

/// Finds constants that stand where the identifier of an owner belongs.
package struct PlaceholderOwner: Rule {
    package let name = "placeholder-owner"
    package let category = RuleCategory.isolation
    package let needs = FactSet.isolation
    package let severity = Severity.error
    package let summary = "A constant stands where the identifier of an owner belongs."
    package let documentation = """
        When nobody knows whose data it is, `"unknown"` is a user like any other: all data without
        an owner come together under one name, are shown to whoever has it next, and cannot be told
        apart afterwards. A default hides the caller that forgot to say for whom it works.

        Make the owner a required part of the context and refuse to work without it. Work of the
        system itself has an owner of its own kind, which is declared once.

        In tests, constants are normal and are not reported.
        """
    package let examples: [RuleExample] = [
        .wrong("user_id = request.user_id or \"unknown\"\n", (1, 30, "fallback")),
        .wrong("owner = data.get(\"user_id\", \"anonymous\")\n", (1, 29, "fallback")),
        .wrong("def run(task, user_id: str = \"default\"): ...\n", (1, 30, "parameter")),
        .wrong("create(task, tenant_id=\"system\")\n", (1, 24, "constant")),
        .wrong("event = {\"user_id\": \"system\"}\n", (1, 21, "constant")),
        .wrong("user_id = user.id if user else \"unknown\"\n", (1, 32, "fallback")),
        .wrong("run(userID: \"system\")\n", in: "example.swift", (1, 13, "constant")),
        .wrong("start({ userId: \"unknown\" });\n", in: "example.ts", (1, 17, nil)),
        .right("user_id = \"unknown\"\n", in: "tests/test_runs.py"),
        .right("name = data.get(\"name\", \"unknown\")\nuser_id = \"\"\n"),
        .right("if user_id == \"unknown\":\n    raise ValueError\n"),
        .right("mode = \"default\"\nlabel = user_id or fallback\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        if analysis.placeholders.isEmpty || file.isTest { return [] }
        return analysis.placeholders.filter { $0.form != .shared }.map { place in
            Match(
                range: place.range,
                message: message(for: place),
                symbol: place.text,
                shape: place.form.rawValue,
                target: place.name.text,
                severity: place.form == .constant || place.text.isEmpty ? .warning : .error,
                function: place.function
            )
        }
    }

    /// One sentence: what is there, why it hurts, what to do.
    private func message(for place: Placeholder) -> String {
        let text = place.text.isEmpty ? "an empty text" : "\"\(place.text)\""
        let how =
            switch place.form {
            case .fallback: "becomes \(text) where it is missing"
            case .parameter: "is \(text) for every caller that does not say it"
            case .constant, .shared: "is the constant \(text)"
            }
        return
            "\(place.name.text) \(how), so that data of several owners come together; require the "
            + "owner."
    }
}

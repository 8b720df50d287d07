/// Finds tests that replace the function that makes identifiers.
package struct UUIDMock: Rule {
    package let name = "uuid-mock"
    package let category = RuleCategory.consumer
    package let needs = FactSet.consumers
    package let severity = Severity.note
    package let summary = "A test replaces the function that makes identifiers."
    package let documentation = """
        A test that replaces `uuid4` where a module looks it up passes without a word once the module asks
        somebody else for its identifiers, and then no longer checks what it says. Values frozen there are
        often too short, or equal for all calls.

        Give the code a generator, and the test one that is predictable.
        """
    package let examples: [RuleExample] = [
        .wrong(
            "with patch(\"app.runs.uuid4\") as fake:\n    pass\n",
            in: "test_runs.py",
            (1, 6, "mock")
        ),
        .wrong(
            "monkeypatch.setattr(uuid, \"uuid4\", fake)\n",
            in: "test_runs.py",
            (1, 1, "mock")
        ),
        .wrong(
            "mocker.patch.object(runs, \"generate_run_id\")\n",
            in: "test_runs.py",
            (1, 1, "mock")
        ),
        .right("with patch(\"app.runs.clock\") as fake:\n    pass\n"),
        .right("setattr(record, \"run_id\", value)\npatch(\"app.uuid_text\")\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.consumptions(.mock).map { place in
            Match(
                place,
                "\(place.detail ?? "a generator") is replaced, which no longer has an effect once identifiers come "
                    + "from elsewhere; give the code a predictable generator."
            )
        }
    }
}

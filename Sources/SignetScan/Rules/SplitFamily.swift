/// Finds identifiers of one context that are made apart from each other.
package struct SplitFamily: Rule {
    package let name = "split-family"
    package let category = RuleCategory.isolation
    package let needs = FactSet.isolation
    package let severity = Severity.error
    package let summary = "Identifiers of one context are made apart from each other."
    package let documentation = """
        A thread, its run and its request belong together. Where one is handed on and its sibling
        is made anew, or both are made side by side, nothing ties them: what is registered under
        the one is not found under the other, is never cleaned up, or is found by matching texts,
        which mixes up users.

        Make the family in one call, which gives all its members one core, and hand on all of it.

        In tests, members are often made apart on purpose and are not reported.
        """
    package let examples: [RuleExample] = [
        .wrong(
            "Context(user_id=user_id, thread_id=thread_id, run_id=str(uuid.uuid4()))\n",
            (1, 58, "handed on")
        ),
        .wrong(
            "def begin():\n    thread_id = str(uuid4())\n    run_id = str(uuid4())\n",
            (3, 18, "apart")
        ),
        .right("Context(thread_id=thread_id, run_id=run_id)\n"),
        .right("Context(thread_id=str(uuid4()), name=name)\n"),
        .right(
            "def first():\n    thread_id = new_id()\n\n\ndef second():\n    run_id = new_id()\n"
        ),
        .right(
            "def begin():\n    thread_id = str(uuid4())\n    run_id = str(uuid4())\n",
            in: "tests/test_begin.py"
        ),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        if analysis.familySplits.isEmpty || file.isTest { return [] }
        return analysis.familySplits.map { place in
            let how =
                place.callee.map { "is handed on to \($0)" } ?? "is made beside it"
            return Match(
                range: place.range,
                message:
                    "\(place.fresh) is made anew while \(place.passed) \(how), so that nothing "
                    + "ties the two; make the family in one call.",
                symbol: place.passed,
                shape: place.callee == nil ? "apart" : "handed on",
                target: place.fresh,
                function: place.function
            )
        }
    }
}

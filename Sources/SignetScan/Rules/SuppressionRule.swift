/// Finds comments that are to suppress findings and do not, or no longer need to.
///
/// The finding itself is the work of `Suppressor`, which knows what the other rules have found.
package struct SuppressionRule: Rule {
    /// The name, which a directive must not name.
    static let ruleName = "suppression"

    package let name = ruleName
    package let category = RuleCategory.gate
    package let needs = FactSet.directives
    package let severity = Severity.error
    package let summary = "A comment that suppresses findings is wrong, expired or without use."
    package let documentation = """
        A finding that is right as it is can be suppressed where it stands, by a comment on its
        line or alone on the line above:

            token = uuid4().hex  # signet: ignore[raw-uuid] the partner's format, until 2027-01-01

        `ignore[rule, rule]` names the rules. Behind it stands the reason, which is needed, and, if
        it is not for ever, the last day on which the suppression holds. `ignore-file[rule] reason`
        in the first 30 lines speaks for the whole file. In other languages the same stands behind
        `//` or `--`, or in `/* … */`. Where several rules find the same place, suppressing the
        outermost one suppresses those that are part of it.

        Exceptions that nobody looks at rot. So this rule finds a suppression that names an unknown
        rule, gives no reason, has come to its last day, or has nothing to suppress. It cannot be
        suppressed itself, and no baseline takes it in. `signet scan --show-suppressed` lists what
        is suppressed and why.
        """
    package let examples: [RuleExample] = [
        .wrong(
            "import uuid\nx = uuid.uuid4()  # signet: ignore[raw-uuid]\n",
            (2, 21, "directive")
        ),
        .wrong("# signet: ignore[raw-uiud] their format\n", (1, 3, "directive")),
        .wrong(
            "import uuid\nx = uuid.uuid4()  # signet: ignore[raw-uuid] theirs, until 2020-01-31\n",
            (2, 21, "directive")
        ),
        .wrong("x = 1  # signet: ignore[raw-uuid] no longer needed\n", (1, 10, "directive")),
        .wrong("# signet: ignore raw-uuid: their format\n", (1, 3, "directive")),
        .wrong("# signet: ingore[raw-uuid] their format\n", (1, 3, "directive")),
        .wrong("# signet: ignore[suppression] be quiet\n", (1, 3, "directive")),
        .right("import uuid\nx = uuid.uuid4()  # signet: ignore[raw-uuid] their format\n"),
        .right("import uuid\n# signet: ignore[raw-uuid] their format\nx = uuid.uuid4()\n"),
        .right("# signet: ignore-file[raw-uuid] a copy\nimport uuid\nx = uuid.uuid4()\n"),
        .right("text = \"# signet: ignore[raw-uuid]\"\n"),
        .right("# Found by signet: see its documentation.\n"),
    ]

    /// Creates the rule.
    package init() {}

    /// The finding for a directive about which there is something to say.
    func finding(_ directive: Directive, _ message: String) -> Finding {
        Finding(
            rule: name,
            path: directive.path,
            start: directive.start,
            end: directive.end,
            category: category,
            severity: severity,
            language: directive.language,
            service: directive.service,
            isTest: directive.isTest,
            shape: "directive",
            message: message,
            symbol: "signet:",
            fingerprint: directive.fingerprint
        )
    }
}

/// Finds fresh identifiers that are made once and shared by all calls or instances.
package struct SharedDefault: Rule {
    package let name = "shared-default"
    package let category = RuleCategory.isolation
    package let needs = FactSet.isolation
    package let severity = Severity.error
    package let summary = "A fresh identifier is made once and shared by all calls or instances."
    package let documentation = """
        The default of a parameter is evaluated when the function is defined, and the body of a
        class when the class is. An identifier made there is the same for every call, instance or
        row until the process ends: requests of different users carry one name.

        Make the identifier inside the function, or hand over the function that makes it: a
        `default_factory`, or `default=` without the call.
        """
    package let examples: [RuleExample] = [
        .wrong(
            "from uuid import uuid4\n\n\ndef run(run_id=str(uuid4())): ...\n",
            (4, 20, "shared")
        ),
        .wrong(
            "import uuid\n\n\nclass Run:\n    id: str = str(uuid.uuid4())\n",
            (5, 19, "shared")
        ),
        .wrong(
            "import uuid\n\n\nclass Run(Base):\n"
                + "    id = Column(String, default=str(uuid.uuid4()))\n",
            (5, 37, "shared")
        ),
        .wrong(
            "import uuid\n\n\nclass Run(Model):\n"
                + "    id = models.CharField(default=uuid.uuid4())\n",
            (5, 35, "shared")
        ),
        .right(
            "import uuid\n\n\nclass Run(Model):\n    id = models.UUIDField(default=uuid.uuid4)\n"
                + "    key = field(default_factory=lambda: str(uuid.uuid4()))\n"
        ),
        .right(
            "import uuid\n\n\ndef run(run_id=None):\n    run_id = run_id or str(uuid.uuid4())\n"
        ),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.placeholders.filter { $0.form == .shared }.map { place in
            Match(
                range: place.range,
                message: "\(place.name.text) is made once by \(place.text) and is the same for all "
                    + "that do not say their own; make it where it is needed.",
                symbol: place.text,
                shape: place.form.rawValue,
                target: place.name.text,
                severity: file.isTest ? .note : .error,
                function: place.function
            )
        }
    }
}

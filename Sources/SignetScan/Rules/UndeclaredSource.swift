/// Finds imports of what makes identifiers from a place that is not declared as their source.
package struct UndeclaredSource: Rule {
    package let name = "undeclared-source"
    package let category = RuleCategory.rival
    package let needs = FactSet.minters
    package let severity = Severity.warning
    package let looksAtTree = true
    package let summary =
        "Identifiers are taken from a module that is not declared as their source."
    package let documentation = """
        The project says from which modules identifiers are to come. An import from elsewhere keeps
        a rival alive, and its format with it.

        Import from the declared module. Add the module to `sources` in the configuration if it is
        one. Nothing is reported while no source is declared.
        """
    package let examples: [RuleExample] = [
        .wrong(
            [("app.py", "from legacy.ids import generate_run_id\n")],
            sources: ["app.ids"],
            ("app.py", 1, 24)
        ),
        .right(
            [("app/run.py", "from .ids import generate_run_id\n")],
            sources: ["app.ids"]
        ),
        .right("from app.ids import generate_run_id\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func findings(in index: CodeIndex) -> [Finding] {
        let sources = index.declarations.sources
        if sources.isEmpty { return [] }
        return index.minters.compactMap { place in
            guard place.mention.role == .import, let module = place.mention.module,
                !SourceModules.contain(module: module, importedBy: place.path, sources)
            else { return nil }
            return Finding(
                self,
                at: place,
                shape: "import",
                message:
                    "\(place.mention.name) is imported from \(module), which is not declared as "
                    + "a source of identifiers; import it from \(sources[0]).",
                kind: KindGuess(
                    target: place.mention.name,
                    template: nil,
                    function: nil,
                    kinds: index.declarations.kinds
                )
            )
        }
    }
}

import SignetScan
import Testing

@Suite("Rules")
struct RuleExamplesTests {
    static let rules = RuleCatalog.all

    struct Example: CustomTestStringConvertible {
        let rule: any Rule
        let example: RuleExample

        var testDescription: String { "\(rule.name): \(example.files[0].code.debugDescription)" }
    }

    static var examples: [Example] {
        rules.flatMap { rule in rule.examples.map { Example(rule: rule, example: $0) } }
    }

    @Test("A rule finds exactly what its examples say", arguments: examples)
    func example(_ example: Example) throws {
        let tree = try TemporaryTree()
        for file in example.example.files { try tree.write(file.path, file.code) }
        var options = ScanOptions()
        options.workingDirectory = tree.path
        options.usesIgnoreFiles = false
        options.declarations.sources = example.example.sources
        // What one rule finds in the tree may rest on what the others have found in the files.
        let scanner = Scanner(options, languages: LanguageCatalog.all, rules: Self.rules)
        let report = scanner.scan(["."])
        #expect(report.syntaxErrors.isEmpty && report.unreadable.isEmpty)
        let found = report.findings.filter { $0.rule == example.rule.name }
        let expected = example.example.places
        let places = found.enumerated().map { index, finding in
            RuleExample.Place(
                path: finding.path,
                line: finding.start.line,
                column: finding.start.column,
                shape: index < expected.count
                    ? expected[index].shape.map { _ in finding.shape } : nil
            )
        }
        #expect(places == expected)
    }

    /// A rule without what it finds in whole trees.
    private struct FilesOnly: Rule {
        let rule: any Rule
        var name: String { rule.name }
        var summary: String { rule.summary }
        var documentation: String { rule.documentation }
        var category: RuleCategory { rule.category }
        var needs: FactSet { rule.needs }
        var severity: Severity { rule.severity }
        var examples: [RuleExample] { rule.examples }

        func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
            rule.matches(in: analysis, of: file)
        }
    }

    @Test("A rule that finds something only in whole trees says so", arguments: examples)
    func tree(_ example: Example) throws {
        // Findings about suppressions come from the scanner itself.
        if example.rule is SuppressionRule { return }
        let tree = try TemporaryTree()
        for file in example.example.files { try tree.write(file.path, file.code) }
        var options = ScanOptions()
        options.workingDirectory = tree.path
        let counts = [Self.rules, Self.rules.map { FilesOnly(rule: $0) }].map { rules in
            Scanner(options, languages: LanguageCatalog.all, rules: rules).scan(["."]).findings
                .count { $0.rule == example.rule.name }
        }
        #expect(counts[0] == counts[1] || example.rule.looksAtTree)
    }

    @Test("Every rule explains itself and has examples of both sorts")
    func explained() {
        for rule in Self.rules {
            #expect(!rule.summary.isEmpty && !rule.documentation.isEmpty)
            #expect(rule.examples.contains { $0.places.isEmpty })
            #expect(rule.examples.contains { !$0.places.isEmpty })
            #expect(!rule.name.contains { !$0.isLowercase && !$0.isNumber && $0 != "-" })
        }
    }
}

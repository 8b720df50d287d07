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

    @Test("Every rule explains itself and has examples of both sorts")
    func explained() {
        for rule in Self.rules {
            #expect(!rule.summary.isEmpty && !rule.documentation.isEmpty)
            #expect(rule.examples.contains { $0.places.isEmpty })
            #expect(rule.examples.contains { !$0.places.isEmpty })
        }
    }
}

import SignetScan
import Testing

@Suite("Rules")
struct RuleExamplesTests {
    static let rules: [any Rule] = [RawUUID()]
    static let languages: [any SourceLanguage] = [PythonLanguage()]

    struct Example: CustomTestStringConvertible {
        let rule: any Rule
        let example: RuleExample

        var testDescription: String { "\(rule.name): \(example.code.debugDescription)" }
    }

    static var examples: [Example] {
        rules.flatMap { rule in rule.examples.map { Example(rule: rule, example: $0) } }
    }

    @Test("A rule finds exactly what its examples say", arguments: examples)
    func example(_ example: Example) throws {
        let language = try #require(
            Self.languages.first { $0.name == example.example.language }
        )
        let source = Array(example.example.code.utf8)
        let file = ScannedFile(path: "a.py", language: language.name, service: nil)
        let analysis = language.analyze(source.span)
        let findings = example.rule.findings(in: analysis, source: source.span, file: file)
        let found = findings.map { finding in
            RuleExample.Expectation(
                line: finding.start.line,
                column: finding.start.column,
                shape: finding.shape
            )
        }
        #expect(found == example.example.expected)
        #expect(analysis.syntaxError == nil)
        let mightMatch = language.mightMatch(source.span)
        #expect(mightMatch || found.isEmpty)
    }

    @Test("Every rule explains itself and has examples of both sorts")
    func explained() {
        for rule in Self.rules {
            #expect(!rule.summary.isEmpty && !rule.documentation.isEmpty)
            #expect(rule.examples.contains { $0.expected.isEmpty })
            #expect(rule.examples.contains { !$0.expected.isEmpty })
        }
    }
}

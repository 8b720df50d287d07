import SignetScan
import Testing

@Suite("Surveys")
struct SurveyTests {
    /// A language in which `def NAME` mentions a definition and `use MODULE` an import.
    private struct MentionLanguage: SourceLanguage {
        let name = "python"
        let extensions = ["py"]

        func claims(firstLine line: Span<UInt8>) -> Bool { false }

        func mightMatch(_ bytes: Span<UInt8>, _ facts: FactSet) -> Bool {
            facts.contains(.minters)
        }

        func analyze(_ source: Span<UInt8>, _ facts: FactSet) -> SourceAnalysis {
            var bytes: [UInt8] = []
            bytes.append(contentsOf: source)
            var analysis = SourceAnalysis()
            for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
                let words = line.split(separator: " ").map(String.init)
                analysis.minters.append(
                    words[0] == "def"
                        ? MinterMention(range: 0..<3, role: .definition, name: words[1])
                        : MinterMention(range: 0..<3, role: .import, name: "x", module: words[1])
                )
            }
            return analysis
        }
    }

    private func survey(_ tree: TemporaryTree) throws -> CodeBaseSurvey {
        var options = ScanOptions()
        options.workingDirectory = tree.path
        let languages = [MentionLanguage()]
        let census = try FileCensus(of: ".", languages: languages, options: options)
        let report = Scanner(options, languages: languages, rules: [SurveyRule()]).scan(["."])
        return CodeBaseSurvey(census, report)
    }

    @Test("The module whose generators most files use comes first")
    func modules() throws {
        let tree = try TemporaryTree()
        try tree.write("app/ids.py", "def new_run_id\ndef new_id\n")
        try tree.write("lib/make/__init__.py", "def make\ndef more\ndef most\n")
        try tree.write("app/a.py", "use app.ids\nuse lib.make")
        try tree.write("app/b.py", "use app.ids")
        try tree.write("tests/test_c.py", "use lib.make\ndef fake")
        try tree.write("tests/test_d.py", "use lib.make")
        let modules = try survey(tree).modules
        #expect(modules.map(\.name) == ["app.ids", "lib.make"])
        #expect(modules[0].minters == ["new_id", "new_run_id"])
        #expect(modules.map(\.users) == [2, 1])
    }

    @Test("Services are top folders, or those of a folder that holds everything")
    func services() throws {
        let flat = try TemporaryTree()
        for path in ["web/a.py", "web/deep/b.py", "api/a.py", "tests/test_a.py", "top.py"] {
            try flat.write(path)
        }
        try flat.write("web/.hidden.py")
        try flat.write("web/read.me")
        try flat.write("web/left_out.py")
        try flat.write(".ignore", "left_out.py\n")
        let first = try survey(flat)
        #expect(first.services.map(\.path) == ["web", "api"])
        #expect(first.services.map(\.files) == [2, 1])
        #expect(first.tests.map(\.path) == ["tests"])
        #expect(first.census.files == 5)
        let nested = try TemporaryTree()
        for path in ["one/a/x.py", "one/b/x.py", "one/c/x.py", "one/vendor/x.py"] {
            try nested.write(path)
        }
        let second = try survey(nested)
        #expect(second.services.map(\.path) == ["one/a", "one/b", "one/c"])
        #expect(second.census.foreign.map(\.path) == ["one/vendor"])
    }
}

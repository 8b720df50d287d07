import SignetScan
import Testing

@Suite("Notebooks")
struct NotebookLanguageTests {
    private static func notebook(_ cells: String, _ rest: String = "") -> String {
        "{\"cells\": [\(cells)]\(rest), \"nbformat\": 4, \"nbformat_minor\": 5}"
    }

    private static func cell(_ source: String, type: String = "code") -> String {
        "{\"cell_type\": \"\(type)\", \"outputs\": [{\"text\": [\"uuid.uuid4()\"]}], "
            + "\"source\": \(source)}"
    }

    /// The code at each generation, as it stands in the file.
    private static func sites(_ file: String) -> [String] {
        let source = Array(file.utf8)
        let analysis = NotebookLanguage().analyze(source.span, .uuids)
        return analysis.generations.map { String(decoding: source[$0.range], as: UTF8.self) }
    }

    @Test("Imports of an earlier cell count, and sites stand in the file")
    func cells() {
        let file = Self.notebook(
            Self.cell("[\"import uuid\\n\", \"import os\"]") + ","
                + Self.cell("[\"# uuid.uuid4()\"]", type: "markdown") + ","
                + Self.cell("[\"a = \\\"é\\\"; b = uuid.uuid4().hex[:8]\"]")
        )
        let source = Array(file.utf8)
        let analysis = NotebookLanguage().analyze(source.span, .uuids)
        #expect(Self.sites(file) == ["uuid.uuid4()"])
        #expect(analysis.generations.first?.shape == "hex[:8]")
        let rest = ".hex[:8]\"]}], \"nbformat\": 4, \"nbformat_minor\": 5}".utf8.count
        #expect(analysis.generations.first?.range.upperBound == source.count - rest)
        #expect(analysis.syntaxError == nil)
    }

    @Test("A site over several lines reaches from its first to its last byte in the file")
    func lines() {
        let file = Self.notebook(Self.cell("[\"import uuid\\n\", \"uuid.uuid4(\\n\", \")\"]"))
        #expect(Self.sites(file) == ["uuid.uuid4(\\n\", \")"])
    }

    @Test(
        "Texts are read with all their escapes",
        arguments: [
            "\"import uuid\\nuuid.uuid4()\"", "\"import uuid\\r\\nuuid.uuid4()\"",
            "\"import\\tuuid\\n#\\ud83d\\ude00\\u00e9 \\/\\\\\\b\\f\\nuuid.uuid4()\"",
            "[\"import uuid\\n\", \"\", \"\\n\", \"uuid.uuid4()\\n\"]",
        ]
    )
    func escapes(_ source: String) {
        let file = Self.notebook(Self.cell(source))
        #expect(Self.sites(file) == ["uuid.uuid4()"])
        let mightMatch = NotebookLanguage().mightMatch(Array(file.utf8).span, .uuids)
        #expect(mightMatch)
    }

    @Test("A site that holds escapes ends behind them")
    func escapedEnd() {
        let file = Self.notebook(Self.cell("\"import uuid\\nuuid.uuid5(a, \\\"b\\\")\""))
        #expect(Self.sites(file) == ["uuid.uuid5(a, \\\"b\\\")"])
    }

    @Test(
        "Commands of the shell are no Python",
        arguments: [
            "%load_ext a'", "!pip install 'x", "!pip \\\\\\n  install 'x", "x = !ls 'a", "?print'",
            "files, n = %sql select 'a", "uuid?", "  %matplotlib inline 'a", "%%time 'a",
        ]
    )
    func magic(_ line: String) {
        let file = Self.notebook(Self.cell("\"\(line)\\nimport uuid\\nuuid.uuid4()\""))
        let source = Array(file.utf8)
        #expect(Self.sites(file) == ["uuid.uuid4()"])
        #expect(NotebookLanguage().analyze(source.span, .uuids).syntaxError == nil)
    }

    @Test("Cells in other languages are left out", arguments: ["%%bash", "\\n%%html\\n"])
    func otherCells(_ magic: String) {
        let file = Self.notebook(
            Self.cell("\"import uuid\"") + "," + Self.cell("\"\(magic)\\nuuid.uuid4()'\"")
        )
        #expect(Self.sites(file).isEmpty)
    }

    @Test(
        "The notebook's language decides",
        arguments: [
            ("\"language_info\": {\"name\": \"python\"}", 1),
            ("\"kernelspec\": {\"language\": \"R\", \"name\": \"ir\"}", 0),
            ("\"kernelspec\": {\"name\": \"python3\"}", 1),
        ]
    )
    func languages(_ metadata: String, _ count: Int) {
        let cell = Self.cell("\"import uuid\\nuuid.uuid4()\"")
        let file = Self.notebook(cell, ", \"metadata\": {\(metadata)}")
        #expect(Self.sites(file).count == count)
    }

    @Test("Notebooks of format 3 have worksheets")
    func worksheets() {
        let file = """
            {"worksheets": [{"cells": [
              {"input": ["import uuid\\n", "uuid.uuid4()"], "language": "python",
               "cell_type": "code"},
              {"input": ["uuid.uuid4()"], "language": "julia", "cell_type": "code"},
              {"source": ["uuid.uuid4()"], "cell_type": "heading"}
            ]}], "nbformat": 3}
            """
        #expect(Self.sites(file) == ["uuid.uuid4()"])
    }

    @Test(
        "What is no JSON is an error",
        arguments: ["{", "{\"cells\": [}", "{\"a", "{]", "&", "{\"a\\"]
    )
    func broken(_ file: String) {
        #expect(NotebookLanguage().analyze(Array(file.utf8).span, .all).syntaxError != nil)
    }

    @Test("A syntax error stands where its code stands")
    func syntaxError() {
        let file = Self.notebook(Self.cell("\"import uuid\\n'\""))
        let error = NotebookLanguage().analyze(Array(file.utf8).span, .uuids).syntaxError
        #expect(
            error?.offset
                == file.utf8.firstIndex(of: 0x27).map {
                    file.utf8.distance(from: file.startIndex, to: $0)
                }
        )
    }

    @Test(
        "Repeated fragments take linear time",
        arguments: [
            "[", "{", "{\"cells\":[", "\"", "\\", "\"\\\"", "[],", "1,", "\"a\",", "]", "\u{1}",
            "{\"cell_type\":\"code\",\"source\":\"import uuid\\n\"},",
            "{\"cell_type\":\"code\",\"source\":\"uuid.uuid4();%a\"},", "\"source\":",
        ]
    )
    func repeated(_ fragment: String) {
        var source = Array("{\"cells\":[".utf8)
        let bytes = Array(fragment.utf8)
        while source.count < 1 << 20 { source += bytes }
        let elapsed = ContinuousClock().measure {
            #expect(NotebookLanguage().analyze(source.span, .all).isWithin(source.count))
        }
        #expect(elapsed < .seconds(9))
    }

    @Test("Mutated notebooks are no danger", arguments: 0..<8)
    func mutated(_ seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        let cell = Self.cell("[\"import uuid\\n\", \"x = \\u00e9 uuid.uuid4()\\n\", \"!ls\"]")
        let original = Array(Self.notebook("\(cell),\(cell)").utf8)
        let pieces = Array("{}[]\"\\,:u%!\n4é".utf8)
        for _ in 0..<2000 {
            var source = original
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let index = Int.random(in: 0..<source.count, using: &generator)
                switch generator.next() % 3 {
                case 0: source[index] = pieces.randomElement(using: &generator) ?? 0
                case 1: source.insert(pieces.randomElement(using: &generator) ?? 0, at: index)
                default: source.removeSubrange(index..<min(index + 5, source.count))
                }
            }
            #expect(NotebookLanguage().analyze(source.span, .all).isWithin(source.count))
        }
    }
}

import SignetScan
import Testing

@Suite struct PythonUUIDAnalyzerTests {
    /// The sites of a source in words: text, function, shape, target and symbol.
    private static func sites(_ source: String) -> [String] {
        let bytes = Array(source.utf8)
        return PythonLanguage().analyze(bytes.span, .uuids).generations.map { site in
            let text = String(decoding: bytes[site.range], as: UTF8.self)
            let target = site.name?.text ?? "-"
            let symbol = site.function ?? "-"
            return "\(text) \(site.shape) \(target) \(symbol)"
        }
    }

    @Test(
        "Sites are found, with what their value becomes and is named",
        arguments: [
            ("import uuid\nx = uuid.uuid4()", "uuid.uuid4() uuid x -"),
            ("import uuid as u\nx = str(u.uuid1())", "u.uuid1() str x -"),
            ("from uuid import uuid4\nd['run'] = uuid4().hex[:8]", "uuid4() hex[:8] run -"),
            ("from uuid import (\n uuid7 as new)\nf(id=f'{new()}')", "new() str id -"),
            ("from uuid import *\nf'{uuid4()!s:.8}'", "uuid4() str[:8] - -"),
            (
                "import uuid\nclass A:\n id: str = Field(default_factory=uuid.uuid4)",
                "uuid.uuid4 reference id A"
            ),
            (
                "import uuid\nclass A:\n def run_id(self):\n  return uuid.uuid4().int",
                "uuid.uuid4() other run_id A.run_id"
            ),
            ("import uuid\nx = t'{uuid.uuid4()}'", "uuid.uuid4() uuid x -"),
            ("import uuid\nf\"{f\"{uuid.uuid4()}\"}\"", "uuid.uuid4() str - -"),
            ("import uuid\ndef f[uuid]():\n return uuid.uuid4()", ""),
            ("import uuid\nx = 'uuid.uuid4()' # uuid.uuid4()", ""),
            ("from .uuid import uuid4\nuuid4()", ""),
            ("import foo.uuid\nfoo.uuid.uuid4()", ""),
            ("import uuid\ndef f(uuid): return uuid.uuid4()", ""),
            ("import uuid\nself.uuid.uuid4()", ""),
            ("import uuid\nx: 'uuid.uuid4'", ""),
            ("uuid.uuid4()", ""),
        ]
    )
    func finds(_ source: String, _ expected: String) {
        #expect(Self.sites(source).joined(separator: "; ") == expected)
    }

    @Test("A site behind a lexical error is still found")
    func behindError() {
        let source = Array("import uuid\nx = 'abc\ny = uuid.uuid4()\n".utf8)
        let analysis = PythonLanguage().analyze(source.span, .uuids)
        #expect(analysis.generations.map(\.range) == [25..<37])
        #expect(analysis.syntaxError?.offset == 16)
    }

    @Test("Endless names are cut between two characters")
    func endlessNames() {
        let name = String(repeating: "\u{E9}", count: 1000)
        let cut = String(repeating: "\u{E9}", count: 127)
        let found = Self.sites("import uuid\nclass \(name):\n \(name) = uuid.uuid4()")
        #expect(found == ["uuid.uuid4() uuid \(cut) \(cut)"])
    }

    @Test("Long chains of aliases end, also when they bite their tail")
    func chains() {
        var source = "import uuid\na0 = uuid.uuid4\n"
        for index in 1..<60 { source += "a\(index) = a\(index - 1)\n" }
        #expect(Self.sites(source + "a59()\n").last == "a59() uuid - -")
        #expect(Self.sites("import uuid\na = b\nb = a\na()\nuuid = uuid\nuuid.uuid4()").count == 1)
    }
}

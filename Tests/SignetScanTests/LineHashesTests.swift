import SignetScan
import Testing

@Suite("Hashes of lines as GitHub has them")
struct LineHashesTests {
    @Test(
        "The hash of a line is that of the published algorithm",
        arguments: [
            ("", ["c129715d7a2bc9a3:1"]),
            (
                "run_id = new()\n\trun_id = new()\r\nx\r\ry = 'é名👍'",
                [
                    "9827dc8b33f218e9:1", "e45d8c2723bcf7aa:1", "29cd57c67d69e49f:1",
                    "3b384c082fa91405:1", "9702d728e44f524f:1",
                ]
            ),
        ]
    )
    func hashes(_ text: String, _ expected: [String]) throws {
        let tree = try TemporaryTree()
        try tree.write("a.py", text)
        let lines = SourceLines(workingDirectory: tree.path)
        for (index, hash) in expected.enumerated() {
            #expect(lines.hash(ofLine: index + 1, in: "a.py") == hash)
        }
        #expect(lines.hash(ofLine: expected.count + 1, in: "a.py") == nil)
    }

    @Test("The window of a hash ends after a hundred units, and equal ones are numbered")
    func window() throws {
        let tree = try TemporaryTree()
        let text = (0..<60).map {
            "line \($0 % 7) of some code that is long enough to fill the window\r\n"
        }
        try tree.write("a.py", text.joined())
        let lines = SourceLines(workingDirectory: tree.path)
        #expect(lines.hash(ofLine: 1, in: "a.py") == "db81dce47d6d336a:1")
        #expect(lines.hash(ofLine: 8, in: "a.py") == "db81dce47d6d336a:2")
        #expect(lines.hash(ofLine: 60, in: "a.py") == "cdacdbd617441f8a:1")
    }

    @Test(
        "A column is counted in units of UTF-16",
        arguments: [("x = 1", 5, 5), ("é = 1", 6, 5), ("'👍', y", 9, 7), ("名 = 1", 7, 5)]
    )
    func columns(_ text: String, _ bytes: Int, _ units: Int) throws {
        let tree = try TemporaryTree()
        try tree.write("a.py", "\r\n\(text)")
        let lines = SourceLines(workingDirectory: tree.path)
        let location = SourceLocation(line: 2, column: bytes)
        #expect(lines.utf16Column(of: location, in: "a.py") == units)
        #expect(lines.utf16Column(of: location, in: "gone.py") == nil)
    }
}

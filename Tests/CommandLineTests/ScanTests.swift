import Foundation
import ProcessTesting
import Testing

@Suite struct `signet scan` {
    private let tree: TemporaryDirectory

    init() throws {
        tree = try TemporaryDirectory()
        try tree.write("made.py", "import uuid\nrun_id = f\"run_{uuid.uuid4().hex[:8]}\"\n")
        try tree.write("clean.py", "# uuid.uuid4()\n")
        try tree.write("broken.py", Data("import uuid\nx = '\u{e9}'".utf8.filter { $0 != 0xa9 }))
        try tree.write("left_out.py", "from uuid import uuid4\nx = uuid4()\n")
        try tree.write(".ignore", "left_out.py\n")
    }

    private func scan(_ arguments: String) async throws -> Program.Outcome {
        try await shell("cd '\(tree.path)' && $S scan \(arguments)")
    }

    @Test func `a finding has the keys of the contract in their order`() async throws {
        let outcome = try await scan("--focus uuid --format jsonl")
        #expect(outcome.status == 1)
        let line = outcome.output
        let fields = [
            #"{"rule":"raw-uuid","path":"made.py","line":2,"column":17,"end_line":2,"end_column":29,"#,
            #""severity":"warning","language":"python","test":false,"#,
            #""shape":"hex[:8]","target":"run_id","kind":"run","#, #""message":""#,
            #"","fingerprint":""#,
        ]
        var rest = line[...]
        for field in fields {
            let range = try #require(rest.range(of: field))
            rest = rest[range.upperBound...]
        }
        #expect(rest.wholeMatch(of: /[0-9a-f]{16}"}\n/) != nil)
        #expect(outcome.errors.contains("not scanned: broken.py"))
    }

    @Test func `the report counts what was read and names what was not`() async throws {
        let outcome = try await scan("--focus uuid --format json")
        let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        let summary = try #require((report as? [String: Any])?["summary"] as? [String: Any])
        #expect(summary["files"] as? Int == 3)
        #expect(summary["findings"] as? Int == 1)
        #expect(summary["by_rule"] as? [String: Int] == ["raw-uuid": 1])
        #expect((summary["unreadable"] as? [[String: String]])?.first?["path"] == "broken.py")
    }

    @Test(arguments: [
        ("", 1), ("--fail-on never", 0), ("clean.py", 0), ("nosuch", 2), ("--format nosuch", 2),
        ("--rule nosuch", 2), ("--jobs 0", 2), ("--exclude made.py", 0),
        ("--no-ignore clean.py", 0),
        ("--output /nosuch/report", 3),
    ])
    func `the exit status says how it ended`(arguments: String, status: Int) async throws {
        #expect(Int(try await scan(arguments).status) == status)
    }

    @Test func `ignored files are left out unless they are asked for`() async throws {
        #expect(try await !scan("").output.contains("left_out.py"))
        #expect(try await scan("--no-ignore").output.contains("left_out.py"))
        #expect(try await scan("left_out.py").output.contains("left_out.py"))
    }

    @Test func `a report goes to a file as a whole`() async throws {
        let printed = try await scan("--format json")
        let outcome = try await scan("--format json --output ../\(tree.url.lastPathComponent).json")
        #expect(outcome.output.isEmpty)
        let file = tree.url.deletingLastPathComponent()
            .appending(path: "\(tree.url.lastPathComponent).json")
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == printed.output)
    }
}

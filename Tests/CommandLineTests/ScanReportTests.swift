import Foundation
import ProcessTesting
import Testing

@Suite struct `signet scan reports` {
    private let tree: TemporaryDirectory

    init() throws {
        tree = try TemporaryDirectory()
        try tree.write("made.py", "import uuid\nrun_id = str(uuid.uuid4())\n")
    }

    private func scan(_ arguments: String) async throws -> Program.Outcome {
        try await shell("cd '\(tree.path)' && $S scan --rule raw-uuid \(arguments)")
    }

    private func content(_ name: String) throws -> String {
        try String(contentsOf: tree.url.appending(path: name), encoding: .utf8)
    }

    @Test(arguments: [
        ("text", "made.py\n"), ("json", #"{"version":1,"summary""#),
        ("jsonl", #"{"rule":"raw-uuid""#),
        ("sarif", #"{"$schema":"#), ("html", "<!DOCTYPE html>\n"),
        ("github", "::warning file=made.py,line=2,col=14,endColumn=26,title=raw-uuid::"),
    ])
    func `every format has its own beginning`(format: String, start: String) async throws {
        let outcome = try await scan("--format \(format)")
        #expect(outcome.status == 1)
        #expect(outcome.output.hasPrefix(start))
        #expect(outcome.errors.isEmpty)
        let filed = try await scan("--format \(format) --output report")
        #expect(filed.output.isEmpty)
        #expect(try content("report").hasPrefix(start))
    }

    @Test func `a place is shown with its line and a caret unless that is not wanted`() async throws
    {
        let lines = try await scan("").lines
        #expect(
            lines[1...3].joined(separator: "\n") == """
                  2:14  warning  raw-uuid  str  run_id
                      run_id = str(uuid.uuid4())
                                   ^^^^^^^^^^^^
                """
        )
        #expect(try await !scan("--no-show-source").output.contains("^^^"))
    }

    @Test func `a screen is as large as the terminal, and has no colours if asked`() async throws {
        let long = String(repeating: "x", count: 90)
        for number in 0..<60 {
            let code = "import uuid\n\(long)_id = str(uuid.uuid4())\n"
            try tree.write("\(long)_\(number).py", code)
        }
        let command = "stty rows 22 cols 72; NO_COLOR=$N $S scan"
        func screen(_ noColor: String) async throws -> [Substring] {
            let line = "cd '\(tree.path)' && N='\(noColor)' script -qec '\(command)' /dev/null"
            return try await shell(line).output.split(
                separator: "\r\n",
                omittingEmptySubsequences: false
            )
        }
        let plain = try await screen("1")
        #expect(plain.count <= 22)
        #expect(plain.dropLast(2).allSatisfy { $0.count <= 72 })
        #expect(!plain.contains { $0.contains("\u{1b}[") })
        #expect(try await screen("").contains { $0.contains("\u{1b}[33mwarning") })
    }

    @Test func `a focus on links says who depends on whom`() async throws {
        let outcome = try await scan("--focus consumers")
        #expect(outcome.lines[0] == "1 producer on whose look nothing here depends")
        let json = try await scan("--focus consumers --format json")
        #expect(json.output.contains(#""findings":[]}"#))
        #expect(json.status == 1)
    }

    @Test func `a focus on UUIDs leaves all other rules out`() async throws {
        let line = "cd '\(tree.path)' && $S scan --focus uuid --format json"
        let code = "import uuid\nrun_id = f'run_{uuid.uuid4().hex[:8]}'\n"
        try tree.write("made.py", code)
        #expect(try await shell(line).output.contains(#""by_rule":{"raw-uuid":1}"#))
    }

    // MARK: History

    @Test func `every run appends a line, and the second draws a curve`() async throws {
        let first = try await scan("--history runs")
        #expect(!first.output.contains("history"))
        try tree.write("made.py", "")
        let second = try await scan("--history runs")
        #expect(second.status == 0)
        #expect(second.lines.first == "history █▁ 1 → 0 places in 2 runs, 100 % done")
        let lines = try content("runs").split(separator: "\n")
        #expect(lines.count == 2)
        let entry = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
        #expect(entry?["places"] as? Int == 1)
        #expect(entry?["by_rule"] as? [String: Int] == ["raw-uuid": 1])
        #expect(entry?["commit"] == nil)
        #expect((entry?["time"] as? String)?.hasSuffix("Z") == true)
    }

    @Test func `what is no line of a history stays and is passed over`() async throws {
        let foreign = "{\"a\":1}\n\u{1b}[2J\n{\"version\":1,\"time\":\"cut o"
        try tree.write("runs", foreign)
        let outcome = try await scan("--history runs")
        for line in 1...3 {
            #expect(outcome.errors.contains("line \(line) of the history is not one of signet"))
        }
        #expect(!outcome.errors.contains("\u{1b}"))
        let content = try content("runs")
        #expect(content.hasPrefix(foreign + "\n{\"version\":1,"))
        #expect(content.hasSuffix("}\n"))
    }

    @Test func `a history that cannot be written is no silent loss`() async throws {
        #expect(try await scan("--history /nosuch/runs").status == 3)
        #expect(try await scan("--history .").status == 3)
    }

    @Test(arguments: [
        ["HEAD": "@\n"],
        ["HEAD": "ref: refs/heads/a/b\n", "refs/heads/a/b": "@\n"],
        ["HEAD": "ref: refs/heads/main\n", "packed-refs": "# packed\n@ refs/heads/main\n^@\n"],
    ])
    func `the commit is read from the files of Git`(files: [String: String]) async throws {
        let hash = "0123456789abcdef0123456789abcdef01234567"
        for (name, text) in files {
            let file = tree.url.appending(path: ".git/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.replacing("@", with: hash).utf8).write(to: file)
        }
        _ = try await scan("--history runs")
        #expect(try content("runs").contains("\"commit\":\"\(hash)\""))
    }

    @Test func `the commit of a linked working tree is that of its own head`() async throws {
        let line = """
            cd '\(tree.path)' && git init -q one && cd one && git -c user.name=a -c user.email=b \
            commit -q --allow-empty -m one && git worktree add -q ../two && cd ../two \
            && git -c user.name=a -c user.email=b commit -q --allow-empty -m two \
            && $S scan --history ../runs --fail-on never && git rev-parse HEAD
            """
        let outcome = try await shell(line)
        let hash = try #require(outcome.lines.last)
        #expect(hash.count == 40)
        #expect(try content("runs").contains("\"commit\":\"\(hash)\""))
    }
}

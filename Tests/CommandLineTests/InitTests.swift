import Foundation
import ProcessTesting
import Testing

@Suite struct `signet init` {
    private let tree: TemporaryDirectory

    init() throws {
        tree = try TemporaryDirectory()
        try write("src/auth/login.py", "import uuid\nuser_id = f\"user_{uuid.uuid4()}\"\n")
        try write("src/auth/keys.py")
        try write("src/shop/cart.py", "import uuid\ncart_id = f\"cart_{uuid.uuid4()}\"\n")
        try write("src/shop/till.py", "import uuid\ncart_id = f\"cart_{uuid.uuid4()}\"\n")
        try write("src/shop/migrations/first.py")
        try write("tests/test_shop.py")
        try write("vendor/other.py")
    }

    private func write(_ path: String, _ text: String = "pass\n") throws {
        let folder = tree.url.appending(path: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try tree.write(path, text)
    }

    private func run(_ line: String) async throws -> Program.Outcome {
        try await shell("cd '\(tree.path)' && \(line)")
    }

    @Test func `the draft has services, formats, and what to leave out`() async throws {
        let outcome = try await run("$S init --stdout")
        #expect(outcome.status == 0)
        let lines = outcome.lines
        #expect(lines.contains { $0.hasSuffix("a look at the sources: python 7 files.") })
        #expect(lines.contains("  shop: [\"src/shop/**\"]  # 3 files"))
        #expect(lines.contains("  auth: [\"src/auth/**\"]  # 2 files"))
        #expect(!lines.contains { $0.hasPrefix("  src:") || $0.hasPrefix("  tests:") })
        #expect(lines.contains("#   2 × cart_{uuid}"))
        #expect(lines.contains("#   cart: {summary: seen in 2 places}"))
        #expect(lines.contains("    - \"/vendor/\"  # 1 file"))
        #expect(lines.contains("  # Tests: tests/ (1 file)"))
        #expect(!FileManager.default.fileExists(atPath: tree.path + "/signet.yml"))
    }

    @Test func `the file is written once, and says what comes next`() async throws {
        let outcome = try await run("$S init")
        #expect(outcome.status == 0 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("wrote signet.yml\nnext:\n"))
        #expect(try await run("$S init").status == 2)
        try tree.write("signet.yml", "version: 1\n")
        #expect(try await run("$S init --force --quiet").errors.isEmpty)
        let text = try String(contentsOf: tree.url.appending(path: "signet.yml"), encoding: .utf8)
        #expect(text.contains("services:"))
        #expect(try await run("$S init nosuch").status == 2)
        #expect(try await run("mkdir sub && $S init sub && test -f sub/signet.yml").status == 0)
    }

    @Test func `the draft is valid, also with every comment taken in`() async throws {
        let names = [
            "a: b", "yes", "x'y", "\"q\"", "new\nline", "st*r", "[z]", "#h", "\u{1b}[1m", "7",
        ]
        for name in names { try write("src/\(name)/a.py") }
        #expect(try await run("$S init && $S kinds check").status == 0)
        let report = try await run("$S scan --format json --fail-on never --no-cache")
        #expect(report.output.contains(#""by_service":{"auth":"#))
        #expect(report.output.contains(#""files":15"#))
        let file = tree.url.appending(path: "signet.yml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let settings = text.split(separator: "\n").map { line in
            let isSetting = line.wholeMatch(of: /(  )?# {1,3}([\w-]+:.*)/) != nil
            let isProse =
                line.hasSuffix(".") || line.contains("Tests:") || line.contains("baseline")
            return isSetting && !isProse ? line.replacing(/^( *)# ( *)/) { "\($0.1)\($0.2)" } : line
        }
        try tree.write("all.yml", settings.joined(separator: "\n"))
        let all = try await run("$S kinds list --json --config all.yml")
        #expect(all.status == 0)
        #expect(all.output.contains(#"{"kind":"cart""#))
        #expect(try await run("$S scan --fail-on never --no-cache --config all.yml").status == 0)
    }

    @Test func `an empty code base has a draft, too`() async throws {
        let outcome = try await run(
            "mkdir none && $S init none && $S kinds check --config none/signet.yml"
        )
        #expect(outcome.status == 0)
    }
}

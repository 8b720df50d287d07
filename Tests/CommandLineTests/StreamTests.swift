import ProcessTesting
import Testing

@Suite struct `Streams and exit statuses` {
    private static let compact = "session_01j7nsj96je00838djrfaebxg7"

    @Test(arguments: [
        ("$S new user -n 100000 | head -1", 1), ("$S --help | true", 0), ("$S kinds | true", 0),
        ("$S inspect bad bad2 | true", 0), ("$S new user -n 100000 >&-", 0), ("$S --help >&-", 0),
        // Where SIGPIPE is ignored, head has something to say.
        ("{ yes bad | head -100000; } 2>&- | $S inspect | head -1", 1),
    ])
    func `a reader that leaves ends the command quietly`(line: String, count: Int) async throws {
        let outcome = try await shell(line)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.lines.count == count)
    }

    @Test(arguments: ["--help", "--version", "kinds", "new user -n 100000", "inspect bad bad2"])
    func `the status of a command whose reader left is never 2 or 3`(
        arguments: String
    ) async throws {
        let outcome = try await shell("{ $S \(arguments); echo $? >&2; } | true")
        let status = try #require(Int(outcome.errors.trimmed))
        #expect(status <= 1)
    }

    @Test(arguments: [
        "new user", "new user -n 1000000", "--help", "--version", "kinds", "kinds --json",
        "inspect session_01j7nsj96je00838djrfaebxg7", "inspect bad", "secret new user",
        "--generate-completion-script bash",
    ])
    func `a full device ends with 3 and a sentence`(arguments: String) async throws {
        let outcome = try await shell("$S \(arguments) > /dev/full")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("standard output cannot be written"))
        #expect(!outcome.errors.contains("sha256"))
    }

    static let endings: [(String, Int32)] = [
        ("kinds", 0), ("--version", 0), ("inspect session_01j7nsj96je00838djrfaebxg7", 0),
        ("inspect bad", 1), ("convert --to uuid bad", 1), ("secret check bad", 1),
        ("", 0), ("bogus", 2), ("inspect --bogus", 2), ("convert x", 2),
        ("kinds --config /does/not/exist", 2), ("kinds check --config /does/not/exist", 2),
        ("seal \(compact)", 2), ("unseal x", 2),
        ("bridge", 0), ("bridge detect bad", 1), ("bridge detect \(compact)", 0),
        ("bridge translate bad", 1), ("bridge match bad", 1), ("bridge report", 2),
        ("bridge report /dev/null", 0), ("bridge report /", 3), ("bridge report /nope", 2),
        ("inspect <&-", 0), ("inspect < /", 3),
    ]

    @Test(arguments: endings)
    func `an exit status says how it ended`(arguments: String, status: Int32) async throws {
        #expect(try await shell("$S \(arguments)").status == status)
    }

    @Test(arguments: ["\u{1b}[31mred", "a\u{7}b", "a\u{8}b", "a\rb", "\u{9b}31m", "a\u{7f}"])
    func `control characters of the input never reach the terminal`(text: String) async throws {
        let calls = [
            ["inspect", text], ["inspect", "--json", text], ["convert", "--to", "uuid", text],
            ["new", text], ["new", "tool", "--slot", text], ["--config", text, "kinds"],
            ["kinds", "--config", text], ["kinds", "check", "--config", text],
            ["secret", "check", text], ["inspect", "--\(text)"], ["family", text],
            ["inspect", "--kind", text, "x"], ["bridge", "detect", text],
            ["bridge", "detect", "--json", text], ["bridge", "translate", "--json", text],
            ["bridge", "match", "x", "--among", text], ["bridge", "report", text],
            ["kinds", "check", "--json", "--config", text],
        ]
        for call in calls {
            let outcome = try await signet.run(call)
            let all = (outcome.output + outcome.errors).unicodeScalars
            let control = all.first { $0.properties.generalCategory == .control && $0 != "\n" }
            #expect(control == nil, "\(call[0])")
        }
    }

    @Test func `colours are for terminals, and NO_COLOR and --no-color turn them off`() async throws
    {
        func run(_ prefix: String, _ arguments: String = "") async throws -> String {
            // The program script gives the command a terminal.
            try await shell(
                "\(prefix) script -qec \"$S kinds \(arguments)\" /dev/null",
                environment: ["TERM": "xterm"]
            ).output
        }
        #expect(try await run("").contains("\u{1b}["))
        #expect(try await !run("NO_COLOR=1").contains("\u{1b}["))
        #expect(try await run("NO_COLOR=").contains("\u{1b}["))
        #expect(try await !run("TERM=dumb").contains("\u{1b}["))
        #expect(try await !run("", "--no-color").contains("\u{1b}["))
        #expect(try await !signet.run("kinds").output.contains("\u{1b}["))
    }
}

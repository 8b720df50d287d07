import Foundation
import ProcessTesting
import Testing

@Suite struct `signet fix` {
    private static let made = """
        import uuid


        def start():
            req_id = str(uuid.uuid4())
            return req_id


        def connect(user_id):
            session_id = f"session_{uuid.uuid4().hex[:8]}"
            return session_id

        """

    private let tree: TemporaryDirectory

    init() throws {
        tree = try TemporaryDirectory()
        try tree.write("made.py", Self.made)
        try tree.write("clean.py", "x = 1\n")
    }

    private func fix(_ arguments: String, _ prefix: String = "") async throws -> Program.Outcome {
        try await shell(
            "cd '\(tree.path)' && \(prefix) $S fix \(arguments)",
            environment: [
                "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a", "GIT_COMMITTER_NAME": "a",
                "GIT_AUTHOR_EMAIL": "a@localhost", "GIT_COMMITTER_EMAIL": "a@localhost",
                "TERM": "xterm", "NO_COLOR": "1",
            ]
        )
    }

    private func content(_ name: String = "made.py") throws -> String {
        try String(contentsOf: tree.url.appending(path: name), encoding: .utf8)
    }

    // MARK: The plan

    @Test func `the plan says what is written, what is not, and why`() async throws {
        let outcome = try await fix("")
        #expect(outcome.status == 0)
        #expect(
            outcome.output.contains(#"safe     made.py:5:18 → signet.new("req", form="uuid")"#)
        )
        #expect(outcome.output.contains(#"unsafe   made.py:10:"#))
        #expect(outcome.output.contains("1 place in 1 file can be written at level safe: "))
        #expect(try content() == Self.made)
    }

    @Test func `the plan as JSON has its keys in their order`() async throws {
        let outcome = try await fix("--json --level unsafe")
        let keys = [
            #"{"version":1,"summary":{"files":1,"sites":2,"written":2,"#,
            #""by_level":{"safe":1,"unsafe":1,"manual":0}},"sites":[{"path":"made.py","line":5,"#,
            #""column":18,"rule":"raw-uuid","level":"safe","kind":"req","form":"uuid","#,
            #""replacement":"signet.new(\"req\", form=\"uuid\")","reasons":["#,
            #""consumers":0,"blocked_by":[],"fingerprint":""#,
            #""rule":"home-made-id","level":"unsafe","#, #""remedy":""#, #""failed":[]}"#,
        ]
        var rest = outcome.output[...]
        for key in keys {
            let range = try #require(rest.range(of: key), "\(key) in \(rest)")
            rest = rest[range.upperBound...]
        }
        _ = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    }

    @Test(arguments: [
        ("", 0), ("clean.py", 0), ("nosuch", 2), ("--level manual", 2), ("--rule nosuch", 2),
        ("--rule id-length", 2), ("--jobs 0", 2), ("--form nosuch", 2), ("--by nosuch", 2),
        ("--write --diff", 2), ("--undo --json", 2), ("--commit --review", 2), ("--undo a b", 2),
        ("--review", 2), ("--undo", 3), ("--undo nosuch", 3), ("--commit", 2),
    ])
    func `the exit status says how it ended`(arguments: String, status: Int) async throws {
        let outcome = try await fix(arguments)
        #expect(Int(outcome.status) == status, "\(outcome.errors)")
        #expect(try content() == Self.made)
    }

    @Test func `help names every mode and says what the statuses mean`() async throws {
        let help = try await fix("--help").output
        for option in [
            "--write", "--diff", "--review", "--commit", "--undo", "--by", "--json", "--level",
            "--rule", "--form", "--include", "--exclude", "--python", "--no-interpreter",
        ] {
            #expect(help.contains("  \(option) ") || help.contains(", \(option) "), "\(option)")
        }
        #expect(help.contains("exit status 3"))
    }

    // MARK: Writing

    @Test func `what is written can be undone, once`() async throws {
        let written = try await fix("--write --level unsafe")
        #expect(written.status == 0, "\(written.errors)")
        let line = try #require(
            written.output.wholeMatch(
                of: /wrote 2 places in 1 file; signet fix --undo (\S+) puts them back\n/
            )
        )
        #expect(try content().contains("import signet\n"))
        #expect(try content().contains(#"signet.new("session", form="compact")"#))
        let again = try await fix("--write --level unsafe")
        #expect(again.status == 0 && again.errors.contains("nothing to write"))
        let undone = try await fix("--undo \(line.1)")
        #expect(undone.output == "put back 1 file of \(line.1)\n")
        #expect(try content() == Self.made)
        let twice = try await fix("--undo \(line.1)")
        #expect(twice.status == 3 && twice.errors.contains("is undone already"))
    }

    @Test func `undoing refuses what somebody has edited since, and touches nothing`() async throws
    {
        try tree.write("other.py", "import uuid\nreq_id = str(uuid.uuid4())\n")
        #expect(try await fix("--write").status == 0)
        let other = try content("other.py")
        try tree.write("made.py", try content() + "# mine\n")
        let outcome = try await fix("--undo")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("made.py: edited since; nothing was put back"))
        #expect(try content().hasSuffix("# mine\n"))
        #expect(try content("other.py") == other)
    }

    @Test func `git applies the diff, which then is what writing gives`() async throws {
        try tree.write("no_end.py", "import uuid\nreq_id = str(uuid.uuid4())")
        let applied = try await fix("--diff --level unsafe > d; git init -q; git apply d; cat *.py")
        #expect(applied.status == 0, "\(applied.errors)")
        try tree.write("made.py", Self.made)
        try tree.write("no_end.py", "import uuid\nreq_id = str(uuid.uuid4())")
        #expect(try await fix("--write --level unsafe -q").status == 0)
        #expect(try await shell("cat '\(tree.path)'/*.py").output == applied.output)
    }

    @Test func `a file that fails a check is left alone whole, named, and the status is 3`()
        async throws
    {
        try tree.write("bad.py", "import uuid\nreq_id = str(uuid.uuid4())\nx = (\n")
        let outcome = try await fix("--write")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("left alone bad.py: outline: "))
        #expect(outcome.errors.contains("1 file was left alone"))
        #expect(try content("bad.py") == "import uuid\nreq_id = str(uuid.uuid4())\nx = (\n")
        #expect(try content().contains("import signet\n"))
        let json = try await fix("--json")
        #expect(json.status == 3)
        #expect(json.output.contains(#""failed":[{"path":"bad.py","rung":"outline","reason":""#))
    }

    @Test func `the interpreter's word counts, and is left out if asked`() async throws {
        // The lexer takes this; only the parser knows better.
        try tree.write("odd.py", "import uuid\nreq_id = str(uuid.uuid4())\nx = 1 +\n")
        let refused = try await fix("--json odd.py")
        #expect(refused.output.contains(#""written":1"#))
        let none = try await fix("--python /nonexistent --diff made.py")
        #expect(none.errors.contains("no Python is here to check the edits"))
        let quiet = try await fix("--no-interpreter --diff made.py")
        #expect(quiet.errors.isEmpty)
    }

    @Test func `only what is chosen is fixed, but all of the tree is looked at`() async throws {
        try tree.write("read.py", "def load(req_id):\n    return req_id[:8]\n")
        try tree.write("late.py", "import uuid\nevent_id = uuid.uuid4()\n")
        let outcome = try await fix("--json --include 'made.py' --rule raw-uuid")
        #expect(!outcome.output.contains("late.py"))
        #expect(outcome.output.contains(#""blocked_by":["read.py:2:"#))
        let free = try await fix("--json --exclude read.py made.py")
        #expect(free.output.contains(#""blocked_by":[]"#))
        #expect(!free.output.contains("read.py"))
    }

    @Test func `signet.yml says names, owners, form and version`() async throws {
        try tree.write(
            "signet.yml",
            """
            version: 1
            fix:
              names: {wfid: workflow}
              owners: [customer]
              form: uuid
              python: "3.8"

            """
        )
        try tree.write("named.py", "import uuid\nwfid = str(uuid.uuid4())\n")
        let outcome = try await fix("--json --level unsafe named.py")
        #expect(outcome.output.contains(#""kind":"workflow","form":"uuid""#))
        let other = try await fix("--json --level unsafe --form compact named.py")
        #expect(other.output.contains(#""kind":"workflow","form":"compact""#))
    }

    @Test func `an interrupted run is spoken of`() async throws {
        #expect(try await fix("--write -q").status == 0)
        let marks = try await shell("cd '\(tree.path)'/.signet/runs/* && ls && rm written")
        #expect(marks.status == 0, "\(marks.output)")
        let outcome = try await fix("")
        #expect(outcome.errors.contains("was interrupted; signet fix --undo puts its files back"))
        #expect(try await fix("--undo").status == 0)
        #expect(try content() == Self.made)
    }

    // MARK: Commits

    private static let services = """
        version: 1
        services:
          - {name: alpha, path: alpha}
          - {name: beta, path: beta}

        """

    private func repository() async throws {
        let line = """
            git init -q -b main && mkdir -p alpha beta \
            && cp made.py alpha/a.py && cp made.py beta/b.py && rm made.py \
            && git add -A && git commit -q -m first && echo ok
            """
        let outcome = try await fix("--help > /dev/null", line + "; true ||")
        #expect(outcome.output.contains("ok"), "\(outcome.errors)")
    }

    @Test func `phases are commits, each with its files, and the tree is clean after`()
        async throws
    {
        try await repository()
        let outcome = try await fix("--commit --level unsafe -q")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let log = try await shell("cd '\(tree.path)' && git log --format=%s --name-only -2")
        #expect(log.output.contains("Ask Signet for the identifiers"), "\(log.output)")
        let status = try await shell("cd '\(tree.path)' && git status --porcelain")
        #expect(status.output.split(separator: "\n").allSatisfy { $0.hasSuffix(".signet/") })
    }

    @Test func `a tree with changes, or no repository, is left as it is`() async throws {
        let outside = try await fix("--commit")
        #expect(outside.status == 2, "\(outside.errors)")
        try await repository()
        let dirty = Self.made + "# mine\n"
        try await Task { try Data(dirty.utf8).write(to: tree.url.appending(path: "alpha/a.py")) }
            .value
        let outcome = try await fix("--commit")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("the working tree has changes"))
        #expect(try content("alpha/a.py") == dirty)
    }

    // MARK: Review

    /// Runs the review on a terminal, with `answers` typed.
    private func review(
        _ answers: String,
        _ arguments: String = "--level unsafe"
    ) async throws
        -> Program.Outcome
    {
        try await fix(
            "--help > /dev/null",
            "printf '\(answers)' | script -qec \"$S fix --review \(arguments)\" /dev/null; true ||"
        )
    }

    @Test func `a place that is accepted is written, one that is skipped is not`() async throws {
        let outcome = try await review("y\\nn\\n")
        #expect(outcome.output.contains("wrote 1 place in 1 file"), "\(outcome.output)")
        #expect(try content().contains(#"req_id = signet.new("req", form="uuid")"#))
        #expect(try content().contains("uuid.uuid4().hex[:8]"))
    }

    @Test func `kind and owner can be changed before a place is accepted`() async throws {
        let outcome = try await review("k\\njob\\ny\\no\\nuser_id\\ny\\n")
        #expect(outcome.output.contains("wrote 2 places in 1 file"), "\(outcome.output)")
        #expect(try content().contains(#"req_id = signet.new("job", form="uuid")"#))
        #expect(try content().contains(#"session_id = signet.new("session", owner=user_id)"#))
    }

    @Test func `who quits keeps what was accepted, and all accepts the rest`() async throws {
        let quit = try await review("q\\n")
        #expect(quit.output.contains("nothing to write"), "\(quit.output)")
        #expect(try content() == Self.made)
        let all = try await review("a\\n")
        #expect(all.output.contains("wrote 2 places"), "\(all.output)")
    }

    @Test func `consumers are shown, and no kind is taken that is none`() async throws {
        try tree.write("read.py", "import uuid\n\n\ndef load(req_id):\n    uuid.UUID(req_id)\n")
        let outcome = try await review("c\\nk\\nNO KIND\\nq\\n")
        #expect(outcome.output.contains("read.py:5  uuid-parse"), "\(outcome.output)")
        #expect(outcome.output.contains("this place takes no such kind"))
    }
}

import ProcessTesting
import ServerTesting
import Testing

/// Audit logs and flags in a database, which the variable or the option names.
@Suite struct `A database on the command line` {
    private let project: TemporaryDirectory

    init() throws { project = try TemporaryDirectory() }

    private func run(_ arguments: String..., on url: String) async throws -> Program.Outcome {
        try await signet.run(arguments, in: project, environment: ["SIGNET_DATABASE": url])
    }

    private func record(_ actor: String, on url: String) async throws -> Program.Outcome {
        try await run(
            "audit",
            "record",
            "--tenant=acme",
            "--actor=\(actor)",
            "--action=thing.change",
            "--detail=note=n",
            "--signing-key=audit.key",
            on: url
        )
    }

    /// A new, empty database of each sort.
    private func urls() throws -> [String] {
        ["sqlite:new.db", try PostgresServer.shared.get().makeDatabase()]
    }

    @Test func `a log is recorded, proven, exported, redacted and sealed`() async throws {
        let key = try await signet.run("audit", "key", "--new", "audit.key", in: project)
        for url in try urls() {
            for number in 1...3 {
                let outcome = try await record("user\(number % 2)", on: url)
                #expect(outcome.status == 0)
                #expect(outcome.output.hasPrefix("\(number):"))
            }
            let sound = try await run("audit", "verify", "--key=\(key.output.trimmed)", on: url)
            #expect(sound.status == 0)
            #expect(sound.lines[0] == "sound  acme  records 1 to 3, signed up to 3")
            #expect(try await run("audit", "list", "--actor=user1", on: url).lines.count == 2)
            let export = try await run("audit", "export", on: url)
            try project.write("copy.jsonl", export.output)
            let copy = try await signet.run("audit", "verify", "copy.jsonl", in: project)
            #expect(copy.status == 0)
            #expect(copy.lines == sound.lines)
            let redact = try await run(
                "audit",
                "redact",
                "--actor=user1",
                "--by=dpo",
                "--reason=r",
                "--signing-key=audit.key",
                on: url
            )
            #expect(redact.errors == "signet: 2 records redacted\n")
            #expect(try await !run("audit", "list", on: url).output.contains("user1"))
            let seal = try await run("audit", "seal", "--signing-key=audit.key", on: url)
            try project.write("kept.jsonl", seal.output)
            #expect(try await run("audit", "verify", on: url).status == 0)
            let early = try await run(
                "audit",
                "drop",
                "--older-than=1d",
                "--by=o",
                "--reason=r",
                on: url
            )
            #expect(early.status == 1)
            let kept = try await run("audit", "verify", "--checkpoint=kept.jsonl", on: url)
            #expect(kept.status == 0)
        }
        let other = try await run("audit", "verify", "--checkpoint=kept.jsonl", on: "sqlite:new.db")
        #expect(other.status == 1)
        #expect(
            other.lines.contains { $0.hasPrefix("       record 4: rewritten: record 4 is not") }
        )
    }

    @Test func `flags are set and shown, and changes are on record beside them`() async throws {
        for url in try urls() {
            let set = ["flags", "set", "chat/thread", "dual", "--by=alice", "--reason=first"]
            let environment = ["SIGNET_DATABASE": url]
            let first = try await signet.run(set, in: project, environment: environment)
            #expect(first.status == 0)
            let again = try await run("flags", "list", "--json", on: url)
            #expect(again.output.hasPrefix(#"{"service":"chat","kind":"thread","stage":"dual","#))
            #expect(try await run("flags", "health", on: url).status == 1)
            #expect(try await run("flags", "history", on: url).lines.count == 1)
            let audit = try await run("audit", "list", on: url)
            #expect(audit.lines.count == 1)
            #expect(audit.lines[0].contains("alice  rollout.set  allowed"))
            let elsewhere = try await signet.run(
                set.map { $0 == "dual" ? "legacy" : $0 } + ["--audit", "log"],
                in: project,
                environment: environment
            )
            #expect(elsewhere.status == 0)
            #expect(try await run("audit", "list", on: url).lines.count == 1)
        }
        #expect(try await signet.run("audit", "list", "log", in: project).lines.count == 2)
    }

    @Test func `a place that is not there, or named twice, is a wrong call`() async throws {
        let none = "sqlite:none.db"
        for command in [["audit", "verify"], ["audit", "list"], ["flags", "list"]] {
            let absent = try await signet.run(command + ["--database", none], in: project)
            #expect(absent.status == 2)
            #expect(absent.errors == "signet: there is no file none.db\n")
            let unnamed = try await signet.run(command, in: project)
            #expect(unnamed.status == 2)
            #expect(unnamed.errors.contains("--database URL"))
            let other = try await signet.run(command + ["--database", "mysql://x"], in: project)
            #expect(other.status == 2)
        }
        for twice in [
            ["audit", "verify", "log", "--database", none],
            ["audit", "list", "log", "--database", none],
            ["flags", "list", "--store", "log", "--database", none],
        ] {
            let outcome = try await signet.run(twice, in: project)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("or a database") || outcome.errors.contains("or in a"))
        }
        let argument = try await signet.run("audit", "list", none, in: project)
        #expect(argument.errors.contains("name a database with --database"))
    }
}

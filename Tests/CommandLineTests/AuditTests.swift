import Foundation
import ProcessTesting
import Testing

@Suite struct `The audit log on the command line` {
    /// A directory with a key and a store of three records, and the public half of the key.
    private static func project() async throws -> (TemporaryDirectory, key: String) {
        let project = try TemporaryDirectory()
        let key = try await signet.run("audit", "key", "--new", "audit.key", in: project)
        #expect(key.status == 0)
        for number in 1...3 {
            let outcome = try await signet.run(
                "audit",
                "record",
                "store",
                "--tenant",
                "acme",
                "--actor",
                "user\(number % 2)",
                "--action",
                "thing.change",
                "--detail",
                "note==\(number),\"\u{1b}[1m",
                "--signing-key",
                "audit.key",
                in: project
            )
            #expect(outcome.status == 0)
            #expect(outcome.output.hasPrefix("\(number):"))
        }
        return (project, key.output.trimmed)
    }

    private static func edit(
        _ project: TemporaryDirectory,
        _ change: (String) -> String
    ) throws {
        let name = "store/acme/00000000000000000001.jsonl"
        let text = try String(contentsOf: project.url.appending(path: name), encoding: .utf8)
        try project.write(name, change(text), mode: 0o600)
    }

    @Test func `a sound log is proven, and an edited one is not`() async throws {
        let (project, key) = try await Self.project()
        let sound = try await signet.run("audit", "verify", "store", "--key", key, in: project)
        #expect(sound.status == 0)
        #expect(sound.errors.isEmpty)
        #expect(sound.lines[0] == "sound  acme  records 1 to 3, signed up to 3")
        #expect(sound.lines[1].hasPrefix("       head 3:"))
        try Self.edit(project) { $0.replacing("\"user0\"", with: "\"user7\"") }
        let wrong = try await signet.run("audit", "verify", "store", "--key", key, in: project)
        #expect(wrong.status == 1)
        #expect(
            wrong.lines[2]
                == "       store/acme/00000000000000000001.jsonl:4: edited: record 2 is not what "
                + "was recorded, or it does not follow the record before it"
        )
        let json = try await signet.run("audit", "verify", "store", "--json", in: project)
        #expect(json.status == 1)
        #expect(json.output.contains(#""sound":false,"records":3,"first":1,"last":3,"#))
        #expect(json.output.contains(#""trusted":false,"#))
        #expect(json.output.contains(#"{"code":"edited","#))
        #expect(json.output.contains(#""seq":2,"file":"#))
        #expect(json.errors.contains("--key names yours"))
    }

    @Test func `a place or a checkpoint from before finds a truncated log`() async throws {
        let (project, key) = try await Self.project()
        let seal = try await signet.run(
            "audit",
            "seal",
            "store",
            "--keep-open",
            "--signing-key",
            "audit.key",
            in: project
        )
        #expect(seal.status == 0)
        try project.write("kept.jsonl", seal.output)
        let verified = try await signet.run("audit", "verify", "store", in: project)
        let head = try #require(verified.lines.last?.split(separator: " ").last)
        // The log as it was after two records, with the checkpoint that was newest then.
        var checkpoint = ""
        try Self.edit(project) { text in
            let lines = text.split(separator: "\n").prefix(5)
            checkpoint = lines.last.map(String.init) ?? ""
            return lines.joined(separator: "\n") + "\n"
        }
        try project.write("store/acme/newest-checkpoint.json", checkpoint + "\n")
        let arguments = ["audit", "verify", "store", "--key", key]
        #expect(try await signet.run(arguments, in: project).status == 0)
        for known in [["--expect", String(head)], ["--checkpoint", "kept.jsonl"]] {
            let outcome = try await signet.run(arguments + known, in: project)
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("truncated: the chain ends at record 2"))
        }
        let bad = try await signet.run(arguments + ["--expect", "3"], in: project)
        #expect(bad.status == 2)
    }

    @Test func `records are listed by what is asked for`() async throws {
        let (project, _) = try await Self.project()
        let all = try await signet.run("audit", "list", "store", in: project)
        #expect(all.lines.count == 3)
        #expect(all.lines[0].contains(#"user1  thing.change  allowed  note==1,"\u{1b}[1m"#))
        #expect(!all.output.contains("\u{1b}"))
        let some = try await signet.run(
            "audit",
            "list",
            "store",
            "--actor",
            "user1",
            "--action",
            "thing.*",
            "--since",
            "1h",
            "--from",
            "2",
            "--json",
            in: project
        )
        #expect(some.lines.count == 1)
        #expect(some.output.hasPrefix(#"{"tenant":"acme","seq":3,"id":"audit_"#))
        for none in [["--outcome", "refused"], ["--until", "2020-01-01"], ["--action", "thing"]] {
            let outcome = try await signet.run(["audit", "list", "store"] + none, in: project)
            #expect(outcome.status == 1 && outcome.output.isEmpty)
        }
        for wrong in [["--id", "x"], ["--since", "yesterday"], ["--from", "3", "--to", "2"]] {
            let outcome = try await signet.run(["audit", "list", "store"] + wrong, in: project)
            #expect(outcome.status == 2)
        }
    }

    @Test func `an export is verified elsewhere, and a table is safe to open`() async throws {
        let (project, key) = try await Self.project()
        let export = try await signet.run("audit", "export", "store", in: project)
        let other = try TemporaryDirectory()
        try other.write("copy.jsonl", export.output)
        let verified = try await signet.run(
            "audit",
            "verify",
            "copy.jsonl",
            "--key",
            key,
            in: other
        )
        #expect(verified.status == 0)
        let table = try await signet.run("audit", "export", "store", "--format=csv", in: project)
        let rows = table.output.components(separatedBy: "\r\n")
        #expect(rows.count == 5)
        #expect(rows[0].hasPrefix("seq,time,id,actor,action,outcome,"))
        #expect(rows[1].contains(#","{""note"":""=1,\""\u001b[1m""}","#))
        let formula = try await signet.run(
            "audit",
            "record",
            "store",
            "--tenant",
            "acme",
            "--actor",
            "=1+1",
            "--action",
            "a.b",
            in: project
        )
        #expect(formula.status == 0)
        let again = try await signet.run("audit", "export", "store", "--format=csv", in: project)
        #expect(again.output.contains(",'=1+1,a.b,"))
        let filtered = try await signet.run("audit", "export", "store", "--actor=x", in: project)
        #expect(filtered.status == 2)
    }

    @Test func `personal data is redacted, and the log stays sound`() async throws {
        let (project, key) = try await Self.project()
        let redact = ["audit", "redact", "store", "--by", "dpo", "--reason", "request 17"]
        let nothing = try await signet.run(redact, in: project)
        #expect(nothing.status == 2)
        let done = try await signet.run(
            redact + ["--actor", "user1", "--signing-key", "audit.key"],
            in: project
        )
        #expect(done.status == 0)
        #expect(done.errors == "signet: 2 records redacted\n")
        let list = try await signet.run("audit", "list", "store", in: project)
        #expect(!list.output.contains("user1"))
        #expect(list.lines[3].contains("reason=request 17  sequences=1,3"))
        let json = try await signet.run("audit", "list", "store", "--to=1", "--json", in: project)
        #expect(json.output.contains(#""redacted":["actor","details.note"]"#))
        let verified = try await signet.run("audit", "verify", "store", "--key", key, in: project)
        #expect(verified.lines.first == "sound  acme  records 1 to 4, 2 redacted, signed up to 4")
        let again = try await signet.run(redact + ["--actor", "user1"], in: project)
        #expect(again.status == 1)
    }

    @Test func `old segments go to an archive, and verify with the rest`() async throws {
        let (project, key) = try await Self.project()
        let drop = [
            "audit", "drop", "store", "--by", "ops", "--reason", "r", "--archive", "old",
            "--signing-key", "audit.key", "--older-than",
        ]
        #expect(try await signet.run(drop + ["1d"], in: project).status == 1)
        let seal = ["audit", "seal", "store", "--signing-key", "audit.key"]
        #expect(try await signet.run(seal, in: project).status == 0)
        #expect(try await signet.run(seal, in: project).status == 1)
        // Closed a moment ago is not a minute ago.
        #expect(try await signet.run(drop + ["1m"], in: project).status == 1)
        #expect(try await signet.run(drop + ["0m"], in: project).status == 2)
        let both = try await signet.run("audit", "verify", "store", "--key", key, in: project)
        #expect(both.lines.first == "sound  acme  records 1 to 3, signed up to 3")
    }

    @Test func `keys come from files that nobody else can read`() async throws {
        let (project, key) = try await Self.project()
        let again = try await signet.run("audit", "key", "--new", "audit.key", in: project)
        #expect(again.status == 2)
        #expect(
            try await signet.run("audit", "key", "audit.key", in: project).output.trimmed == key
        )
        let mode = try FileManager.default.attributesOfItem(
            atPath: "\(project.path)/audit.key"
        )[.posixPermissions]
        #expect(mode as? Int == 0o600)
        try project.write(
            "signet.yml",
            "keys: {audit: {file: \(project.path)/audit.key, trusted: [\(key)]}}"
        )
        let seal = try await signet.run("audit", "seal", "store", in: project)
        #expect(seal.output.contains(key))
        let verified = try await signet.run("audit", "verify", "store", in: project)
        #expect(verified.status == 0 && verified.errors.isEmpty)
        try project.write(
            "signet.yml",
            "keys: {audit: {trusted: [\(String(repeating: "0", count: 64))]}}"
        )
        let stranger = try await signet.run("audit", "verify", "store", in: project)
        #expect(stranger.status == 1)
        #expect(stranger.output.contains("unknown_key"))
    }

    @Test func `what is no log is a wrong call`() async throws {
        let project = try TemporaryDirectory()
        try project.write("text.jsonl", "{}\n")
        #expect(try await signet.run("audit", "verify", "nothing", in: project).status == 2)
        #expect(try await signet.run("audit", "verify", ".", in: project).status == 1)
        let list = try await signet.run("audit", "list", "nothing", in: project)
        #expect(list.status == 2)
        let record = try await signet.run(
            "audit",
            "record",
            "store",
            "--tenant",
            "t",
            "--actor",
            "a",
            "--action",
            "Bad Action",
            in: project
        )
        #expect(record.status == 2)
        #expect(record.errors.contains("an action is lower-case words joined by dots"))
    }
}

import ProcessTesting
import Testing

@Suite struct `Flags on the command line` {
    private static func run(
        _ arguments: String...,
        in project: TemporaryDirectory
    ) async throws -> Program.Outcome {
        try await signet.run(
            ["flags"] + arguments,
            in: project,
            environment: ["SIGNET_FLAGS": "flags"]
        )
    }

    private static let account = ["--by", "alice", "--reason", "a \u{1b}[1mreason"]

    private static func set(
        _ target: String,
        _ stage: String,
        _ more: String...,
        in project: TemporaryDirectory
    ) async throws -> Program.Outcome {
        try await signet.run(
            ["flags", "set", target, stage] + account + more,
            in: project,
            environment: ["SIGNET_FLAGS": "flags"]
        )
    }

    @Test func `flags are set, shown and listed`() async throws {
        let project = try TemporaryDirectory()
        #expect(try await Self.run("list", in: project).status == 2)
        #expect(try await Self.set("chat/*", "legacy", in: project).status == 0)
        #expect(try await Self.set("chat/thread", "dual", in: project).status == 1)
        #expect(try await Self.set("chat/thread", "dual", "--force", in: project).status == 0)
        #expect(try await Self.set("chat/thread", "strict", in: project).status == 2)
        let list = try await Self.run("list", in: project)
        #expect(list.lines.count == 2)
        #expect(list.lines[0].hasPrefix("chat/*                      legacy  "))
        #expect(list.lines[1].hasPrefix("chat/thread                 dual    "))
        #expect(list.lines[1].hasSuffix(#"  alice: a \u{1b}[1mreason"#))
        let show = try await Self.run("show", "chat/run", "--json", in: project)
        #expect(show.output.hasPrefix(#"{"service":"chat","kind":"*","stage":"legacy","#))
        #expect(try await Self.run("show", "auth/run", in: project).status == 1)
        #expect(try await Self.run("show", "nothing", in: project).status == 2)
    }

    @Test func `going back is always possible, and everything is on record`() async throws {
        let project = try TemporaryDirectory()
        #expect(try await Self.set("chat/thread", "strict", "--force", in: project).status == 0)
        #expect(try await Self.set("chat/thread", "legacy", in: project).status == 0)
        let history = try await Self.run("history", "chat/thread", "--json", in: project)
        #expect(history.lines.count == 2)
        #expect(history.lines[0].contains(#""stage":"legacy","previous":"strict","revision":2,"#))
        let audit = try await signet.run("audit", "list", "flags/audit", in: project)
        #expect(audit.lines.count == 2)
        #expect(audit.lines[1].contains("alice  rollout.set  allowed"))
        #expect(audit.lines[1].contains("from=strict"))
        #expect(try await signet.run("audit", "verify", "flags/audit", in: project).status == 0)
        #expect(try await Self.set("chat/thread", "gone", in: project).status == 2)
    }

    @Test func `health says whether the next step is safe`() async throws {
        let project = try TemporaryDirectory()
        #expect(try await Self.set("chat/thread", "dual", in: project).status == 0)
        let wait = try await Self.run("health", in: project)
        #expect(wait.status == 1)
        #expect(wait.lines[0].hasPrefix("wait  chat/thread  dual to new: only 0 IDs came by"))
        try project.write(
            "flags/tallies/a.json",
            #"[{"service":"chat","kind":"thread","step":1,"inbound":{"current":9,"uuid":1},"#
                + #""outbound":{},"refused":2,"lastLegacy":1757927717565}]"#
        )
        let back = try await Self.run("health", "chat/thread", in: project)
        #expect(back.status == 1)
        #expect(
            back.lines == [
                "back  chat/thread  dual to new: 2 IDs came by that the stage dual does not allow",
                "      in  current 9, uuid 1", "      last legacy 2025-09-15T09:15:17.565Z",
            ]
        )
        let json = try await Self.run("health", "--json", in: project)
        #expect(json.output.contains(#""inbound":{"current":9,"uuid":1},"outbound":{},"new":9,"#))
        #expect(json.output.contains(#""legacy":1,"mixed":0,"legacy_per_million":100000,"#))
        #expect(json.output.contains(#""next":"new","safe":false,"go_back":true,"#))
    }
}

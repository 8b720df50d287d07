import ProcessTesting
import Signet
import SignetRegistry
import SignetSQLite
import Testing

@Suite struct `The registry on the command line` {
    private let project: TemporaryDirectory
    private let context: UserContext
    private let thread: String

    init() async throws {
        project = try TemporaryDirectory()
        let registry = Registry(store: try SQLiteStore(path: "\(project.path)/signet.db"))
        let alice = try Owner("ali\u{1b}[1mce", tenant: "acme")
        let session = try await registry.openSession(of: alice)
        let first = try await registry.context(of: alice, session: session)
        thread = "thread_chat_42_ab12cd34"
        let adopted = try await registry.adopt(thread, in: first)
        context = try await registry.context(
            of: alice,
            session: session,
            thread: ThreadID(adopted.id.core)
        )
        _ = try await registry.issue(.tool, in: context, under: [context.run.erased])
        let bob = try Owner("bob")
        _ = try await registry.openSession(of: bob)
    }

    private func run(_ arguments: String...) async throws -> Program.Outcome {
        try await signet.run(
            ["registry"] + arguments + ["--by", "olga", "--reason", "case 7"],
            in: project,
            environment: ["SIGNET_DATABASE": "sqlite:signet.db"]
        )
    }

    @Test func `resources are listed, shown and counted, and each look is on record`() async throws
    {
        let list = try await run("list")
        #expect(list.status == 0)
        #expect(list.lines.count == 9)
        #expect(!list.output.contains("\u{1b}"))
        #expect(try await run("list", "--owner", "bob").lines.count == 1)
        #expect(try await run("list", "--kind", "tool", "--json").lines.count == 1)
        #expect(try await run("list", "--state", "released").lines.isEmpty)
        let show = try await run("show", thread, "--json")
        #expect(
            show.output.contains(#""kind":"thread","uuid":"40afea2f-206f-8317-ac0a-d026b495ea0a""#)
        )
        let names = try await run("names", thread)
        #expect(names.lines.last == "same    counted       \(thread)")
        let statistics = try await run("statistics", "--json")
        #expect(statistics.output.contains(#""session":2"#))
        let database = ["--database", "sqlite:signet.db"]
        let audit = try await signet.run(["audit", "list"] + database, in: project)
        #expect(audit.lines.count == 8)
        #expect(audit.output.contains("olga  registry.list  allowed"))
        #expect(try await signet.run(["audit", "verify"] + database, in: project).status == 0)
        #expect(try await run("list", "--audit", "log").status == 0)
        #expect(try await signet.run("audit", "list", "log", in: project).lines.count == 1)
    }

    @Test func `a tree is shown, and ends as a whole, once`() async throws {
        let tree = try await run("tree", thread)
        #expect(tree.lines.count == 4)
        #expect(tree.lines[1].hasPrefix("  run_"))
        #expect(tree.lines[2].hasPrefix("    "))
        let ended = try await run("release", context.run.compact)
        #expect(ended.lines.count == 3)
        #expect(ended.errors == "ended 3\n")
        let again = try await run("release", context.run.compact)
        #expect(again.status == 0)
        #expect(again.lines.isEmpty)
        #expect(try await run("list", "--state", "released").lines.count == 3)
    }

    @Test func `what is not there or said wrong is told apart`() async throws {
        #expect(try await run("show", "run_01j7nsj96je00838djrfaebxg7").status == 1)
        #expect(try await run("show", "what is this").status == 2)
        #expect(try await run("list", "--state", "gone").status == 2)
        let elsewhere = try await run("statistics", "--database", "sqlite:none.db")
        #expect(elsewhere.status == 2)
        #expect(elsewhere.errors.contains("there is no file none.db"))
        #expect(try await run("statistics", "--database", "mysql://x").status == 2)
        let nobody = try await signet.run(
            ["registry", "list", "--database", "sqlite:signet.db"],
            in: project
        )
        #expect(nobody.status == 2)
        let sweep = try await signet.run(
            ["registry", "sweep", "--database", "sqlite:signet.db"],
            in: project
        )
        #expect(sweep.output == "ended 0, forgotten 0\n")
    }

    @Test func `the doctor says how a store is, and changes nothing`() async throws {
        func doctor(_ database: String) async throws -> Program.Outcome {
            try await signet.run("doctor", "--json", "--database", database, in: project)
        }
        let store = try SQLiteStore(path: "\(project.path)/signet.db")
        _ = try await store.acquire(pool: "node", count: 8, for: .seconds(60))
        let sound = try await doctor("sqlite:signet.db")
        #expect(sound.status == 0)
        #expect(sound.lines.count == 12)
        for part in [
            #""check":"schema","ok":true,"detail":"version 2 of 2, nothing pending""#,
            #""check":"leases","ok":true,"detail":"1 held""#,
            #""check":"growth","ok":true,"detail":"9 alive, 9 changes kept, at most "#,
            #""check":"sweep","ok":true,"detail":"0 due""#,
        ] { #expect(sound.output.contains(part)) }
        // Nobody has swept for a long time.
        let id = try Generator.shared.mint(.session)
        let owner = try Owner("bob")
        let old = Node(id: id, owner: owner, lifetime: 1000, created: 1_726_234_567_890)
        _ = try await store.insert([old], aliases: [], adopting: false)
        let late = try await doctor("sqlite:signet.db")
        #expect(late.status == 1)
        #expect(late.output.contains(#""check":"sweep","ok":false,"detail":"1 due, the longest "#))
        try project.write("empty.db", "")
        let empty = try await doctor("sqlite:empty.db")
        #expect(empty.status == 0)
        #expect(empty.output.contains("version 0 of 2, 2 pending, done when it is opened"))
        try project.write("other.db", String(repeating: "no database ", count: 100))
        #expect(try await doctor("sqlite:other.db").status == 1)
        #expect(try await doctor("sqlite:none.db").output.contains("there is no file none.db"))
        #expect(try await doctor("postgres://x@127.0.0.1:1/x").output.contains(#""ok":false"#))
    }
}

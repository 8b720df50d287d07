import ProcessTesting
import Signet
import Testing

@Suite struct `signet new and family` {
    @Test func `an ID is printed in each form`() async throws {
        let readable = try await signet.run(
            "new",
            "session",
            "--slot",
            "type=auth",
            "--owner",
            "user123"
        )
        let parsed = try Catalog.builtIn.parse(readable.output.trimmed)
        #expect(parsed.form == .readable)
        #expect(parsed.slots.all.map(\.value) == ["auth", "user123"])
        for form in ["compact", "uuid", "checked"] {
            let outcome = try await signet.run("new", "session", "--form", form)
            #expect(outcome.status == 0)
            #expect(try Catalog.builtIn.parse(outcome.output.trimmed).form.name == form)
        }
    }

    @Test func `a million IDs are all different, and in order`() async throws {
        let outcome = try await signet.run("new", "user", "--form", "compact", "-n", "1000000")
        let lines = outcome.lines
        #expect(outcome.status == 0)
        #expect(lines.count == 1_000_000)
        #expect(Set(lines).count == 1_000_000)
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func `no ID is no line`() async throws {
        let outcome = try await signet.run("new", "user", "-n", "0")
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
    }

    @Test func `JSON is the object of inspect`() async throws {
        let outcome = try await signet.run("new", "user", "--json")
        let readable = try #require(outcome.output.split(separator: "\"").dropFirst(3).first)
        let inspected = try await signet.run("inspect", "--json", String(readable))
        #expect(inspected.output == outcome.output)
    }

    static let mistakes: [([String], String)] = [
        (["new", "session"], "--slot type=VALUE --owner USER"),
        (["new", "nothing"], "not declared"),
        (["new"], "<kind>"),
        (["new", "user", "-n", "-1"], ""),
        (["new", "user", "--form", "sealed"], "readable, compact, uuid, checked or classic"),
        (["new", "event", "--form", "classic"], "form: classic"),
        (["new", "user", "--slot", "x"], "NAME=VALUE"),
        (["new", "user", "--slot", "x=1"], "no slot of this name"),
        (["new", "user", "--form", "compact", "--slot", "x=1"], "no slot of this name"),
        (["new", "session", "--form", "compact", "--slot", "bogus=1"], "no slot of this name"),
        (["new", "tool", "--slot", "name=a", "--slot", "name=b"], "twice"),
        (["new", "ws_conn", "--owner", "a@example.com"], "e-mail"),
        (["family", "thread", "thread"], "once"),
        (["family", "thread", "--slot", "x=1"], "slot"),
        (["family"], "<kinds>"),
    ]

    @Test(arguments: mistakes)
    func `a wrong call ends with 2, says why and prints nothing`(
        arguments: [String],
        reason: String
    ) async throws {
        let outcome = try await signet.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(reason))
        #expect(!outcome.errors.contains("example.com"))
    }

    @Test func `a family has one core`() async throws {
        let outcome = try await signet.run(
            "family",
            "thread",
            "run",
            "req",
            "--slot",
            "operation=chat"
        )
        let parsed = try outcome.lines.map { try Catalog.builtIn.parse($0) }
        #expect(parsed.map(\.kind) == [.thread, .run, .req])
        #expect(Set(parsed.map(\.core)).count == 1)
        #expect(parsed.allSatisfy { $0.slots["operation"]?.value == "chat" })
    }

    @Test func `an owner is written as a tag where the configuration says so`() async throws {
        let directory = try TemporaryDirectory()
        try directory.write(
            "signet.yml",
            """
            kinds: {session: {owner: tag}}
            keys: {owner: {tenant: tenant-a, ring: [{number: 0, environment: OWNER_KEY}]}}
            """
        )
        let key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
        let arguments = ["new", "session", "--slot", "type=auth", "--owner", "user123"]
        let outcome = try await signet.run(
            arguments,
            in: directory,
            environment: ["OWNER_KEY": key]
        )
        #expect(outcome.output.hasPrefix("session_auth_.0fed00myhb91_"))
        let missing = try await signet.run(arguments, in: directory)
        #expect(missing.status == 2)
        #expect(missing.errors.contains("OWNER_KEY is not set"))
    }
}

extension String {
    /// The text without the line end.
    var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}

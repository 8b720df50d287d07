import ProcessTesting
import Signet
import SignetSeal
import Testing

@Suite struct `signet seal, secret, kinds and doctor` {
    private static let key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    private static let compact = "session_01j7nsj96je00838djrfaebxg7"

    private static func project() throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        try directory.write("key", key, mode: 0o600)
        try directory.write(
            "signet.yml",
            "keys: {seal: {audience: api, ring: [{number: 3, file: \(directory.path)/key}]}}"
        )
        return directory
    }

    @Test func `an ID is sealed and unsealed`() async throws {
        let project = try Self.project()
        let sealed = try await signet.run("seal", Self.compact, in: project)
        #expect(sealed.output == Self.compact + "_3287crnd7f4nwc93v\n")
        let text = sealed.output.trimmed
        let unsealed = try await signet.run("unseal", text, in: project)
        #expect(unsealed.output == Self.compact + "\n")
        let json = try await signet.run("unseal", "--json", text, "bad", in: project)
        #expect(json.status == 1)
        #expect(
            json.lines == [
                #"{"valid":true,"compact":"\#(Self.compact)","kind":"session","key":3}"#,
                #"{"valid":false,"error":"the text is not well-formed","code":"malformed"}"#,
            ]
        )
        let other = try await signet.run("unseal", "--audience", "web", text, in: project)
        #expect(other.status == 1)
        #expect(other.output.isEmpty)
    }

    @Test(arguments: ["90m", "12h", "30d"])
    func `a seal expires when it is told to`(time: String) async throws {
        let project = try Self.project()
        let sealed = try await signet.run(
            "seal",
            "--expires-in",
            time,
            Self.compact,
            in: project
        )
        #expect(sealed.output.trimmed.utf8.count == Self.compact.utf8.count + 24)
        let json = try await signet.run("unseal", "--json", sealed.output.trimmed, in: project)
        #expect(json.output.contains(#","expires":"20"#))
    }

    @Test(arguments: ["0h", "1", "h", "-1d", "1s", "99999999999999d"])
    func `a time that is none is a wrong call`(time: String) async throws {
        let outcome = try await signet.run(
            "seal",
            "--expires-in=\(time)",
            Self.compact,
            in: Self.project()
        )
        #expect(outcome.status == 2)
    }

    @Test func `a secret is printed once, and its digest apart`() async throws {
        let outcome = try await signet.run("secret", "new", "session")
        let secret = try AnySecret(parsing: outcome.output.trimmed)
        #expect(outcome.lines.count == 1)
        #expect(outcome.errors.hasPrefix("sha256 "))
        let digest = outcome.errors.trimmed.dropFirst("sha256 ".count)
        #expect(digest.utf8.count == 64)
        let check = try await signet.run("secret", "check", "-", input: secret.text + "\n")
        #expect(check.output == "session sha256 \(digest)\n")
        let named = try await signet.run("secret", "check", "--json", secret.text)
        #expect(named.output == #"{"valid":true,"kind":"session","digest":"\#(digest)"}"# + "\n")
        let wrong = try await signet.run("secret", "check", String(secret.text.dropLast()) + "i")
        #expect(wrong.status == 1)
        #expect(!(wrong.output + wrong.errors).contains(secret.text.dropFirst(20).prefix(10)))
    }

    @Test func `the kinds are listed, and a project's own are marked`() async throws {
        let project = try TemporaryDirectory()
        try project.write(
            "signet.yml",
            "kinds: {invoice: {summary: a bill, slots: [region, owner?], lifetime: 1h}}"
        )
        let outcome = try await signet.run("kinds", "--json", in: project)
        #expect(outcome.lines.count == 26)
        #expect(
            outcome.lines.contains(
                #"{"kind":"invoice","slots":["region","owner?"],"owner":"plain","#
                    + #""form":"readable","lifetime_seconds":3600,"summary":"a bill","#
                    + #""built_in":false}"#
            )
        )
        let check = try await signet.run("kinds", "check", in: project)
        #expect(check.output == "ok 26 kinds, 1 of them from the configuration\n")
    }

    @Test func `kinds that cannot be told apart are found`() async throws {
        let project = try TemporaryDirectory()
        let path = try project.write("signet.yml", "kinds:\n  thread_chat: {}\n")
        let outcome = try await signet.run("kinds", "check", in: project)
        #expect(outcome.status == 1)
        #expect(outcome.output.hasPrefix("refused "))
        #expect(outcome.output.contains(":2:3: "))
        #expect(outcome.output.contains("kind thread_chat"))
        #expect(path.hasSuffix("signet.yml"))
        #expect(try await signet.run("new", "user", in: project).status == 2)
    }

    @Test func `the doctor finds a sound machine sound, and a missing key`() async throws {
        let sound = try await signet.run("doctor", "--json", in: Self.project())
        #expect(sound.status == 0)
        #expect(sound.lines.count == 6)
        #expect(sound.lines.allSatisfy { $0.contains(#""ok":true"#) })
        let project = try TemporaryDirectory()
        try project.write(
            "signet.yml",
            "keys: {seal: {ring: [{number: 0, environment: NO_SUCH_KEY}]}}"
        )
        let wrong = try await signet.run("doctor", in: project)
        #expect(wrong.status == 1)
        #expect(wrong.output.contains("NO_SUCH_KEY is not set"))
    }
}

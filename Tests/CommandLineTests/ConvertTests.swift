import ProcessTesting
import Testing

@Suite struct `signet convert` {
    private static let uuid = "0191eb99-24d2-7000-81a1-b2c3d4e5f607"
    private static let compact = "session_01j7nsj96je00838djrfaebxg7"
    private static let readable = "session_auth_user123_1726234567890_000001_a1b2c3d4e5f607"
    private static let bare = "session_1726234567890_000001_a1b2c3d4e5f607"

    static let conversions: [(String, String, String)] = [
        (readable, "compact", compact), (readable, "uuid", uuid), (readable, "readable", readable),
        (compact, "readable", bare), (compact, "uuid", uuid), (uuid, "uuid", uuid),
        (compact, "checked", compact + "_jxfs5w"), (compact + "_jxfs5w", "compact", compact),
        ("5F0C6A52-3B1E-4C9A-9D2F-0A1B2C3D4E5F", "uuid", "5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f"),
    ]

    @Test(arguments: conversions)
    func `an ID is written in another form`(text: String, form: String, result: String) async throws
    {
        let named = try await signet.run("convert", "--to", form, text)
        #expect(named.output == result + "\n")
        #expect(named.status == 0)
        let piped = try await signet.run("convert", "--to", form, input: text + "\n")
        #expect(piped.output == named.output)
    }

    static let refusals: [(String, String)] = [
        (uuid, "the text has no kind"), ("thread_chat_42_ab12cd34", "legacy"),
        ("event_1757927717565_2_b97ed28f", "legacy"), (compact + "_3287crnd7f4nwc93v", "unsealed"),
        ("hunter2", "form"),
    ]

    @Test(arguments: refusals)
    func `what cannot be converted is refused`(text: String, reason: String) async throws {
        let outcome = try await signet.run("convert", "--to", "compact", text)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("signet: argument 1: "))
        #expect(outcome.errors.contains(reason))
        #expect(!outcome.errors.contains(text))
    }

    @Test func `the rest is converted when one is refused, and its line is told`() async throws {
        let outcome = try await signet.run(
            "convert",
            "--to",
            "uuid",
            input: "\(Self.compact)\nhunter2\n\(Self.readable)\n"
        )
        #expect(outcome.status == 1)
        #expect(outcome.lines == [Self.uuid, Self.uuid])
        #expect(outcome.errors.hasPrefix("signet: line 2: "))
        let quiet = try await signet.run("convert", "--quiet", "--to", "uuid", "hunter2")
        #expect(quiet.status == 1)
        #expect(quiet.errors.isEmpty)
    }

    @Test func `a UUID is given the kind that is named`() async throws {
        let outcome = try await signet.run(
            "convert",
            "--to",
            "compact",
            "--kind",
            "session",
            Self.uuid
        )
        #expect(outcome.output == Self.compact + "\n")
        let wrong = try await signet.run("convert", "--to", "sealed", Self.compact)
        #expect(wrong.status == 2)
    }

    @Test func `an adopted UUID has no readable form`() async throws {
        let outcome = try await signet.run(
            "convert",
            "--to",
            "readable",
            "session_2z1hn54ery9jd9tbra3cp3tkjz"
        )
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("version 7"))
    }
}

import Foundation
import ProcessTesting
import Signet
import SignetSeal
import Testing

@Suite struct `signet inspect` {
    private static let uuid = "0191eb99-24d2-7000-81a1-b2c3d4e5f607"
    private static let compact = "session_01j7nsj96je00838djrfaebxg7"
    private static let readable = "session_auth_user123_1726234567890_000001_a1b2c3d4e5f607"

    /// What all texts of the vectors have in common, from the time on.
    private static let fields =
        #""time":"2024-09-13T13:36:07.890Z","time_ms":1726234567890,"counter":1,"#
        + #""tail":"a1b2c3d4e5f607","uuid":"\#(uuid)""#
    private static let texts =
        #""compact":"\#(compact)","readable":"session_1726234567890_000001_a1b2c3d4e5f607""#
    private static let kind = #""kind":"session","declared":true"#

    static let objects: [(String, String)] = [
        (
            readable,
            #"{"input":"\#(readable)","valid":true,"form":"readable",\#(kind),"#
                + #""slots":{"type":"auth","owner":"user123"},\#(fields),"#
                + #""compact":"\#(compact)","readable":"\#(readable)"}"#
        ),
        (
            compact,
            #"{"input":"\#(compact)","valid":true,"form":"compact",\#(kind),\#(fields),\#(texts)}"#
        ),
        (uuid, #"{"input":"\#(uuid)","valid":true,"form":"uuid",\#(fields)}"#),
        (
            compact + "_jxfs5w",
            #"{"input":"\#(compact)_jxfs5w","valid":true,"form":"checked",\#(kind),"#
                + #"\#(fields),\#(texts)}"#
        ),
        (
            compact + "_3287crnd7f4nwc93v",
            #"{"input":"\#(compact)_3287crnd7f4nwc93v","valid":true,"form":"sealed",\#(kind),"#
                + #"\#(fields),\#(texts)}"#
        ),
        (
            "thread_chat_42_ab12cd34",
            #"{"input":"thread_chat_42_ab12cd34","valid":true,"form":"legacy","kind":"thread","#
                + #""declared":true,"uuid":"40afea2f-206f-8317-ac0a-d026b495ea0a","#
                + #""compact":"thread_20nzn2y83fgcbtr2pg4tt9btga","#
                + #""family":"counted","confidence":"likely"}"#
        ),
        (
            "session_01j7nsj96je00838djrfaebxgu",
            #"{"input":"session_01j7nsj96je00838djrfaebxgu","valid":false,"#
                + #""error":"not a base32 digit; the letters i, l, o and u are none","#
                + #""code":"bad_base32","offset":33}"#
        ),
    ]

    @Test(arguments: objects)
    func `JSON has the keys of its form, in order`(text: String, object: String) async throws {
        let outcome = try await signet.run("inspect", "--json", text)
        #expect(outcome.output == object + "\n")
        #expect(outcome.errors.isEmpty)
        #expect(outcome.status == (object.contains(#""valid":true"#) ? 0 : 1))
        let piped = try await signet.run("inspect", "--json", input: text + "\n")
        #expect(piped.output == outcome.output)
        #expect(piped.status == outcome.status)
    }

    @Test func `a UUID is completed by the kind that is named`() async throws {
        let outcome = try await signet.run("inspect", "--json", "--kind", "session", Self.uuid)
        #expect(
            outcome.output == #"{"input":"\#(Self.uuid)","valid":true,"form":"uuid",\#(Self.kind),"#
                + "\(Self.fields),\(Self.texts)}\n"
        )
        let wrong = try await signet.run("inspect", "--kind", "user", Self.compact)
        #expect(wrong.status == 1)
        #expect(wrong.output.contains("another kind"))
    }

    @Test func `a person gets a block for each ID`() async throws {
        let outcome = try await signet.run("inspect", Self.readable)
        #expect(
            outcome.output == """
                \(Self.readable)
                  form      readable
                  kind      session
                  type      auth
                  owner     user123
                  time      2024-09-13T13:36:07.890Z (1726234567890 ms)
                  counter   1
                  uuid      \(Self.uuid)
                  compact   \(Self.compact)
                  readable  \(Self.readable)

                """
        )
    }

    @Test func `empty input is nothing, and an empty line is a refused ID`() async throws {
        let nothing = try await signet.run("inspect")
        #expect(nothing.status == 0)
        #expect(nothing.output.isEmpty)
        let line = try await signet.run("inspect", "--json", input: "\n")
        #expect(line.status == 1)
        #expect(line.lines.count == 1)
        #expect(line.output.contains(#""code":"empty""#))
    }

    @Test(arguments: ["\n", "\r\n"])
    func `lines end with LF or CRLF, the last with nothing`(end: String) async throws {
        let input = [Self.compact, Self.uuid, Self.compact].joined(separator: end)
        let outcome = try await signet.run("inspect", "--json", input: input)
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 3)
        let ended = try await signet.run("inspect", "--json", input: input + end)
        #expect(ended.output == outcome.output)
    }

    @Test func `a line of ten megabytes is one refused ID, and the next one is read`() async throws
    {
        let long = String(repeating: "a", count: 10_000_000)
        let input = "\(long)\n\(Self.compact)\n\(long)"
        let outcome = try await signet.run("inspect", input: input)
        #expect(outcome.status == 1)
        #expect(outcome.lines.count == 3)
        #expect(outcome.lines[0].contains("refused"))
        #expect(outcome.lines[1].contains(Self.uuid))
    }

    @Test func `a million lines are read in one go`() async throws {
        let input = String(repeating: Self.compact + "\n", count: 1_000_000)
        let outcome = try await signet.run("inspect", "--json", input: input)
        #expect(outcome.status == 0)
        #expect(outcome.output.utf8.count { $0 == UInt8(ascii: "\n") } == 1_000_000)
    }

    @Test func `a secret is never repeated, not even a mistyped one`() async throws {
        let secret = try AnySecret(.session).text
        let last = secret.last == "0" ? "1" : "0"
        let mistyped = secret.dropLast() + last
        for text in [secret, String(mistyped), secret + " ", secret + "x"] {
            for arguments in [["--json"], [], ["--kind", "user"], ["--json", "--kind", "user"]] {
                let named = try await signet.run(["inspect"] + arguments + [text])
                let piped = try await signet.run(["inspect"] + arguments, input: Data(text.utf8))
                for outcome in [named, piped] {
                    let all = outcome.output + outcome.errors
                    #expect(!all.contains(secret.dropFirst(20).prefix(10)))
                }
            }
        }
    }
}

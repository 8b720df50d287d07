import Foundation
import ProcessTesting
import Testing

@Suite struct `signet bridge` {
    private static let thread = "thread_chat_42_ab12cd34"
    private static let uuid = "40afea2f-206f-8317-ac0a-d026b495ea0a"
    private static let compact = "thread_20nzn2y83fgcbtr2pg4tt9btga"

    static let objects: [(String, [String], String)] = [
        (
            "detect", [thread],
            #"{"input":"\#(thread)","valid":true,"form":"legacy","kind":"thread","declared":true,"#
                + #""family":"counted","confidence":"likely","original":"\#(thread)","#
                + #""certainty":"likely","slots":{"prefix":"thread","operation":"chat"},"#
                + #""counter":42,"random":"ab12cd34","generations":[3,4]}"#
        ),
        (
            "translate", [thread],
            #"{"input":"\#(thread)","valid":true,"form":"legacy","kind":"thread","declared":true,"#
                + #""uuid":"\#(uuid)","compact":"\#(compact)","#
                + #""family":"counted","confidence":"likely","original":"\#(thread)","#
                + #""certainty":"likely","slots":{"prefix":"thread","operation":"chat"},"#
                + #""counter":42,"random":"ab12cd34","generations":[3,4]}"#
        ),
        (
            "detect", ["customer_001_7be0114c"],
            #"{"input":"customer_001_7be0114c","valid":true,"form":"legacy","family":"ambiguous","#
                + #""confidence":"likely","original":"customer_001_7be0114c","#
                + #""certainty":"likely","random":"7be0114c","readings":["#
                + #"{"family":"counted","slots":{"prefix":"customer"},"counter":1,"#
                + #""random":"7be0114c"},"#
                + #"{"family":"owned","slots":{"owner":"customer_001"},"random":"7be0114c"}]}"#
        ),
        (
            "translate", ["--kind", "session", "5F0C6A52-3B1E-4C9A-9D2F-0A1B2C3D4E5F"],
            #"{"input":"5F0C6A52-3B1E-4C9A-9D2F-0A1B2C3D4E5F","valid":true,"form":"legacy","#
                + #""kind":"session","declared":true,"#
                + #""uuid":"5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f","#
                + #""compact":"session_2z1hn54ery9jd9tbra3cp3tkjz","family":"uuid","#
                + #""confidence":"certain","original":"5F0C6A52-3B1E-4C9A-9D2F-0A1B2C3D4E5F","#
                + #""certainty":"certain"}"#
        ),
    ]

    @Test(arguments: objects)
    func `JSON is inspect's object and what the bridge knows`(
        command: String,
        arguments: [String],
        object: String
    ) async throws {
        let outcome = try await signet.run(["bridge", command, "--json"] + arguments)
        #expect(outcome.output == object + "\n")
        #expect(outcome.errors.isEmpty)
        #expect(outcome.status == 0)
    }

    @Test func `translations come in the order given, and refusals on standard error`() async throws
    {
        let input = "\(Self.thread)\nws_ab12cd34\nhello\n\(Self.compact)\n"
        let outcome = try await signet.run("bridge", "translate", input: input)
        #expect(outcome.output == "\(Self.compact)\n\(Self.compact)\n")
        #expect(
            outcome.errors == """
                signet: line 2: does not say what it names; say it with --kind
                signet: line 3: looks like no known family; declare one under bridge.families in \
                signet.yml

                """
        )
        #expect(outcome.status == 1)
        let lines = try await signet.run("bridge", "translate", "--json", input: input)
        #expect(lines.output.split(separator: "\n").count == 4)
        #expect(lines.status == 1)
    }

    @Test func `a match says what each text is to the ID`() async throws {
        let files = try TemporaryDirectory()
        let set = "run_\(Self.thread)_17_00aa11bb\nx\nrun_chat_42_ab12cd34\n\(Self.compact)\n"
        try files.write("set", set)
        let outcome = try await signet.run(
            "bridge",
            "match",
            Self.thread,
            "--among",
            "set",
            in: files
        )
        #expect(
            outcome.output == """
                holds   certain run_thread_chat_42_ab12cd34_17_00aa11bb
                sibling certain run_chat_42_ab12cd34
                same    certain \(Self.compact)

                """
        )
        #expect(outcome.status == 0)
        let piped = try await signet.run("bridge", "match", Self.thread, input: set)
        #expect(piped.output == outcome.output)
        #expect(try await signet.run("bridge", "match", "user_9", input: set).status == 1)
        #expect(try await signet.run("bridge", "match", "x", "--among", "nope").status == 2)
    }

    @Test func `a report names each offender and its line`() async throws {
        let files = try TemporaryDirectory()
        try files.write("good", "\(Self.thread)\nrun_\(Self.thread)_17_00aa11bb\r\n")
        try files.write(
            "bad",
            "\u{1b}[31mred\n\n\(Self.compact)\nrun_thread_a_1_00000000_17_00aa11bb"
        )
        let safe = try await signet.run("bridge", "report", "good", in: files)
        #expect(safe.status == 0)
        #expect(
            safe.output.hasSuffix("2 IDs, 2 resources, 0 repeated, 0 ambiguous: safe to migrate\n")
        )
        let unsafe = try await signet.run("bridge", "report", "good", "bad", in: files)
        #expect(unsafe.status == 1)
        #expect(
            unsafe.output == """
                bad:1: unreadable: \\u{1b}[31mred looks like no known family
                bad:3: merged: \(Self.compact) would become the same ID as another text (good:1)
                bad:4: orphan: run_thread_a_1_00000000_17_00aa11bb holds an ID that is not in \
                the set
                run_of_thread   2
                counted         1
                current         1
                unknown         1
                5 IDs, 3 resources, 0 repeated, 0 ambiguous: not safe to migrate, 3 offenders

                """
        )
        let json = try await signet.run("bridge", "report", "--json", "good", "bad", in: files)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        )
        #expect(object["safe"] as? Bool == false)
        #expect((object["offenders"] as? [[String: Any]])?.count == 3)
        #expect((object["problems"] as? [String: Int])?["merged"] == 1)
        #expect((object["families"] as? [String: Int])?["run_of_thread"] == 2)
    }

    @Test func `a long report is one JSON object, whatever stands in the set`() async throws {
        var lines = (0..<5000).map { "bad \($0) \"\\" }
        lines.append("\u{7f}\u{9b}é\u{202e}")
        var input = Data(lines.joined(separator: "\n").utf8)
        input.append(contentsOf: [0x0a, 0xff, 0xc2, 0x00, 0x0a])
        let outcome = try await signet.run(["bridge", "report", "--json", "-"], input: input)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        )
        #expect((object["offenders"] as? [Any])?.count == 5002)
        #expect(outcome.status == 1)
    }

    @Test func `a family of signet.yml is known, and overlapping ones are refused`() async throws {
        let files = try TemporaryDirectory()
        let family = #"f1: {template: "inv-{date}-{hex8}", kind: event}"#
        try files.write("signet.yml", "bridge:\n  families:\n    \(family)\n")
        let outcome = try await signet.run(
            "bridge",
            "detect",
            "inv-20250915-7be0114c",
            in: files
        )
        #expect(
            outcome.output == "f1            certain event        inv-20250915-7be0114c\n"
        )
        try files.write(
            "signet.yml",
            "bridge:\n  families:\n    \(family)\n    f2: {template: \"inv-{text}\", kind: run}\n"
        )
        for command in [["bridge", "detect", "x"], ["kinds", "check"]] {
            let refused = try await signet.run(command, in: files)
            #expect(refused.status == 2 || command[0] == "kinds" && refused.status == 1)
            let all = refused.output + refused.errors
            #expect(all.contains("signet.yml:4:20: the families f1 and f2 overlap"))
        }
    }

    @Test func `a credential is never repeated`() async throws {
        let key = "sk_live_51Hxyzabcdefghijk"
        let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl"
        for text in [key, token] {
            for arguments in [
                ["bridge", "detect"], ["bridge", "detect", "--json"], ["bridge", "translate"],
                ["bridge", "translate", "--json"], ["bridge", "report", "-"], ["inspect"],
                ["bridge", "report", "--json", "-"], ["inspect", "--json"],
                ["bridge", "match", text], ["bridge", "match", "--json", text],
            ] {
                let outcome = try await signet.run(arguments, input: Data((text + "\n").utf8))
                #expect(
                    !(outcome.output + outcome.errors).contains(text.suffix(10)),
                    "\(arguments)"
                )
            }
        }
    }
}

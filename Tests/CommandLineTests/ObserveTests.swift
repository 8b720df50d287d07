import Foundation
import ProcessTesting
import Testing

@Suite struct `Observing on the command line` {
    private static let log = """
        2026-11-21 INFO session_01j7nsj96je00838djrfaebxg7 opened
        2026-11-21 INFO thread_chat_42_ab12cd34 by 5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f

        """

    @Test func `files are services, and no identifier is printed`() async throws {
        let project = try TemporaryDirectory()
        try project.write("api.log", Self.log)
        try project.write("none.log", "nothing here\n")
        let outcome = try await signet.run("observe", "api.log", "none.log", in: project)
        #expect(outcome.status == 0)
        #expect(
            outcome.lines[0] == "api.log: 3 identifiers in 2 lines, 33.3 % of earlier generators"
        )
        #expect(
            outcome.lines.last == "none.log: 0 identifiers in 1 lines, 0.0 % of earlier generators"
        )
        #expect(!outcome.output.contains("01j7nsj96je00838djrfaebxg7"))
        let json = try await signet.run(
            "observe",
            "--json",
            "--service",
            "api",
            "api.log",
            in: project
        )
        #expect(json.output.hasPrefix(#"{"service":"api","bytes":139,"lines":2,"seconds":"#))
        #expect(
            json.output.contains(#""family":"counted","kind":"thread","legacy":true,"count":1"#)
        )
    }

    @Test func `what is piped in is read, and what cannot be read is said`() async throws {
        let project = try TemporaryDirectory()
        try project.write("api.log", Self.log)
        let pipe = try await Program.shell.run(
            "-c",
            "cat api.log | '\(signet.path)' observe --service api",
            in: project
        )
        #expect(pipe.output.hasPrefix("api: 3 identifiers"))
        let missing = try await signet.run("observe", "missing.log", in: project)
        #expect(missing.status == 2)
        #expect(missing.errors.contains("missing.log cannot be opened"))
        #expect(try await signet.run("observe", ".", in: project).status == 3)
        #expect(try await signet.run("observe", "--every", "0", in: project).status == 2)
    }

    @Test func `a file is followed as it grows and when it is rotated`() async throws {
        let project = try TemporaryDirectory()
        try project.write("api.log", Self.log)
        let script = """
            '\(signet.path)' observe --follow --every 1 --json api.log > out.json 2> errors &
            pid=$!
            until [ -s out.json ]; do cat old 2>/dev/null >> api.log; sleep 0.1; done
            cp api.log copy; mv api.log api.log.1; mv copy api.log
            lines=$(wc -l < out.json)
            until [ "$(wc -l < out.json)" -gt "$lines" ]; do sleep 0.1; done
            kill -INT $pid; wait $pid
            """
        try project.write("old", Self.log)
        let outcome = try await Program.shell.run("-c", script, in: project)
        #expect(outcome.status == 0)
        let text = try String(
            contentsOf: project.url.appending(path: "out.json"),
            encoding: .utf8
        )
        let counts = text.matches(of: /"identifiers":(\d+)/).compactMap { Int($0.1) }
        let total = try #require(counts.last)
        // The old file, the new one with the same lines once more, and three in each round.
        #expect(total % 6 == 0)
        #expect(counts == counts.sorted())
    }
}

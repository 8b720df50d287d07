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
        #expect(json.output.hasPrefix(#"{"service":"api","bytes":138,"lines":2,"milliseconds":"#))
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
}

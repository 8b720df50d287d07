import ProcessTesting

/// The command under test.
let signet = Program("signet")

/// Runs a line of the shell in which `$S` is the command.
func shell(
    _ line: String,
    input: String = "",
    environment: [String: String] = [:]
) async throws -> Program.Outcome {
    try await Program.shell.run(
        "-c",
        line,
        input: input,
        environment: environment.merging(["S": signet.path]) { _, new in new }
    )
}

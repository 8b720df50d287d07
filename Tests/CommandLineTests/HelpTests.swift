import ProcessTesting
import Testing

@Suite struct `Help and completions` {
    @Test(arguments: [
        "new", "family", "inspect", "convert", "kinds", "secret", "secret new", "secret check",
        "seal", "unseal", "doctor", "kinds list", "kinds check",
    ])
    func `every command explains itself`(command: String) async throws {
        let words = command.split(separator: " ").map(String.init)
        let outcome = try await signet.run(words + ["--help"])
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.contains("USAGE: signet \(command)"))
        #expect(outcome.output.contains("OVERVIEW: "))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `a completion script knows the commands`(name: String) async throws {
        let outcome = try await signet.run("--generate-completion-script", name)
        #expect(outcome.status == 0)
        for command in ["inspect", "convert", "family", "unseal", "no-color", "ws_conn"] {
            #expect(outcome.output.contains(command))
        }
    }

    @Test func `bash accepts its completion script`() async throws {
        let outcome = try await shell("$S --generate-completion-script bash | bash -n")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
    }

    @Test func `the version is three numbers`() async throws {
        let outcome = try await signet.run("--version")
        #expect(outcome.output.trimmed.split(separator: ".").compactMap { Int($0) }.count == 3)
    }
}

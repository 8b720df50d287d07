import ProcessTesting
import Testing

@Suite struct `Help and completions` {
    /// What `signet --help` prints.
    private static let help = """
        OVERVIEW: One source of truth for identifiers, and the tools to move a code
        base onto it.

        Results go to standard output, everything else to standard error.
        Exit status: 0 done; 1 the answer is "no" (findings, a refused ID); 2 the call
        is wrong; 3 the work could not be done.

        USAGE: signet <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          new                     Mint IDs of a kind.
          family                  Mint a family: one ID of each kind, all with the same
                                  core.
          inspect                 Say what IDs are: form, kind, slots, time, and their
                                  other texts.
          convert                 Write IDs in another form.
          bridge                  Tell what old IDs are, and what they are called in
                                  today's forms.
          kinds                   Show the declared kinds, or check the configuration's.
          secret                  Make a secret, or check one that was typed.
          seal                    Seal IDs: prove later that they come from a holder of
                                  the key.
          unseal                  Verify sealed IDs and print the IDs in them.
          observe                 Count the identifiers in logs, dumps and other text,
                                  by family and kind.
          scan                    Find where a code base makes identifiers, and who
                                  depends on how they look.
          fix                     Rewrite the places that make identifiers, with proof
                                  and undo.
          rules                   List the rules of the scanner, or explain one.
          init                    Look at a code base and draft a signet.yml for it.
          registry                Look at the live resources of a store, and end them.
          audit                   Verify, read, export, redact and retain audit logs.
          flags                   See and set which service reads and writes which form
                                  of which kind of ID.
          doctor                  Say what is wrong with clock, entropy, keys, catalog
                                  and store.

          See 'signet help <subcommand>' for detailed help.

        """

    @Test(arguments: [["--help"], ["-h"], ["help"], []])
    func `the help lists every command`(arguments: [String]) async throws {
        let outcome = try await signet.run(arguments)
        #expect(outcome.output == Self.help)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.status == 0)
    }

    @Test(arguments: [
        "new", "family", "inspect", "convert", "kinds", "secret", "secret new", "secret check",
        "seal", "unseal", "bridge", "bridge detect", "bridge translate", "bridge match", "observe",
        "registry",
        "registry list", "registry show", "registry tree", "registry names", "registry release",
        "registry statistics", "registry sweep", "registry watch",
        "bridge report", "scan", "fix", "rules", "init", "doctor", "audit",
        "audit verify", "audit list", "audit export", "audit record", "audit redact", "audit seal",
        "audit drop", "audit key", "flags", "flags list", "flags show", "flags set",
        "flags history", "flags health", "kinds list",
        "kinds check",
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

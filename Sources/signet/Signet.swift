import ArgumentParser
import SignetOutput

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Ends the process; commands have a static method of the name that the C library uses.
private func terminate(_ status: Int32) -> Never {
    exit(status)
}

/// The command `signet`.
@main
struct SignetCommand: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "signet",
        abstract: "One source of truth for identifiers, and the tools to move a code base onto it.",
        discussion: """
            Results go to standard output, everything else to standard error.
            Exit status: 0 done; 1 the answer is "no" (findings, a refused ID); \
            2 the call is wrong; 3 the work could not be done.
            """,
        version: version,
        subcommands: [
            New.self, Family.self, Inspect.self, Convert.self, BridgeCommand.self, Kinds.self,
            SecretCommand.self,
            Seal.self, Unseal.self, Observe.self, Scan.self, Fix.self, Rules.self, Init.self,
            RegistryCommand.self, AuditCommand.self, FlagsCommand.self, Doctor.self,
        ]
    )

    /// Runs the command and maps every way of ending to the statuses of the command line.
    static func main() async {
        StandardStreams.prepare()
        var status: Int32 = 0
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            status = report(error)
        }
        // What was found before an error is a result and must not be lost.
        do {
            try StandardOutput.shared.flush()
        } catch is ClosedOutput {
            // The reader has seen enough; the answer stays the same.
        } catch {
            status = report(error)
        }
        terminate(status)
    }

    /// Says what went wrong and gives the exit status for it.
    private static func report(_ error: any Error) -> Int32 {
        switch error {
        case is ClosedOutput:
            return 0
        case let failure as CommandFailure:
            StandardError.write("signet: \(TerminalText.escaped(failure.message))\n")
            return failure.status
        case let status as ExitCode:
            return status.rawValue
        default:
            let text = fullMessage(for: error) + "\n"
            if exitCode(for: error).isSuccess {
                StandardOutput.shared.write(text)
                return 0
            }
            StandardError.write(TerminalText.escaped(lines: text))
            return 2
        }
    }
}

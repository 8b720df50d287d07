import ArgumentParser
import SignetAudit
import SignetRollout

/// `signet flags`: the rollout of today's forms.
struct FlagsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flags",
        abstract: "See and set which service reads and writes which form of which kind of ID.",
        discussion: """
            A flag is about a kind in a service, chat/thread, or all its kinds, chat/*. Stages:
              legacy   the earlier forms are read and written
              dual     both are read, the earlier form is written, pairs are recorded
              new      both are read, today's form is written
              strict   today's form is read and written, the earlier ones are refused
            Flags are in a directory (--store) or in a database (--database).
            """,
        subcommands: [
            FlagsList.self, FlagsShow.self, FlagsSet.self, FlagsHistory.self, FlagsHealth.self,
        ]
    )
}

/// The sink of commands that change nothing.
struct NoChanges: AuditSink {
    func record(_ event: AuditEvent) async throws(AuditError) {
        throw AuditError(.storeFailed, "this command changes nothing")
    }
}

/// Gives errors of a rollout their exit status.
enum RolloutFailure {
    static func rethrowing<Value>(
        _ body: () async throws(RolloutError) -> Value
    ) async throws -> Value {
        do throws(RolloutError) {
            return try await body()
        } catch {
            switch error.code {
            case .unsafeStep: throw CommandFailure(message: error.description, status: 1)
            case .storeFailed, .notAudited, .conflict:
                throw CommandFailure.failed(error.description)
            default: throw CommandFailure.usage(error.description)
            }
        }
    }
}

extension RolloutTarget {
    /// Reads an argument.
    static func parse(_ text: String) throws -> RolloutTarget {
        guard let target = RolloutTarget(text) else {
            throw ValidationError("a flag is about SERVICE/KIND or SERVICE/*")
        }
        return target
    }
}

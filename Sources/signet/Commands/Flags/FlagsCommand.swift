import ArgumentParser
import Foundation
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
            """,
        subcommands: [
            FlagsList.self, FlagsShow.self, FlagsSet.self, FlagsHistory.self, FlagsHealth.self,
        ]
    )
}

/// `--store DIR`: where flags are kept.
struct FlagStoreOption: ParsableArguments {
    /// The variable that names the store where the option does not.
    static let variable = "SIGNET_FLAGS"

    @Option(
        help: ArgumentHelp(
            "The directory of the flags (default: the variable \(Self.variable)).",
            valueName: "dir"
        ),
        completion: .directory
    )
    var store: String?

    /// The directory.
    func path() throws -> String {
        guard let path = store ?? ProcessInfo.processInfo.environment[Self.variable] else {
            throw CommandFailure.usage(
                "no store of flags: give --store DIR, or set \(Self.variable)"
            )
        }
        return path
    }

    /// The flags of the store.
    ///
    /// - Parameters:
    ///   - isNew: Whether the store is made when there is none.
    ///   - audit: Takes the changes.
    /// - Returns: The flags, as they are now.
    /// - Throws: ``CommandFailure``.
    func flags(
        makingNew isNew: Bool = false,
        audit: any AuditSink = NoChanges()
    ) async throws -> RolloutFlags {
        let path = try path()
        guard isNew || FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure.usage("there is no store of flags at \(path)")
        }
        return try await RolloutFailure.rethrowing { () async throws(RolloutError) in
            let flags = RolloutFlags(store: try FileFlagStore(path: path), audit: audit)
            try await flags.refresh()
            return flags
        }
    }
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

import ArgumentParser
import SignetOutput
import SignetRollout

/// `signet flags list`: prints all flags.
struct FlagsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Print the flags that are set, by service and kind."
    )

    @OptionGroup var storeOption: FlagStoreOption

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let flags = try await storeOption.flags().all
        let writer = FlagWriter(json: json, style: common.style)
        for flag in flags { try writer.write(flag) }
        if flags.isEmpty { common.note("signet: no flag is set") }
    }
}

/// `signet flags show`: prints what decides about a kind.
struct FlagsShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print the flag that decides about a kind in a service.",
        discussion: """
            That is its own, or that of all kinds of the service. Exit status 1 if there is none; \
            the stage is legacy then.
            Example:
              signet flags show chat/thread --store /var/lib/app/flags
            """
    )

    @Argument(help: "SERVICE/KIND, or SERVICE/*.", transform: RolloutTarget.parse)
    var target: RolloutTarget

    @OptionGroup var storeOption: FlagStoreOption

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        guard let flag = try await storeOption.flags().flag(for: target) else {
            throw ExitCode(1)
        }
        try FlagWriter(json: json, style: common.style).write(flag)
    }
}

/// `signet flags history`: prints changes.
struct FlagsHistory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Print the changes of a flag, or of all, the newest first."
    )

    @Argument(help: "SERVICE/KIND, or SERVICE/*.", transform: RolloutTarget.parse)
    var target: RolloutTarget?

    @Option(name: .shortAndLong, help: "Print so many changes at most.")
    var limit = 20

    @OptionGroup var storeOption: FlagStoreOption

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let flags = try await storeOption.flags()
        let changes = try await RolloutFailure.rethrowing { () async throws(RolloutError) in
            try await flags.store.history(of: target, limit: max(limit, 0))
        }
        let writer = FlagWriter(json: json, style: common.style)
        for flag in changes { try writer.write(flag) }
        if changes.isEmpty { throw ExitCode(1) }
    }
}

import ArgumentParser
import SignetOutput
import SignetRollout

/// `signet flags health`: says whether the next step is safe.
struct FlagsHealth: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Print what came by since the last step, and whether the next one is safe.",
        discussion: """
            The figures are those that the processes of the service publish. Exit status 1 if the \
            next step of any flag is not safe, or if going back is better.
            Example:
              signet flags health chat/thread --store /var/lib/app/flags
            """
    )

    @Argument(
        help: "SERVICE/KIND, or SERVICE/* (default: every flag).",
        transform: RolloutTarget.parse
    )
    var target: RolloutTarget?

    @OptionGroup var storeOption: FlagStoreOption

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let flags = try await storeOption.flags()
        let targets = target.map { [$0] } ?? flags.all.map(\.target)
        let writer = FlagWriter(json: json, style: common.style)
        var isSafe = true
        for target in targets {
            let health = try await RolloutFailure.rethrowing { () async throws(RolloutError) in
                try await flags.health(of: target)
            }
            let verdict = health.verdict
            isSafe = isSafe && !verdict.shouldGoBack && (verdict.isSafe || verdict.next == nil)
            try writer.write(health)
        }
        if !isSafe { throw ExitCode(1) }
    }
}

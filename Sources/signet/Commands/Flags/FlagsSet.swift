import ArgumentParser
import SignetAudit
import SignetRollout

/// `signet flags set`: changes the stage.
struct FlagsSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Set the stage of a kind in a service.",
        discussion: """
            Going back is always possible, over any number of stages. Going forward is one stage at \
            a time, and only when 'signet flags health' says that it is safe, unless --force is \
            given. The change is recorded in the audit log before it is made.
            Exit status 1 if the step is not safe.
            Examples:
              signet flags set chat/thread dual --by alice --reason 'first service' --store flags
              signet flags set 'chat/*' legacy --by oncall --reason 'errors since 14:05' --store flags
            """
    )

    @Argument(help: "SERVICE/KIND, or SERVICE/*.", transform: RolloutTarget.parse)
    var target: RolloutTarget

    @Argument(help: "legacy, dual, new or strict.", completion: .list(Self.stages))
    var stage: String

    @OptionGroup var account: AuditAccountOptions

    @Flag(help: "Go forward whatever the figures say.")
    var force = false

    @OptionGroup var storeOption: FlagStoreOption

    @Option(
        help: ArgumentHelp(
            """
            The directory of the audit log that records the change (default: DIR/audit, or the \
            database itself).
            """,
            valueName: "dir"
        ),
        completion: .directory
    )
    var audit: String?

    @Option(help: "Whose audit log.")
    var tenant = "signet"

    @OptionGroup var signing: AuditSigningOption

    @Flag(help: "Print the flag as a JSON object.")
    var json = false

    @OptionGroup var common: CommonOptions

    private static let stages = RolloutStage.allCases.map(\.rawValue)

    func validate() throws {
        guard RolloutStage(rawValue: stage) != nil else {
            throw ValidationError("A stage is \(Self.stages.joined(separator: ", ")).")
        }
    }

    func run() async throws {
        guard let stage = RolloutStage(rawValue: stage) else { return }
        let store = try await storeOption.open(makingNew: true)
        let log = try signing.log(try storeOption.records(in: audit, of: store), common)
        let flags = try await FlagStoreOption.flags(of: store, audit: log)
        let flag = try await RolloutFailure.rethrowing { () async throws(RolloutError) in
            try await flags.set(
                target,
                to: stage,
                by: account.actor,
                reason: account.reason,
                force: force
            )
        }
        try FlagWriter(json: json, style: common.style).write(flag)
    }
}

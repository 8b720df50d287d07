import ArgumentParser
import Foundation
import Signet
import SignetConfiguration
import SignetSeal

/// `signet seal`: seals IDs with a key of the configuration.
struct Seal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Seal IDs: prove later that they come from a holder of the key.",
        discussion: "The keys come from the configuration: keys.seal, in variables or files."
    )

    @Argument(help: "IDs, readable, compact or checked.")
    var ids: [String]

    @OptionGroup var audience: AudienceOption

    @Option(
        name: .customLong("expires-in"),
        help: "How long the seal is valid, such as 90m, 12h or 30d (default: for ever)."
    )
    var validity: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard validity == nil || milliseconds != nil else {
            throw ValidationError("A time is a number and m, h or d, such as 12h.")
        }
    }

    func run() throws {
        let configuration = try common.configuration()
        let keys = try audience.keys(of: configuration)
        let audience = try audience.name(in: configuration)
        let now = try CommandFailure.rethrowing { try WallClock.system.milliseconds() }
        let output = StandardOutput.shared
        var isRefused = false
        for (index, text) in ids.enumerated() {
            let id: AnyID
            do throws(IDError) {
                id = try AnyID(parsing: text, catalog: configuration.catalog)
            } catch {
                isRefused = true
                common.note("signet: argument \(index + 1): \(error)")
                continue
            }
            let expiry = milliseconds.map { now + $0 }
            output.write(
                try CommandFailure.rethrowing {
                    try keys.seal(id, audience: audience, expiry: expiry)
                }
            )
            try output.endLine()
        }
        if isRefused { throw ExitCode(1) }
    }

    private var milliseconds: UInt64? { validity.flatMap(TimeSpan.milliseconds) }
}

/// `--audience NAME`, and the keys that go with it.
struct AudienceOption: ParsableArguments {
    @Option(
        name: .customLong("audience"),
        help: "For whom the seal is (default: keys.seal.audience of the configuration)."
    )
    var name: String?

    /// The audience.
    func name(in configuration: Configuration) throws -> String {
        guard let name = name ?? configuration.audience else {
            throw CommandFailure.usage(
                "no audience: give --audience, or set keys.seal.audience in signet.yml"
            )
        }
        return name
    }

    /// The ring of seal keys.
    func keys(of configuration: Configuration) throws -> KeyRing {
        guard let sources = configuration.sealKeys else {
            throw CommandFailure.usage(
                "no seal keys: set keys.seal in signet.yml, such as "
                    + "ring: [{number: 0, environment: SIGNET_SEAL_KEY}]"
            )
        }
        return try CommandFailure.rethrowing {
            try sources.load(environment: ProcessInfo.processInfo.environment)
        }
    }
}

import ArgumentParser
import Signet
import SignetConfiguration
import SignetOutput
import SignetSeal

/// `signet unseal`: verifies sealed IDs.
struct Unseal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unseal",
        abstract: "Verify sealed IDs and print the IDs in them.",
        discussion: "Exit status 1 when a seal is not valid for the audience, or has expired."
    )

    @Argument(help: "Sealed texts.")
    var texts: [String]

    @OptionGroup var audience: AudienceOption

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let configuration = try common.configuration()
        let keys = try audience.keys(of: configuration)
        let audience = try audience.name(in: configuration)
        let now = try CommandFailure.rethrowing { try WallClock.system.milliseconds() }
        var isRefused = false
        for (index, text) in texts.enumerated() {
            let unsealed: UnsealedID
            do throws(SealError) {
                unsealed = try keys.unseal(
                    text,
                    audience: audience,
                    now: now,
                    catalog: configuration.catalog
                )
            } catch {
                isRefused = true
                if json {
                    try printRefusal(error)
                } else {
                    common.note("signet: argument \(index + 1): \(error)")
                }
                continue
            }
            try printResult(unsealed)
        }
        if isRefused { throw ExitCode(1) }
    }

    private func printResult(_ unsealed: UnsealedID) throws {
        let output = StandardOutput.shared
        if json {
            output.text.object { json in
                json.key("valid")
                json.bool(true)
                json.key("compact")
                json.string(unsealed.id.compact)
                json.key("kind")
                json.string(unsealed.id.kind.description)
                json.key("key")
                json.number(Int(unsealed.key))
                guard let expiry = unsealed.expiry else { return }
                json.key("expires")
                json.string(Timestamp.text(expiry))
            }
        } else {
            output.write(unsealed.id.compact)
        }
        try output.endLine()
    }

    private func printRefusal(_ error: SealError) throws {
        StandardOutput.shared.text.object { json in
            json.key("valid")
            json.bool(false)
            json.key("error")
            json.string(error.code.message)
            json.key("code")
            json.string(error.code.name)
        }
        try StandardOutput.shared.endLine()
    }
}

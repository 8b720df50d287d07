import ArgumentParser
import Signet
import SignetBridge

/// `signet bridge detect`: says which family an ID is of.
struct BridgeDetect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detect",
        abstract: "Say which family IDs are of, and what their parts are.",
        discussion: """
            A text that can be read in several ways is ambiguous, and --json lists its readings.
            Exit status 1 if any looks like nothing that is known.
            Examples:
              signet bridge detect thread_chat_42_ab12cd34 mgr_usr_alice_2024_b97ed28f
              signet bridge detect --json < ids.txt
            """
    )

    @OptionGroup var input: BridgeIDs
    @OptionGroup var kindOption: KindOption

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let bridge = try common.bridge()
        let kind = try kindOption.kind(in: bridge.catalog)
        let style = common.style
        let json = json
        let output = StandardOutput.shared
        var isRefused = false
        try input.visit(common) { text, _ in
            let object = BridgeObject(text, bridge, kind: kind)
            isRefused = isRefused || object.detection.count == 0
            if json {
                object.write(text, to: &output.text)
            } else {
                object.writeLine(text, to: &output.text, style)
            }
            try output.endLine()
        }
        if isRefused { throw ExitCode(1) }
    }
}

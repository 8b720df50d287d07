import ArgumentParser
import Signet
import SignetBridge

/// `signet bridge translate`: writes old IDs in today's forms.
struct BridgeTranslate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translate",
        abstract: "Write old IDs in today's forms.",
        discussion: """
            A UUID keeps its bits. Any other text gives the same ID on every machine, from the \
            text and what it names alone. IDs of today's forms stay what they are. A UUID whose \
            kind nobody says is written as a UUID. What has no translation is reported on \
            standard error with its place, and the exit status is 1.
            Examples:
              signet bridge translate thread_chat_42_ab12cd34
              signet bridge translate --kind run websocket_factory_1757372478799
            """
    )

    @OptionGroup var input: BridgeIDs
    @OptionGroup var kindOption: KindOption

    @Flag(help: "Print one JSON object a line, also for what has no translation.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let bridge = try common.bridge()
        let kind = try kindOption.kind(in: bridge.catalog)
        let json = json
        let output = StandardOutput.shared
        var isRefused = false
        try input.visit(common) { text, place in
            var object = BridgeObject(text, bridge, kind: kind)
            object.translate(text, bridge)
            if let error = object.error {
                isRefused = true
                if !json {
                    return common.note("signet: \(place.word) \(place.number): \(error)")
                }
            }
            if json {
                object.write(text, to: &output.text)
            } else {
                object.writeTranslation(to: &output.text)
            }
            try output.endLine()
        }
        if isRefused { throw ExitCode(1) }
    }
}

import ArgumentParser
import Signet
import SignetConfiguration

/// `signet inspect`: says what IDs are.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what IDs are: form, kind, slots, time, and their other texts.",
        discussion: """
            Without an ID, reads one a line from standard input, in constant memory.
            Exit status 1 if any is refused.
            """
    )

    @Argument(help: "IDs in any form, legacy ones too.")
    var ids: [String] = []

    @OptionGroup var kindOption: KindOption

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let catalog = try common.configuration().catalog
        let kind = try kindOption.kind(in: catalog)
        let style = common.style
        // Read once: the parser's property wrappers look their type up each time.
        let json = json
        let output = StandardOutput.shared
        var isRefused = false
        for (index, id) in ids.enumerated() {
            let inspection = Inspection(id.utf8.span, kind: kind, catalog: catalog)
            isRefused = isRefused || !inspection.isValid
            if json {
                inspection.write(id.utf8.span, to: &output.text)
            } else {
                if index > 0 { try output.endLine() }
                output.write(inspection.block(id, style))
            }
            try output.endLine()
        }
        if ids.isEmpty {
            common.noteWaiting()
            var reader = LineReader(descriptor: 0)
            try reader.forEachLine { line in
                let inspection = Inspection(line, kind: kind, catalog: catalog)
                isRefused = isRefused || !inspection.isValid
                if json {
                    inspection.write(line, to: &output.text)
                } else {
                    inspection.writeLine(to: &output.text, style)
                }
                try output.endLine()
            }
        }
        if isRefused { throw ExitCode(1) }
    }
}

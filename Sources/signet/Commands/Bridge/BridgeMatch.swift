import ArgumentParser
import Signet
import SignetBridge
import SignetOutput

/// `signet bridge match`: finds the names of a resource.
struct BridgeMatch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Find every name of a resource in a set of IDs.",
        discussion: """
            Prints what a text of the set is to the ID, how certain that is, and the text:
              same      names the same resource: a spelling or a translation
              sibling   was made together with it: thread, run and request of one round
              holds     holds the ID whole, as a run its thread
              held      stands whole in the ID
              owner     is its owner
              owned     is owned by it
            Exit status 1 if there is none.
            """
    )

    @Argument(help: "Any name of the resource.")
    var id: String

    @Option(
        help: ArgumentHelp("The set, one ID a line (default: standard input).", valueName: "file"),
        completion: .file()
    )
    var among: String?

    @OptionGroup var kindOption: KindOption

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let bridge = try common.bridge()
        let kind = try kindOption.kind(in: bridge.catalog)
        let matcher = NameMatcher(id.utf8.span, kind: kind, bridge: bridge)
        let json = json
        let output = StandardOutput.shared
        var count = 0
        if among == nil { common.noteWaiting() }
        try LineReader.withLines(ofFile: among) { line in
            guard let match = matcher.match(line) else { return }
            count += 1
            let name = Redaction.redacted(line) ?? String(line)
            if json {
                output.text.object { json in
                    json.key("name")
                    json.string(name)
                    json.key("relation")
                    json.string(match.relation.rawValue)
                    json.key("certainty")
                    json.string(match.certainty.rawValue)
                }
            } else {
                output.text.append(match.relation.rawValue, paddedTo: 8)
                output.text.append(match.certainty.rawValue, paddedTo: 8)
                output.text.append(TerminalText.escaped(name))
            }
            try output.endLine()
        }
        if count == 0 { throw ExitCode(1) }
    }
}

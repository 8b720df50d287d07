import ArgumentParser
import SignetScan

/// The options that say what is reported of a scan, and how.
struct ScanReportOptions: ParsableArguments {
    @Option(help: "text, json, jsonl, sarif, github or html.")
    var format = Format.text

    @Option(help: "Write the report to a file, all of it or nothing.", completion: .file())
    var output: String?

    @Option(help: "What to look for: uuid, consumers (who depends on whose look), or all.")
    var focus = Focus.all

    @Option(
        help: ArgumentHelp(
            "Append the sums of this run to a file, and show the curve of all runs.",
            valueName: "file"
        ),
        completion: .file()
    )
    var history: String?

    @Flag(help: "Say how much was read and how long it took.")
    var stats = false

    @Flag(
        name: .customLong("show-source"),
        inversion: .prefixedNo,
        help: "Show the line of source of each place in the text report."
    )
    var showSource = true

    @Flag(help: "List all places in the text report, not one screen of them.")
    var all = false

    /// A way of writing the report.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case jsonl
        case sarif
        case github
        case html
    }

    /// A group of rules.
    enum Focus: String, ExpressibleByArgument, CaseIterable {
        case uuid
        case consumers
        case all

        /// Whether the group has `rule`.
        func contains(_ rule: any Rule) -> Bool {
            switch self {
            case .uuid: rule.name == "raw-uuid"
            case .consumers: rule.category == .producer || rule.category == .consumer
            case .all: true
            }
        }
    }
}

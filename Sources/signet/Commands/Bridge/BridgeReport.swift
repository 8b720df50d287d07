import ArgumentParser
import Signet
import SignetBridge
import SignetOutput

/// `signet bridge report`: says whether a set of IDs is safe to migrate.
struct BridgeReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Say whether a set of IDs is safe to migrate.",
        discussion: """
            The files, one ID a line, are one set. Lists every text that looks like nothing \
            known, would become the same ID as another, holds an ID that is not in the set, or \
            contradicts another about an owner. Exit status 1 if there is any.
            """
    )

    @Argument(
        help: "Files of IDs, one a line; - is standard input.",
        completion: .file()
    )
    var files: [String]

    @OptionGroup var kindOption: KindOption

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let bridge = try common.bridge()
        let kind = try kindOption.kind(in: bridge.catalog)
        var report = MigrationReport(bridge: bridge, kind: kind)
        var writer = BridgeReportWriter(files: files, json: json, style: common.style)
        writer.begin()
        for (index, file) in files.enumerated() {
            var number = 0
            try LineReader.withLines(ofFile: file == "-" ? nil : file) { line in
                number += 1
                let place = MigrationOffender.Place(file: index, line: number)
                try report.add(line, at: place) { offender in try writer.write(offender) }
            }
        }
        try report.finish { offender in try writer.write(offender) }
        try writer.end(report)
        if !report.isSafe { throw ExitCode(1) }
    }
}

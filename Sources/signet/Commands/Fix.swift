import ArgumentParser
import Foundation
import SignetConfiguration
import SignetFix
import SignetOutput
import SignetScan

/// `signet fix`: rewrites the places that make identifiers of their own.
struct Fix: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rewrite the places that make identifiers, with proof and undo.",
        discussion: """
            Without --write, --diff, --review or --commit, prints the plan: what would be written, \
            what is left to people and why, and which consumers are to change first. Only Python \
            and Swift are written. Each file passes every check before it is written, or is left \
            alone whole and named, with exit status 3. A run can be undone.
            Examples:
              signet fix
              signet fix --diff src
              signet fix --level unsafe --review
              signet fix --write && pytest || signet fix --undo
            """
    )

    @Argument(
        help: "Files and directories (default: the working directory); with --undo, the run.",
        completion: .file()
    )
    var paths: [String] = []

    @OptionGroup(title: "What is done") var mode: FixModeOptions

    @OptionGroup(title: "What is fixed") var choice: FixChoiceOptions

    @OptionGroup var common: CommonOptions

    func validate() throws {
        try choice.validate()
        if mode.undo, paths.count > 1 { throw ValidationError("--undo takes one run.") }
    }

    func run() throws {
        let configuration = try common.configuration()
        let journal = try FixJournal.here(configuration)
        if mode.undo { return try FixUndo(journal, common).run(paths.first) }
        FixUndo(journal, common).noteInterrupted()
        let paths = paths.isEmpty ? ["."] : paths
        for (index, path) in paths.enumerated()
        where !FileManager.default.fileExists(atPath: path) {
            throw CommandFailure.usage("path \(index + 1) does not exist")
        }
        let planning = try FixPlanning(choice, configuration, common)
        var plan = try planning.plan(paths, review: mode.review)
        planning.prove(&plan)
        try carryOut(plan, journal, planning.workingDirectory)
        if !plan.failed.isEmpty {
            let count = plan.failed.count
            throw CommandFailure.failed(
                "\(count) \(count == 1 ? "file was" : "files were") left alone; see above"
            )
        }
    }

    private func carryOut(
        _ plan: FixPlan,
        _ journal: FixJournal,
        _ workingDirectory: String
    ) throws {
        let writer = FixWriter(journal, common, workingDirectory: workingDirectory)
        if mode.diff {
            try showDiff(plan)
        } else if mode.commit {
            try FixCommitter(writer, common, by: mode.by).commit(plan)
        } else if mode.write || mode.review {
            try writer.write(plan)
        } else if mode.json {
            var json = JSONWriter()
            FixJSON.write(plan, to: &json)
            try json.withBytes { try StandardOutput.shared.write($0) }
            return
        } else {
            let size = Terminal.size(descriptor: 1)
            let limit = mode.all ? nil : size.map { max(4, ($0.lines - 14) / 2) } ?? 20
            let text = FixText(plan, style: common.style, limit: limit, width: size?.columns ?? 160)
            StandardOutput.shared.write(text.text)
            return
        }
        for line in FixText(plan, style: common.style).failures { common.note(line) }
    }

    private func showDiff(_ plan: FixPlan) throws {
        let diff = UnifiedDiff(plan.changed.compactMap(\.edits))
        if Terminal.isTerminal(descriptor: 1) {
            return StandardOutput.shared.write(diff.text(common.style))
        }
        try StandardOutput.shared.write(diff.bytes.span)
    }
}

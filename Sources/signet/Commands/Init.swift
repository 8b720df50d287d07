import ArgumentParser
import Foundation
import SignetConfiguration
import SignetOutput
import SignetScan

/// `signet init`: looks at a code base and drafts its configuration.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Look at a code base and draft a signet.yml for it.",
        discussion: """
            Counts the sources, looks for services, for modules that make identifiers, for formats \
            and for code that is not the project's own, and writes a commented signet.yml.
            Examples:
              signet init
              signet init --stdout path/to/project
            """
    )

    @Argument(help: "The code base (default: the working directory).", completion: .directory)
    var path = "."

    @Flag(help: "Replace a signet.yml that is there.")
    var force = false

    @Flag(help: "Print the draft and write nothing.")
    var stdout = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let file = URL(filePath: path).appending(path: Configuration.fileName)
        let files = FileManager.default
        var isDirectory: ObjCBool = false
        guard unsafe files.fileExists(atPath: path, isDirectory: &isDirectory),
            isDirectory.boolValue
        else { throw CommandFailure.usage("the code base is no directory") }
        let exists = files.fileExists(atPath: file.path(percentEncoded: false))
        guard !exists || force || stdout else {
            throw CommandFailure.usage(
                "there is a signet.yml already; use --force to replace it, or --stdout"
            )
        }
        let text = try draft()
        if stdout { return StandardOutput.shared.write(text) }
        do {
            let options: Data.WritingOptions = force ? .atomic : .withoutOverwriting
            try Data(text.utf8).write(to: file, options: options)
        } catch {
            throw CommandFailure.failed("signet.yml cannot be written there")
        }
        common.note(Self.advice)
    }

    private static let advice = """
        signet: wrote signet.yml
        next:
          read it, and take away what is not so
          signet kinds check                    whether its kinds can be told apart
          signet scan                           what there is to do
          signet scan --update-baseline         take in what there is, then set scan.baseline
          signet scan --fail-on new             what CI and the hook before a commit run
        """

    /// The text of the file.
    private func draft() throws -> String {
        var options = ScanOptions()
        options.workingDirectory =
            URL(filePath: path, directoryHint: .isDirectory)
            .standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false)
            .trimmedOfSlash
        options.cancellation = Interruption.watch()
        let census: FileCensus
        do {
            census = try FileCensus(of: ".", languages: LanguageCatalog.all, options: options)
        } catch {
            throw CommandFailure.failed("the code base cannot be looked at: \(error.reason)")
        }
        options.excludes = census.foreign.map { "/" + YAMLText.glob($0.path) + "/" }
        let scanner = Scanner(
            options,
            languages: LanguageCatalog.all,
            rules: RuleCatalog.all + [SurveyRule()]
        )
        let report = scanner.scan(["."])
        guard !report.isPartial else { throw CommandFailure.failed("interrupted") }
        let today = CalendarDay(unixTime: options.now / 1_000_000_000)
        return ConfigurationDraft(CodeBaseSurvey(census, report), on: today).text
    }
}

extension String {
    /// The path without a slash at its end, but for the root.
    fileprivate var trimmedOfSlash: String {
        count > 1 && hasSuffix("/") ? String(dropLast()) : self
    }
}

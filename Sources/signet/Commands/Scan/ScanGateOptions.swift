import ArgumentParser

/// The options of `signet scan` that decide how it ends.
struct ScanGateOptions: ParsableArguments {
    @Option(
        help: "The list of known findings (default: scan.baseline of signet.yml, else none).",
        completion: .file()
    )
    var baseline: String?

    @Flag(
        name: .customLong("update-baseline"),
        help: "Write the list anew: take in what is found, leave out what is gone."
    )
    var updateBaseline = false

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp(
            "Exit with status 1 on what the baseline does not have and on what is gone from it "
                + "(new), on any finding, or never (default: new with a baseline, else any)."
        )
    )
    var failOn: FailOn?

    @Flag(
        name: .customLong("show-suppressed"),
        help: "List what comments in the code suppress, and why, in the text report and in SARIF."
    )
    var showSuppressed = false

    /// When the exit status is 1.
    enum FailOn: String, ExpressibleByArgument, CaseIterable {
        case new
        case any
        case never
    }
}

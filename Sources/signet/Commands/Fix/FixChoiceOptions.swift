import ArgumentParser
import SignetFix
import SignetScan

/// The options of `signet fix` that decide which places are fixed, and how.
struct FixChoiceOptions: ParsableArguments {
    @Option(help: "Write places up to this level: safe, or unsafe, which wants a person's eye.")
    var level: Level = .safe

    @Option(
        help: "Only findings of this rule; may be repeated.",
        completion: .list(Self.rules)
    )
    var rule: [String] = []

    @Option(
        help: ArgumentHelp(
            "The form of new identifiers: compact, readable or uuid "
                + "(default: fix.form of signet.yml, else what fits each place)."
        )
    )
    var form: FixForm?

    @Option(name: .shortAndLong, help: "How many threads (default: as many as cores).")
    var jobs: Int?

    @Option(help: "Fix only what matches a glob; may be repeated. The whole tree is still read.")
    var include: [String] = []

    @Option(help: "Leave out what matches a glob, consumers too; may be repeated.")
    var exclude: [String] = []

    @Option(
        help: "The Python that checks the edits (default: the best of PATH).",
        completion: .file()
    )
    var python: String?

    @Flag(
        name: .customLong("no-interpreter"),
        help: "Leave out the check by CPython; all others are made."
    )
    var noInterpreter = false

    /// The rules that find what makes identifiers.
    private static let rules = RuleCatalog.all.filter { $0.category == .producer }.map(\.name)

    /// The levels that can be written.
    enum Level: String, ExpressibleByArgument, CaseIterable {
        case safe
        case unsafe

        /// The level of the plan.
        var value: FixLevel { self == .safe ? .safe : .unsafe }
    }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("JOBS is a whole number from 1 on.") }
        for name in rule where !Self.rules.contains(name) {
            let advice =
                NearestName.of(name, in: Self.rules).map { "is \($0) meant?" }
                ?? "there are \(Self.rules.joined(separator: ", "))."
            throw ValidationError("No such rule finds what makes identifiers; \(advice)")
        }
    }
}

extension FixForm: ExpressibleByArgument {}

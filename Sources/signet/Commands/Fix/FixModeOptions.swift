import ArgumentParser

/// The options of `signet fix` that decide what is done with the plan.
struct FixModeOptions: ParsableArguments {
    @Flag(help: "Write the files; --undo puts them back.")
    var write = false

    @Flag(help: "Print the changes as a unified diff, which git apply takes.")
    var diff = false

    @Flag(help: "Ask about each place on the terminal, then write what was accepted.")
    var review = false

    @Flag(help: "Write the files and commit them in phases, on a clean working tree of git.")
    var commit = false

    @Flag(help: "Put back the files of a run: the last one, or the one that is named.")
    var undo = false

    @Option(help: "Cut the phases of --commit by service, or by owners of CODEOWNERS.")
    var by: Part = .service

    @Flag(help: "Print the plan as JSON.")
    var json = false

    @Flag(help: "List all places of the plan, not only a screenful.")
    var all = false

    /// By what a plan is cut into phases.
    enum Part: String, ExpressibleByArgument, CaseIterable {
        case service
        case owners
    }

    func validate() throws {
        let modes = [write, diff, review, commit, undo, json].count { $0 }
        if modes > 1 {
            throw ValidationError(
                "--write, --diff, --review, --commit, --undo and --json exclude each other."
            )
        }
    }
}

import ArgumentParser
import Signet
import SignetConfiguration

/// `signet new`: mints IDs of one kind.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Mint IDs of a kind.",
        discussion: """
            Examples:
              signet new session --slot type=auth --owner user123
              signet new user --form compact -n 1000000
            """
    )

    @Argument(
        help: "The kind; see 'signet kinds'.",
        completion: .list(Catalog.builtIn.declarations.map(\.kind.description))
    )
    var kind: String

    @Option(name: [.customShort("n"), .customLong("count")], help: "How many.")
    var count = 1

    @OptionGroup var options: MintOptions

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard count >= 0 else { throw ValidationError("COUNT is a whole number from 0 on.") }
    }

    func run() throws {
        let configuration = try common.configuration()
        let kind = try Kind(declared: kind, in: configuration.catalog)
        let printer = try IDPrinter(configuration, kind, options.slots, options)
        common.noteLoss(printer.form)
        var left = count
        try CommandFailure.rethrowing {
            while left > 0 {
                let cores = try Generator.shared.mintCores(min(left, 4096))
                for core in cores { try printer.print(AnyID(kind, core)) }
                left -= cores.count
            }
        }
    }
}

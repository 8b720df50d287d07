import ArgumentParser
import Signet
import SignetConfiguration

/// `signet family`: mints IDs of several kinds with one core.
struct Family: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "family",
        abstract: "Mint a family: one ID of each kind, all with the same core.",
        discussion: "Example: signet family thread run req --slot operation=chat"
    )

    @Argument(
        help: "The kinds, each once.",
        completion: .list(Catalog.builtIn.declarations.map(\.kind.description))
    )
    var kinds: [String]

    @OptionGroup var options: MintOptions

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard Set(kinds).count == kinds.count else {
            throw ValidationError("Each kind stands once in a family.")
        }
    }

    func run() throws {
        let configuration = try common.configuration()
        let kinds = try kinds.map { try Kind(declared: $0, in: configuration.catalog) }
        try options.slots.validate(for: kinds, in: configuration.catalog)
        let printers = try kinds.map { kind in
            try IDPrinter(
                configuration,
                kind,
                options.slots.restricted(to: kind, in: configuration.catalog),
                options
            )
        }
        if let classic = printers.first(where: { $0.form == .classic }) {
            common.noteLoss(classic.form)
        }
        try CommandFailure.rethrowing {
            let family = try Generator.shared.mintFamily(kinds)
            for (printer, id) in zip(printers, family) { try printer.print(id) }
        }
    }
}

import ArgumentParser
import Signet

/// `--kind KIND`: what texts name that do not say so themselves.
struct KindOption: ParsableArguments {
    @Option(
        name: .customLong("kind"),
        help: "What the IDs name: needed for UUIDs and checked against the rest.",
        completion: .list(Catalog.builtIn.declarations.map(\.kind.description))
    )
    var name: String?

    /// The kind, which must be declared.
    func kind(in catalog: Catalog) throws -> Kind? {
        try name.map { try Kind(declared: $0, in: catalog) }
    }
}

extension Kind {
    /// Takes the name of a declared kind.
    init(declared name: String, in catalog: Catalog) throws {
        guard let kind = Kind(name), catalog.contains(kind) else {
            let close = catalog.declarations.map(\.kind.description)
                .filter { $0.hasPrefix(name.prefix(2)) }
            let hint = close.isEmpty ? "" : "; similar: \(close.joined(separator: ", "))"
            throw CommandFailure.usage(
                "the kind is not declared\(hint). See 'signet kinds', or declare it in signet.yml"
            )
        }
        self = kind
    }
}

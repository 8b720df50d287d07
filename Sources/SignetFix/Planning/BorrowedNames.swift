import SignetScan

/// The names that other files import from modules of the tree, or reach through them, although
/// those have only imported them themselves.
///
/// A module is taken for a file as far as both say where they are: `app.main` for `src/app/main.py`,
/// and what is only called `main` for every file of that name. An import too many does no harm.
struct BorrowedNames: Sendable {
    /// A name, and the packages and the module that it is taken from.
    private struct Loan: Sendable {
        var name: String
        var module: [Substring]
    }

    /// By the last name of the module.
    private var loans: [Substring: [Loan]] = [:]

    /// Reads what is borrowed, or imported as what makes identifiers.
    init(_ places: [MinterPlace]) {
        for place in places
        where place.language == "python" && [.borrowed, .import].contains(place.mention.role) {
            let module = Self.module(place.mention.module ?? "", importedBy: place.path)
            guard let last = module.last else { continue }
            loans[last, default: []].append(Loan(name: place.mention.name, module: module))
        }
    }

    /// The parts of a module's name; those of its path, if the name is relative to a file.
    private static func module(_ name: String, importedBy path: String) -> [Substring] {
        let parts = name.split(separator: ".")
        let dots = name.prefix { $0 == "." }.count
        guard dots > 0 else { return parts }
        return path.split(separator: "/").dropLast(dots) + parts
    }

    /// Whether a file takes `name` from the module at `path`, or all that the module has.
    func contains(_ name: String, ofFileAt path: String) -> Bool {
        var parts = path.split(separator: "/")
        guard let file = parts.popLast() else { return false }
        let module = file.prefix { $0 != "." }
        parts.append(module)
        return loans[module, default: []].contains { loan in
            (loan.name == name || loan.name == "*")
                && zip(loan.module.reversed(), parts.reversed()).allSatisfy { $0 == $1 }
        }
    }
}

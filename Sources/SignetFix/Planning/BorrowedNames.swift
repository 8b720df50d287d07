import SignetScan

/// The names that other files import from modules of the tree, or reach through them, although
/// those have only imported them themselves.
///
/// Modules are told apart by their last name alone: whose path differs may still be the same one,
/// and an import too many does no harm.
struct BorrowedNames: Sendable {
    private var byModule: [String: Set<String>] = [:]

    /// Reads what is borrowed, or imported as what makes identifiers.
    init(_ places: [MinterPlace]) {
        for place in places
        where place.language == "python" && [.borrowed, .import].contains(place.mention.role) {
            guard let module = place.mention.module?.split(separator: ".").last else { continue }
            byModule[String(module), default: []].insert(place.mention.name)
        }
    }

    /// Whether a file takes `name` from the module at `path`, or all that the module has.
    func contains(_ name: String, ofFileAt path: String) -> Bool {
        guard let file = path.split(separator: "/").last,
            let names = byModule[String(file.prefix { $0 != "." })]
        else { return false }
        return names.contains(name) || names.contains("*")
    }
}

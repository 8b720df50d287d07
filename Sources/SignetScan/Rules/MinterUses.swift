/// Which files use what makes identifiers.
///
/// A name alone says little: half of all code bases have a `generate_id`. An import counts for the
/// file that its module is named after. A call of something that was not imported by name, such as
/// a method, counts only where the tree has one definition of the name.
struct MinterUses {
    private struct Use {
        var path: String
        /// The last part of the module; `nil` where it is not known.
        var module: String?
    }

    private var uses: [String: [Use]] = [:]
    private var definitions: [String: Int] = [:]

    init(_ places: [MinterPlace]) {
        for place in places {
            let name = place.mention.name
            switch place.mention.role {
            case .definition: definitions[name, default: 0] += 1
            case .borrowed: break
            case .import, .call:
                let module = place.mention.module?.split { $0 == "." || $0 == "/" }.last
                uses[name, default: []].append(
                    Use(path: place.path, module: module.map(String.init))
                )
            }
        }
    }

    /// How many other files use the minter that is defined at `place`.
    func filesUsing(_ place: MinterPlace) -> Int {
        let name = place.mention.name
        let isOnly = definitions[name] == 1
        let parts = place.path.split(separator: "/")
        let stem = parts.last.map { String($0.prefix { $0 != "." }) } ?? ""
        let folder = parts.dropLast().last.map(String.init)
        var files: Set<String> = []
        for use in uses[name, default: []] where use.path != place.path {
            let fits = use.module == nil ? isOnly : use.module == stem || use.module == folder
            if fits || isOnly && use.module != nil { files.insert(use.path) }
        }
        return files.count
    }
}

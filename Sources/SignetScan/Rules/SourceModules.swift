/// Tells whether a file or an import belongs to the modules from which identifiers are to come.
enum SourceModules {
    /// Whether the file at `path` is one of `modules`, or stands below one that is a package.
    ///
    /// The path may have folders in front of the first one of the module, such as `src`.
    static func contain(path: String, _ modules: [String]) -> Bool {
        let stem = path.split(separator: "/").map(String.init)
        guard let name = stem.last else { return false }
        let parts = stem.dropLast() + [String(name.prefix { $0 != "." })]
        return modules.contains { module in
            let wanted = module.split { $0 == "." || $0 == "/" }.map(String.init)
            guard !wanted.isEmpty, wanted.count <= parts.count else { return false }
            return (0...(parts.count - wanted.count)).contains { start in
                Array(parts)[start..<start + wanted.count].elementsEqual(wanted)
            }
        }
    }

    /// Whether a file at `path` that imports `module` imports from one of `modules`.
    ///
    /// Dots in front of a module count from the folder of the file, as in Python.
    static func contain(module: String, importedBy path: String, _ modules: [String]) -> Bool {
        let absolute = absolute(module, path)
        return modules.contains { wanted in
            absolute == wanted || absolute.hasPrefix(wanted + ".")
                || absolute.hasSuffix("." + wanted) || absolute.contains("." + wanted + ".")
        }
    }

    private static func absolute(_ module: String, _ path: String) -> String {
        let dots = module.prefix { $0 == "." }.count
        guard dots > 0 else { return module }
        let folders = path.split(separator: "/").dropLast(dots).map(String.init)
        let rest = String(module.dropFirst(dots))
        return (rest.isEmpty ? folders : folders + [rest]).joined(separator: ".")
    }
}

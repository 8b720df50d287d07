import Signet

extension Configuration {
    private static let settings = [
        "version", "kinds", "keys", "services", "sources", "scan", "fix", "bridge",
    ]

    /// Reads a configuration from the text of a file.
    ///
    /// - Parameters:
    ///   - text: YAML 1.1.
    ///   - file: The path it was read from, if any.
    /// - Throws: ``ConfigurationError`` with line and column.
    public init(yaml text: String, file: String? = nil) throws(ConfigurationError) {
        let settings = try YAMLNode.parse(text)?.members(Self.settings) ?? [:]
        if let version = settings["version"] {
            _ = try version.number(in: 1...1)
        }
        let (catalog, declared) = try Self.catalog(settings["kinds"])
        let keys = try settings["keys"]?.members(["owner", "seal", "audit"]) ?? [:]
        let owner = try keys["owner"]?.members(["tenant", "current", "ring"])
        let seal = try keys["seal"]?.members(["audience", "current", "ring"])
        let scan =
            try settings["scan"]?.members(["include", "exclude", "baseline", "rules"]) ?? [:]
        self.init(
            file: file,
            catalog: catalog,
            declaredKinds: declared,
            ownerKeys: try owner.map { node throws(ConfigurationError) in
                try KeySources(node, at: keys["owner"])
            },
            tenant: try owner?["tenant"]?.text() ?? "",
            sealKeys: try seal.map { node throws(ConfigurationError) in
                try KeySources(node, at: keys["seal"])
            },
            audience: try seal?["audience"]?.text(),
            auditKeys: try keys["audit"].map { node throws(ConfigurationError) in
                try AuditKeySettings(node)
            },
            scanInclude: try Self.texts(scan["include"]),
            scanExclude: try Self.texts(scan["exclude"]),
            scanBaseline: try scan["baseline"]?.text(),
            ruleSettings: try RuleSetting.all(in: scan["rules"]),
            services: try ServiceDeclaration.all(in: settings["services"]),
            sources: try settings["sources"]?.texts() ?? [],
            fix: try FixSettings(settings["fix"]),
            families: try FamilySetting.all(in: settings["bridge"], catalog: catalog)
        )
    }

    private static func texts(_ node: YAMLNode?) throws(ConfigurationError) -> [String] {
        var texts: [String] = []
        for element in try node?.elements() ?? [] { texts.append(try element.text()) }
        return texts
    }

    /// The built-in kinds with those of the file added, or changed where the names are equal.
    private static func catalog(
        _ node: YAMLNode?
    ) throws(ConfigurationError) -> (Catalog, declared: [Kind]) {
        guard let node else { return (.builtIn, []) }
        var declarations: [Kind: KindDeclaration] = [:]
        for declaration in Catalog.builtIn.declarations {
            declarations[declaration.kind] = declaration
        }
        var declared: [Kind] = []
        var places: [Kind: YAMLNode] = [:]
        for (name, value) in try node.pairs() {
            do throws(IDError) {
                declared.append(try Kind(name.text))
            } catch {
                throw name.node.error(error.code.message, .catalog)
            }
            let kind = declared[declared.count - 1]
            places[kind] = name.node
            declarations[kind] = try KindDeclaration(
                kind,
                from: value,
                changing: declarations[kind]
            )
        }
        do throws(IDError) {
            return (try Catalog(Array(declarations.values)), declared)
        } catch {
            let place = error.kind.flatMap { places[$0] } ?? error.otherKind.flatMap { places[$0] }
            throw (place ?? node).error(error.description, .catalog)
        }
    }
}

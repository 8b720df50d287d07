/// A part of a code base that scans report by itself.
public struct ServiceDeclaration: Hashable, Sendable {
    /// The name.
    public let name: String
    /// Globs of its files, relative to the working directory.
    public let globs: [String]

    /// Reads `services: {auth: [auth/**], web: web/**}`.
    static func all(in node: YAMLNode?) throws(ConfigurationError) -> [ServiceDeclaration] {
        var services: [ServiceDeclaration] = []
        for (name, value) in try node?.pairs() ?? [] {
            guard !name.text.isEmpty else { throw name.node.error("a service needs a name") }
            let globs = try value.texts()
            guard !globs.isEmpty, globs.allSatisfy({ !$0.isEmpty }) else {
                throw value.error("a service needs the globs of its files, such as [auth/**]")
            }
            services.append(ServiceDeclaration(name: name.text, globs: globs))
        }
        return services
    }
}

/// Tells by the globs of the configuration to which service a file belongs.
struct ServiceMap: Sendable {
    private let services: [(name: String, rules: IgnoreRules)]
    private let base: [UInt8]

    /// Compiles the globs of `services`, which are relative to the working directory.
    init(_ services: [ScanDeclarations.Service], workingDirectory: String) {
        self.services = services.map { service in
            let text = Array(service.globs.joined(separator: "\n").utf8)
            return (service.name, IgnoreRules(parsing: text.span, dialect: .ripgrep))
        }
        base = Array(workingDirectory.utf8) + [UInt8(ascii: "/")]
    }

    /// The first service one of whose globs matches the absolute `path` or a folder above it.
    func service(of path: Span<UInt8>) -> String? {
        if services.isEmpty { return nil }
        let start = path.starts(with: base.span) ? base.count : 1
        guard start < path.count else { return nil }
        return services.first { Self.matches($0.rules, path, from: start) }?.name
    }

    private static func matches(
        _ rules: IgnoreRules,
        _ path: Span<UInt8>,
        from start: Int
    ) -> Bool {
        var verdict = IgnoreVerdict.none
        for index in start..<path.count where path[index] == UInt8(ascii: "/") {
            let folder = rules.verdict(on: path.extracting(start..<index), isDirectory: true)
            verdict = folder.otherwise(verdict)
        }
        let own = rules.verdict(on: path.extracting(start...), isDirectory: false)
        return own.otherwise(verdict) == .ignore
    }
}

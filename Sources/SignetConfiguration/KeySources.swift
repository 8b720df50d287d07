public import SignetSeal

/// Where the keys of a ring are: in environment variables or in files that nobody else can read.
///
/// Keys never stand in the configuration itself, nor on a command line, where other users see them.
public struct KeySources: Sendable {
    /// One key's number and place.
    public struct Source: Sendable {
        /// The number, 0 to 31.
        public let number: UInt8
        /// The place.
        public let place: Place
    }

    /// A place that holds a key.
    public enum Place: Sendable {
        /// The environment variable of a name.
        case environment(String)
        /// The file of a path, of mode 0600 or stricter.
        case file(String)
    }

    /// The keys' places.
    public let sources: [Source]
    /// The number of the key to use, or nil for the highest.
    public let current: UInt8?

    init(_ settings: [String: YAMLNode], at place: YAMLNode?) throws(ConfigurationError) {
        current = try settings["current"].map { node throws(ConfigurationError) in
            UInt8(try node.number(in: 0...31))
        }
        var sources: [Source] = []
        for node in try settings["ring"]?.elements() ?? [] {
            let source = try Source(node)
            guard !sources.contains(where: { $0.number == source.number }) else {
                throw node.error("the number of a key stands twice")
            }
            sources.append(source)
        }
        guard !sources.isEmpty else {
            throw place?.error("a ring of keys is expected: ring: [{number: 0, environment: NAME}]")
                ?? ConfigurationError(.schema, "a ring of keys is expected")
        }
        self.sources = sources
    }

    /// Reads the keys.
    ///
    /// - Parameter environment: The environment's variables.
    /// - Returns: The ring.
    /// - Throws: ``ConfigurationError`` that names the variable or the file, never the key.
    public func load(
        environment: [String: String]
    ) throws(ConfigurationError) -> KeyRing {
        var keys: [UInt8: [UInt8]] = [:]
        for source in sources { keys[source.number] = try source.load(environment) }
        do throws(SealError) {
            return try KeyRing(keys, current: current)
        } catch {
            throw ConfigurationError(.key, error.description)
        }
    }
}

extension KeySources.Source {
    fileprivate init(_ node: YAMLNode) throws(ConfigurationError) {
        let settings = try node.members(["number", "environment", "file"])
        guard let number = settings["number"] else {
            throw node.error("a key has a number from 0 to 31")
        }
        self.number = UInt8(try number.number(in: 0...31))
        place = try KeySources.Place(settings, of: node)
    }

    fileprivate func load(_ environment: [String: String]) throws(ConfigurationError) -> [UInt8] {
        try place.load(environment, "key \(number)")
    }
}

extension KeySources.Place {
    /// Takes the place that a file names in `environment` or in `file`.
    init(_ settings: [String: YAMLNode], of node: YAMLNode) throws(ConfigurationError) {
        switch (settings["environment"], settings["file"]) {
        case (let name?, nil): self = .environment(try name.text())
        case (nil, let path?): self = .file(try path.text())
        default: throw node.error("a key stands in 'environment' or in 'file', one of them")
        }
    }

    /// Reads the 32 bytes of a key.
    ///
    /// - Parameters:
    ///   - environment: The environment's variables.
    ///   - name: What to call the key when a variable lacks it.
    /// - Returns: The bytes.
    /// - Throws: ``ConfigurationError`` that names the variable or the file, never the key.
    package func load(
        _ environment: [String: String],
        _ name: String
    ) throws(ConfigurationError) -> [UInt8] {
        let (text, place) =
            switch self {
            case .environment(let name): (environment[name], "environment variable \(name)")
            case .file(let path): (try KeyFile.read(path), "key file \(path)")
            }
        guard let text else {
            throw ConfigurationError(.key, "\(place) is not set; it must hold \(name)")
        }
        guard let key = KeyText.bytes(text) else {
            throw ConfigurationError(
                .key,
                "\(place) is no key: 64 hexadecimal digits or 44 characters of base64 are expected"
            )
        }
        return key
    }
}

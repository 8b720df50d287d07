/// What a project makes of one rule of the scanner.
public struct RuleSetting: Hashable, Sendable {
    /// How much a rule counts.
    public enum Level: String, Sendable, CaseIterable {
        /// The rule is not applied.
        case off
        /// Its findings are worth knowing.
        case note
        /// Its findings should be repaired.
        case warning
        /// Its findings must be repaired.
        case error
    }

    /// The rule's name as the file has it; whether there is such a rule is for the scanner to say.
    public let name: String
    /// How much it counts.
    public let level: Level
    /// The line of the name, from 1, if it is known.
    public let line: Int?
    /// The column of the name in characters, from 1, if it is known.
    public let column: Int?

    /// Reads `rules: {raw-uuid: error, weak-secret: off}`.
    static func all(in node: YAMLNode?) throws(ConfigurationError) -> [RuleSetting] {
        var settings: [RuleSetting] = []
        for (name, value) in try node?.pairs() ?? [] {
            guard let level = Level(rawValue: try value.text()) else {
                let known = Level.allCases.map(\.rawValue).joined(separator: ", ")
                throw value.error("a rule is one of \(known)")
            }
            let place = name.node.error("")
            settings.append(
                RuleSetting(name: name.text, level: level, line: place.line, column: place.column)
            )
        }
        return settings
    }

    /// The error for a name that no rule has.
    ///
    /// - Parameters:
    ///   - file: The path of the configuration.
    ///   - suggestion: The name that may have been meant.
    /// - Returns: The error, with its place.
    public func unknown(in file: String?, suggestion: String?) -> ConfigurationError {
        ConfigurationError(
            .schema,
            "there is no such rule; "
                + (suggestion.map { "is \($0) meant?" }
                    ?? "signet rules lists those there are"),
            file: file,
            line: line,
            column: column
        )
    }
}

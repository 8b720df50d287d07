internal import Yams

/// A place in a YAML document that knows where it stands and refuses what it does not expect.
struct YAMLNode {
    private let node: Node

    /// Parses a document; nil when it is empty.
    static func parse(_ text: String) throws(ConfigurationError) -> YAMLNode? {
        guard aliasCount(text) <= maximumAliases else {
            throw ConfigurationError(.syntax, "the file has more than \(maximumAliases) aliases")
        }
        do {
            return try Yams.compose(yaml: text).map { YAMLNode(node: $0) }
        } catch let error as YamlError {
            throw Self.error(error)
        } catch {
            throw ConfigurationError(.syntax, "the file is not valid YAML")
        }
    }

    /// How many aliases a file may have: a configuration needs none.
    ///
    /// Aliases of aliases grow exponentially, and a parser that compares keys walks all of what
    /// they stand for.
    private static let maximumAliases = 16

    /// How many words look like an alias: a `*` between a separator and a word.
    private static func aliasCount(_ text: String) -> Int {
        let separators = Array(" \t\r\n,[]{}?:-".utf8)
        var previous = UInt8(ascii: "\n")
        var isIndicator = false
        var count = 0
        for byte in text.utf8 {
            if isIndicator, !separators.contains(byte) { count += 1 }
            isIndicator = byte == UInt8(ascii: "*") && separators.contains(previous)
            previous = byte
        }
        return count
    }

    /// The members of a mapping, each of which must be in a list of known names.
    func members(_ known: [String]) throws(ConfigurationError) -> [String: YAMLNode] {
        var members: [String: YAMLNode] = [:]
        for (name, value) in try pairs() {
            guard known.contains(name.text) else {
                throw name.node.error(
                    "unknown setting; known here: \(known.joined(separator: ", "))"
                )
            }
            members[name.text] = value
        }
        return members
    }

    /// The members of a mapping in order, whatever their names.
    func pairs() throws(ConfigurationError) -> [(
        name: (text: String, node: YAMLNode), value: YAMLNode
    )] {
        if isNull { return [] }
        guard let mapping = node.mapping else { throw error("a mapping is expected") }
        var pairs: [(name: (text: String, node: YAMLNode), value: YAMLNode)] = []
        for (key, value) in mapping {
            let name = YAMLNode(node: key)
            pairs.append(((try name.text(), name), YAMLNode(node: value)))
        }
        return pairs
    }

    /// The elements of a sequence.
    func elements() throws(ConfigurationError) -> [YAMLNode] {
        if isNull { return [] }
        guard let sequence = node.sequence else { throw error("a list is expected") }
        return sequence.map { YAMLNode(node: $0) }
    }

    /// A text, or a list of texts.
    func texts() throws(ConfigurationError) -> [String] {
        if node.scalar != nil, !isNull { return [try text()] }
        var texts: [String] = []
        for element in try elements() { texts.append(try element.text()) }
        return texts
    }

    /// A scalar as text.
    func text() throws(ConfigurationError) -> String {
        guard let scalar = node.scalar else { throw error("a text is expected") }
        return scalar.string
    }

    /// A scalar as a whole number in a range.
    func number(in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        guard let number = Int(try text()), range.contains(number) else {
            throw error(
                "a whole number from \(range.lowerBound) to \(range.upperBound) is expected"
            )
        }
        return number
    }

    /// An error at this place.
    func error(
        _ message: String,
        _ code: ConfigurationError.Code = .schema
    ) -> ConfigurationError {
        ConfigurationError(code, message, line: node.mark?.line, column: node.mark?.column)
    }

    private var isNull: Bool { node.null != nil && node.scalar?.style == .plain }

    /// Keeps the place and the parser's own words, and drops the excerpt of the file.
    private static func error(_ error: YamlError) -> ConfigurationError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ConfigurationError(
                .syntax,
                "not valid YAML: \(problem)",
                line: mark.line,
                column: mark.column
            )
        case .duplicatedKeysInMapping:
            ConfigurationError(.syntax, "a setting stands twice in one mapping")
        default:
            ConfigurationError(.syntax, "the file is not valid YAML")
        }
    }
}

import SignetOutput

/// The descriptions of rules in a SARIF file.
struct SARIFRules {
    private let rules: [any Rule]
    private let numbers: [String: Int]

    init(_ rules: [any Rule]) {
        self.rules = rules
        numbers = Dictionary(
            zip(rules.map(\.name), rules.indices),
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The place of the rule called `name` in the list.
    func number(of name: String) -> Int? { numbers[name] }

    /// Writes a `reportingDescriptor` for each rule (SARIF 2.1.0, 3.49).
    func write(to json: inout JSONWriter) {
        json.array { json in
            for rule in rules { write(rule, to: &json) }
        }
    }

    private func write(_ rule: any Rule, to json: inout JSONWriter) {
        json.object { json in
            json.key("id")
            json.string(rule.name)
            json.key("name")
            json.string(Self.pascalCase(rule.name))
            json.key("shortDescription")
            SARIF.text(rule.summary, to: &json)
            json.key("fullDescription")
            SARIF.text(Self.firstParagraph(rule.documentation), to: &json)
            json.key("help")
            json.object { json in
                json.key("text")
                json.string(rule.documentation)
                json.key("markdown")
                json.string(Self.markdown(rule))
            }
            json.key("defaultConfiguration")
            json.object { json in
                json.key("level")
                json.string(rule.severity.rawValue)
            }
            json.key("properties")
            json.object { Self.writeProperties(rule, to: &$0) }
        }
    }

    private static func writeProperties(_ rule: any Rule, to json: inout JSONWriter) {
        let isSecret = rule.category == .secret
        json.key("tags")
        json.array { json in
            json.string("identifiers")
            json.string(rule.category.rawValue)
            if isSecret { json.string("security") }
        }
        json.key("precision")
        json.string("high")
        json.key("problem.severity")
        json.string(rule.severity == .note ? "recommendation" : rule.severity.rawValue)
        if isSecret {
            json.key("security-severity")
            json.string(securitySeverity(rule.severity))
        }
    }

    /// A score in the middle of what GitHub calls high, medium and low.
    private static func securitySeverity(_ severity: Severity) -> String {
        switch severity {
        case .error: "8.0"
        case .warning: "5.5"
        case .note: "2.0"
        }
    }

    /// The documentation with the first example of code that is wrong.
    private static func markdown(_ rule: any Rule) -> String {
        guard let file = rule.examples.first(where: { !$0.places.isEmpty })?.files.first else {
            return rule.documentation
        }
        let language = file.path.split(separator: ".").last ?? ""
        let code = file.code.hasSuffix("\n") ? file.code : file.code + "\n"
        return "\(rule.documentation)\n\n**Example**\n\n```\(language)\n\(code)```\n"
    }

    private static func firstParagraph(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty { break }
            lines.append(line)
        }
        return lines.joined(separator: " ")
    }

    /// `raw-uuid` as `RawUuid`.
    private static func pascalCase(_ name: String) -> String {
        name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

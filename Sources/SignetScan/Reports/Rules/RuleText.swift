package import SignetOutput

/// What a rule says of itself, for people at a terminal.
package struct RuleText {
    private let rule: any Rule
    private let style: TerminalStyle

    /// Prepares the text of a rule.
    package init(_ rule: any Rule, style: TerminalStyle) {
        self.rule = rule
        self.style = style
    }

    /// One line for each of `rules`: name, severity, what it finds, below the names of categories.
    package static func list(_ rules: [any Rule], style: TerminalStyle) -> String {
        let width = rules.map(\.name.count).max() ?? 0
        var text = ""
        for category in RuleCategory.allCases {
            let members = rules.filter { $0.category == category }
            if members.isEmpty { continue }
            text += style.quiet("\(category.rawValue): \(category.question)") + "\n"
            for rule in members {
                let gap = String(repeating: " ", count: width - rule.name.count + 2)
                text +=
                    "  \(style.strong(rule.name))\(gap)\(severity(rule.severity, style))"
                    + " \(rule.summary)\n"
            }
        }
        return text
    }

    private static func severity(_ severity: Severity, _ style: TerminalStyle) -> String {
        switch severity {
        case .error: style.bad("error  ")
        case .warning: style.alarm("warning")
        case .note: style.quiet("note   ")
        }
    }

    /// The page of the rule: what it finds, why that is wrong, examples, how to suppress it.
    package var text: String {
        var lines = [
            "\(style.strong(rule.name))  \(rule.category.rawValue), \(rule.severity.rawValue)",
            "", rule.summary, "",
        ]
        lines += rule.documentation.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        lines += examples("Found:", rule.examples.filter { !$0.places.isEmpty })
        lines += examples("Not found:", rule.examples.filter(\.places.isEmpty))
        if rule.name != SuppressionRule.ruleName {
            lines += [
                "", style.quiet("To suppress one, in a comment on its line or the line above:"),
                "", "    signet: ignore[\(rule.name)] the reason, until 2027-01-31",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func examples(_ title: String, _ examples: [RuleExample]) -> [String] {
        if examples.isEmpty { return [] }
        var lines = ["", style.quiet(title)]
        for example in examples {
            lines.append("")
            let paths = example.files.contains { !$0.path.hasSuffix(".py") }
            for line in ExampleText(example, showsPaths: paths).lines {
                switch line {
                case .path(let path): lines.append("    " + style.quiet(path))
                case .code(let code): lines.append("    " + code)
                case .marks(let marks): lines.append("    " + style.alarm(marks))
                }
            }
        }
        return lines
    }
}

extension RuleCategory {
    /// The question that the category's rules help to answer.
    var question: String {
        switch self {
        case .producer: "where are identifiers made?"
        case .secret: "which identifiers are secrets, and which secrets are weak?"
        case .rival: "who else makes identifiers for others?"
        case .consumer: "what breaks if identifiers change their look?"
        case .isolation: "where can one user's data come under another's name?"
        case .gate: "which exceptions no longer hold?"
        }
    }
}

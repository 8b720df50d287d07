/// The pages of the rules as Markdown, from which `docs/rules.md` is made.
package enum RulesPage {
    /// One page for all of `rules`, with a table of contents.
    package static func text(of rules: [any Rule]) -> String {
        var text = """
            # The rules of the scanner

            Made by `signet rules --markdown`; a test keeps it current. Carets mark what is found.

            | rule | category | severity | what it finds |
            | --- | --- | --- | --- |

            """
        let ordered = RuleCategory.allCases.flatMap { category in
            rules.filter { $0.category == category }
        }
        for rule in ordered {
            text +=
                "| [\(rule.name)](#\(rule.name)) | \(rule.category.rawValue) | "
                + "\(rule.severity.rawValue) | \(rule.summary) |\n"
        }
        return text + ordered.map { "\n" + section(of: $0) }.joined()
    }

    /// The section of one rule.
    package static func section(of rule: any Rule) -> String {
        var text = "## \(rule.name)\n\n\(rule.summary)\n\n\(rule.documentation)\n"
        text += examples("Found", rule.examples.filter { !$0.places.isEmpty })
        text += examples("Not found", rule.examples.filter(\.places.isEmpty))
        return text
    }

    private static func examples(_ title: String, _ examples: [RuleExample]) -> String {
        var text = ""
        for example in examples {
            let language = example.files[0].path.split(separator: ".").last ?? ""
            text += "\n\(title):\n\n```\(language)\n"
            for line in ExampleText(example, showsPaths: false).lines {
                switch line {
                case .path(let path): text += "\(path):\n"
                case .code(let line), .marks(let line): text += line + "\n"
                }
            }
            text += "```\n"
        }
        return text
    }
}

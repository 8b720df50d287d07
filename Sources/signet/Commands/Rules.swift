import ArgumentParser
import SignetOutput
import SignetScan

/// `signet rules`: lists the rules of the scanner, and explains one.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the rules of the scanner, or explain one.",
        discussion: """
            Examples:
              signet rules
              signet rules raw-uuid
              signet rules --json
            """
    )

    @Argument(
        help: "The rule to explain (default: list all).",
        completion: .list(RuleCatalog.all.map(\.name))
    )
    var rule: String?

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @Flag(help: "Print the pages of all rules, or of one, as Markdown.")
    var markdown = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard !json || !markdown else { throw ValidationError("Name --json or --markdown.") }
    }

    func run() throws {
        let rules = try chosen()
        let output = StandardOutput.shared
        if json {
            for rule in rules {
                rule.writeJSON(to: &output.text)
                try output.endLine()
            }
        } else if markdown {
            output.write(rule == nil ? RulesPage.text(of: rules) : RulesPage.section(of: rules[0]))
        } else if rule != nil {
            output.write(RuleText(rules[0], style: common.style).text)
        } else {
            output.write(RuleText.list(rules, style: common.style))
        }
    }

    private func chosen() throws -> [any Rule] {
        guard let rule else { return RuleCatalog.all }
        if let found = RuleCatalog.rule(named: rule) { return [found] }
        let nearest = NearestName.of(rule, in: RuleCatalog.all.map(\.name))
        throw CommandFailure.usage(
            "there is no such rule; "
                + (nearest.map { "is \($0) meant?" } ?? "signet rules lists those there are")
        )
    }
}

extension Rule {
    /// Writes the rule with all that it says of itself.
    fileprivate func writeJSON(to json: inout JSONWriter) {
        json.object { json in
            json.key("name")
            json.string(name)
            json.key("category")
            json.string(category.rawValue)
            json.key("severity")
            json.string(severity.rawValue)
            json.key("summary")
            json.string(summary)
            json.key("documentation")
            json.string(documentation)
            json.key("examples")
            json.array { json in
                for example in examples { example.writeJSON(to: &json) }
            }
        }
    }
}

extension RuleExample {
    fileprivate func writeJSON(to json: inout JSONWriter) {
        json.object { json in
            json.key("files")
            json.array { json in
                for file in files {
                    json.object { json in
                        json.key("path")
                        json.string(file.path)
                        json.key("code")
                        json.string(file.code)
                    }
                }
            }
            json.key("findings")
            json.array { json in
                for place in places {
                    json.object { json in
                        json.key("path")
                        json.string(place.path)
                        json.key("line")
                        json.number(place.line)
                        json.key("column")
                        json.number(place.column)
                    }
                }
            }
        }
    }
}

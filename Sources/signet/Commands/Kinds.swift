import ArgumentParser
import Signet
import SignetConfiguration
import SignetOutput

/// `signet kinds`: shows and checks the catalog.
struct Kinds: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kinds",
        abstract: "Show the declared kinds, or check the configuration's.",
        subcommands: [List.self, Check.self],
        defaultSubcommand: List.self
    )

    /// `signet kinds list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Show the declared kinds."
        )

        @Flag(help: "Print one JSON object a line.")
        var json = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            let configuration = try common.configuration()
            let declarations = configuration.catalog.declarations
            let own = Set(configuration.declaredKinds)
            if json {
                for declaration in declarations {
                    declaration.write(isOwn: own.contains(declaration.kind))
                    try StandardOutput.shared.endLine()
                }
                return
            }
            try Self.printTable(declarations, own, common.style)
        }

        private static func printTable(
            _ declarations: [KindDeclaration],
            _ own: Set<Kind>,
            _ style: TerminalStyle
        ) throws {
            let output = StandardOutput.shared
            let kindWidth = (declarations.map(\.kind.count).max() ?? 0) + 2
            let shapes = declarations.map { $0.shape.map(\.text).joined(separator: ", ") }
            let shapeWidth = max(5, shapes.map(\.count).max() ?? 0) + 2
            let title =
                "kind".padded(to: kindWidth) + "slots".padded(to: shapeWidth)
                + "owner   form       names"
            output.write(style.quiet(title))
            try output.endLine()
            for (declaration, shape) in zip(declarations, shapes) {
                let kind = declaration.kind.description.padded(to: kindWidth)
                output.write(own.contains(declaration.kind) ? style.good(kind) : style.strong(kind))
                output.write((shape.isEmpty ? "–" : shape).padded(to: shapeWidth))
                let policy = declaration.ownerPolicy
                output.write((policy == .none ? "–" : policy.rawValue).padded(to: 8))
                output.write(declaration.form.name.padded(to: 11))
                output.write(TerminalText.escaped(declaration.summary))
                try output.endLine()
            }
        }
    }

    /// `signet kinds check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Check that the configuration's kinds can be told apart.",
            discussion: "Exit status 1 when they cannot, with the two kinds and the place."
        )

        @Flag(help: "Print one JSON object.")
        var json = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            let configuration: Configuration
            do throws(ConfigurationError) {
                configuration = try common.loadConfiguration()
            } catch {
                guard error.code == .catalog else {
                    throw CommandFailure.usage(error.description)
                }
                try report(error: error.description, error.description)
                throw ExitCode(1)
            }
            let count = configuration.catalog.declarations.count
            let own = configuration.declaredKinds.count
            try report(error: nil, "\(count) kinds, \(own) of them from the configuration")
        }

        private func report(error: String?, _ text: String) throws {
            let output = StandardOutput.shared
            if json {
                output.text.object { json in
                    json.key("valid")
                    json.bool(error == nil)
                    guard let error else { return }
                    json.key("error")
                    json.string(error)
                }
            } else {
                let style = common.style
                output.write(error == nil ? style.good("ok ") : style.bad("refused "))
                output.write(TerminalText.escaped(text))
            }
            try output.endLine()
        }
    }
}

extension SlotDeclaration {
    /// The name, with `?` behind it when the slot is optional, as in the configuration.
    fileprivate var text: String { isRequired ? name : "\(name)?" }
}

extension KindDeclaration {
    /// Writes the object of `kinds list --json`.
    fileprivate func write(isOwn: Bool) {
        StandardOutput.shared.text.object { json in
            json.key("kind")
            json.string(kind.description)
            json.key("slots")
            json.array { json in
                for slot in shape { json.string(slot.text) }
            }
            json.key("owner")
            json.string(ownerPolicy.rawValue)
            json.key("form")
            json.string(form.name)
            if let lifetime {
                json.key("lifetime_seconds")
                json.number(Int(lifetime.components.seconds))
            }
            json.key("summary")
            json.string(summary)
            json.key("built_in")
            json.bool(!isOwn)
        }
    }
}

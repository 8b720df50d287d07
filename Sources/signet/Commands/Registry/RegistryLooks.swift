import ArgumentParser
import Signet
import SignetBridge
import SignetOutput
import SignetRegistry

/// `signet registry list`: lists nodes.
struct RegistryList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List resources, of all owners or of one."
    )

    @Option(help: "Only those of this user; names of tenants go before a slash: acme/alice.")
    var owner: String?

    @OptionGroup var kindOption: KindOption

    @Option(help: "active, released, expired or any.", completion: .list(Self.states))
    var state = Node.State.active.rawValue

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var options: AdministrationOptions
    @OptionGroup var common: CommonOptions

    private static let states = Node.State.allCases.map(\.rawValue) + ["any"]

    func validate() throws {
        guard Self.states.contains(state) else {
            throw ValidationError("A state is \(Self.states.joined(separator: ", ")).")
        }
    }

    func run() async throws {
        let administration = try await options.administration(common)
        let kind = try kindOption.kind(in: common.bridge().catalog)
        let writer = NodeWriter(json: json, style: common.style)
        try await RegistryFailure.rethrowing { () async throws in
            let owner = try owner.map(Self.owner)
            var query = NodeQuery(kind: kind, state: Node.State(rawValue: state))
            while true {
                let page = try await administration.nodes(query, of: owner)
                for node in page { try writer.write(node) }
                guard let last = page.last, page.count == query.limit else { return }
                query.after = last.id
            }
        }
    }

    /// The owner of `TENANT/USER` or `USER`.
    private static func owner(_ text: String) throws -> Owner {
        guard let slash = text.firstIndex(of: "/") else { return try Owner(text) }
        return try Owner(
            String(text[text.index(after: slash)...]),
            tenant: String(text[..<slash])
        )
    }
}

/// `signet registry show`: shows one node.
struct RegistryShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one resource, by any of its names.",
        discussion: "Exit status 1 if there is none."
    )

    @OptionGroup var resource: ResourceArgument

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var options: AdministrationOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let node = try await options.resolve(resource, common).node
        try NodeWriter(json: json, style: common.style).write(node)
    }
}

/// `signet registry tree`: shows what hangs below a node.
struct RegistryTree: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tree",
        abstract: "Show a resource and all that hangs below it.",
        discussion: "Exit status 1 if there is none."
    )

    @OptionGroup var resource: ResourceArgument

    @Flag(help: "Print one JSON object a line, with its depth.")
    var json = false

    @OptionGroup var options: AdministrationOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let (node, administration) = try await options.resolve(resource, common)
        let tree = try await RegistryFailure.rethrowing { () async throws in
            try await administration.tree(of: node.id)
        }
        try NodeWriter(json: json, style: common.style).write(tree)
    }
}

/// `signet registry names`: lists the names of a resource.
struct RegistryNames: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names",
        abstract: "List every name of a resource and of its siblings.",
        discussion: "Exit status 1 if there is no such resource."
    )

    @OptionGroup var resource: ResourceArgument

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var options: AdministrationOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let (node, administration) = try await options.resolve(resource, common)
        let names = try await RegistryFailure.rethrowing { () async throws in
            try await administration.names(of: node.id)
        }
        let output = StandardOutput.shared
        for name in names {
            if json {
                output.text.object { json in
                    json.key("name")
                    json.string(name.text)
                    json.key("relation")
                    json.string(name.relation.rawValue)
                    json.member("family", name.family)
                }
            } else {
                output.text.append(name.relation.rawValue, paddedTo: 8)
                output.text.append(name.family ?? "-", paddedTo: 14)
                output.text.append(TerminalText.escaped(name.text))
            }
            try output.endLine()
        }
    }
}

extension AdministrationOptions {
    /// The node of a name, and the way across owners that found it.
    func resolve(
        _ resource: ResourceArgument,
        _ common: CommonOptions
    ) async throws -> (node: Node, administration: Administration) {
        let administration = try await administration(common)
        let kind = try resource.kindOption.kind(in: common.bridge().catalog)
        return try await RegistryFailure.rethrowing { () async throws in
            (try await administration.resolve(resource.name, as: kind), administration)
        }
    }
}

import ArgumentParser
import Signet
import SignetOutput
import SignetRegistry

/// `signet registry release`: ends a resource.
struct RegistryRelease: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "End a resource and all that hangs below it; prints what ended.",
        discussion: "Exit status 1 if there is no such resource. Ending it again does nothing."
    )

    @OptionGroup var resource: ResourceArgument

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var options: AdministrationOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let (node, administration) = try await options.resolve(resource, common)
        let ended = try await RegistryFailure.rethrowing { () async throws in
            try await administration.release(node.id)
        }
        let writer = NodeWriter(json: json, style: common.style)
        for node in ended { try writer.write(node) }
        common.note("ended \(ended.count)")
    }
}

/// `signet registry statistics`: counts resources.
struct RegistryStatisticsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statistics",
        abstract: "Count the resources of all owners by kind."
    )

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var options: AdministrationOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let administration = try await options.administration(common)
        let statistics = try await RegistryFailure.rethrowing { () async throws in
            try await administration.statistics()
        }
        let kinds = statistics.active.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let output = StandardOutput.shared
        if json {
            output.text.object { json in
                json.key("active")
                json.object { json in
                    for (kind, count) in kinds {
                        json.key(text: kind.description)
                        json.number(count)
                    }
                }
                json.key("total")
                json.number(statistics.total)
                json.key("ended")
                json.number(statistics.ended)
            }
            try output.endLine()
            return
        }
        for (kind, count) in kinds {
            output.text.append(kind.description, paddedTo: 24)
            output.write("\(count)")
            try output.endLine()
        }
        output.write("\(statistics.total) alive, \(statistics.ended) ended and still kept")
        try output.endLine()
    }
}

/// `signet registry sweep`: ends what is due.
struct RegistrySweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "End what has expired or is held by processes that are gone.",
        discussion: """
            Servers do this by themselves. It prints numbers only, so it needs no account of who \
            looks.
            """
    )

    @OptionGroup var databaseOption: DatabaseOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let store = try await databaseOption.open()
        let registry = Registry(store: store, bridge: try common.bridge())
        let done = try await RegistryFailure.rethrowing { () async throws in
            try await registry.sweep()
        }
        StandardOutput.shared.write("ended \(done.ended), forgotten \(done.forgotten)")
        try StandardOutput.shared.endLine()
    }
}

/// `signet registry watch`: follows changes.
struct RegistryWatch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Print what is recorded, released and expires, as it happens; end with Ctrl-C."
    )

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var options: AdministrationOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let administration = try await options.administration(common)
        try await RegistryFailure.rethrowing { () async throws in
            for try await element in try await administration.changes() {
                switch element {
                case .missed: common.note("signet: changes were missed; list anew what matters")
                case .change(let change): try write(change)
                }
            }
        }
    }

    private func write(_ change: Change) throws {
        let output = StandardOutput.shared
        if json {
            output.text.object { json in
                json.key("event")
                json.string(change.event.rawValue)
                json.key("id")
                json.string(change.id.compact)
                json.key("tenant")
                json.string(change.owner.tenant)
                json.key("owner")
                json.string(change.owner.user)
                json.key("time_ms")
                json.number(change.time)
            }
        } else {
            output.text.append(change.event.rawValue, paddedTo: 10)
            output.text.append(change.id.compact, paddedTo: 44)
            let owner = "\(change.owner.tenant)/\(change.owner.user)"
            output.write(" \(TerminalText.escaped(owner))")
        }
        try output.endLine()
        try output.flush()
    }
}

import ArgumentParser
import Signet
import SignetAudit

/// `signet audit record`: adds a record.
struct AuditRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Add a record to a log, such as from a script of an operator.",
        discussion: """
            Prints the record's place in the chain.
            Example:
              signet audit record /var/lib/app/audit --tenant acme --actor ops@night \\
                --action database.restore --detail reason='disk 3 failed'
            """
    )

    @OptionGroup var argument: AuditStoreArgument

    @Option(help: "Whose log.")
    var tenant: String

    @Option(help: "Who did it.")
    var actor: String

    @Option(help: "What was done: lower-case words joined by dots.")
    var action: String

    @Option(help: "How it ended: allowed, refused, failed, or a word of your own.")
    var outcome = AuditEvent.Outcome.allowed.rawValue

    @Option(help: "The ID of what it was done to.")
    var resource: String?

    @Option(help: "The ID of the session.")
    var session: String?

    @Option(help: "The ID of the request.")
    var request: String?

    @Option(help: ArgumentHelp("What else is to be known.", valueName: "name=value"))
    var detail: [String] = []

    @OptionGroup var signing: AuditSigningOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let event = AuditEvent(
            tenant: tenant,
            actor: actor,
            action: action,
            resource: try Self.id(resource, "--resource"),
            session: try Self.id(session, "--session"),
            request: try Self.id(request, "--request"),
            outcome: AuditEvent.Outcome(rawValue: outcome),
            details: try details()
        )
        let store = try await argument.open(makingNew: true)
        let log = try signing.log(store, common)
        try await AuditFailure.rethrowing { () async throws(AuditError) in
            try await log.record(event)
            if log.isSigning { try await log.checkpoint(event.tenant) }
            let end = try await store.head(of: event.tenant).position
            StandardOutput.shared.write("\(end)")
        }
        try StandardOutput.shared.endLine()
    }

    private func details() throws -> [String: String] {
        var details: [String: String] = [:]
        for text in detail {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, details[String(parts[0])] == nil else {
                throw CommandFailure.usage("--detail takes NAME=VALUE, each name once")
            }
            details[String(parts[0])] = String(parts[1])
        }
        return details
    }

    private static func id(_ text: String?, _ option: String) throws -> AnyID? {
        guard let text else { return nil }
        guard let id = AnyID(text) else {
            throw CommandFailure.usage("\(option) takes a readable or compact ID")
        }
        return id
    }
}

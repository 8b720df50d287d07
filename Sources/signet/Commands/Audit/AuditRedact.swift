import ArgumentParser
import SignetAudit

/// `signet audit redact`: takes personal data out of a log.
struct AuditRedact: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "Take personal data out of a log for good; the chain stays what it was.",
        discussion: """
            Names records by their actor, by their numbers, or both. Values and salts go, their \
            hashes stay: the log verifies as before, and nobody can tell what the values were. A \
            record says who redacted what and why. Backups and exports are not reached.
            Exit status 1 if there was nothing to redact.
            Examples:
              signet audit redact /var/lib/app/audit --actor user_01j… --by dpo --reason 'request 17'
              signet audit redact /var/lib/app/audit --sequence 1200 --field details.ip \\
                --by dpo --reason 'logged by mistake'
            """
    )

    @OptionGroup var argument: AuditStoreArgument
    @OptionGroup var tenantOption: AuditTenantOption

    @Option(help: "Redact the records of this actor.")
    var actor: String?

    @Option(help: "Redact the record of this number.")
    var sequence: [UInt64] = []

    @Option(
        help: ArgumentHelp(
            "Redact only this: actor, or details.NAME (default: all personal data).",
            valueName: "field"
        )
    )
    var field: [String] = []

    @OptionGroup var account: AuditAccountOptions
    @OptionGroup var signing: AuditSigningOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard actor != nil || !sequence.isEmpty else {
            throw ValidationError("Say what to redact: --actor or --sequence.")
        }
        guard field.allSatisfy({ $0 == "actor" || $0.hasPrefix("details.") }) else {
            throw ValidationError("A field is actor, or details. and a name.")
        }
    }

    func run() async throws {
        let store = try await argument.open()
        let tenant = try await tenantOption.tenant(in: store)
        let log = try signing.log(store, common)
        let redaction = AuditRedaction(
            sequences: sequence.isEmpty ? nil : Set(sequence),
            actor: actor,
            fields: field.isEmpty ? nil : Set(field)
        )
        let count = try await AuditFailure.rethrowing { () async throws(AuditError) in
            try await log.redact(
                redaction,
                of: tenant,
                by: account.actor,
                reason: account.reason
            )
        }
        common.note("signet: \(count) \(count == 1 ? "record" : "records") redacted")
        if count == 0 { throw ExitCode(1) }
    }
}

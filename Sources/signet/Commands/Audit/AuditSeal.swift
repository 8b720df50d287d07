import ArgumentParser
import SignetAudit

/// `signet audit seal`: closes the open segment.
struct AuditSeal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Sign the end of a log and close its segment.",
        discussion: """
            Prints the checkpoint, one line of JSON: keep it where whoever writes the store cannot \
            change it, and give it to 'signet audit verify --checkpoint' later. --keep-open signs \
            without closing the segment. Exit status 1 if there was nothing new.
            Example:
              signet audit seal /var/lib/app/audit --signing-key /etc/app/audit.key >> elsewhere.jsonl
            """
    )

    @OptionGroup var argument: AuditStoreArgument
    @OptionGroup var tenantOption: AuditTenantOption

    @Flag(name: .customLong("keep-open"), help: "Sign only; the segment goes on.")
    var isKeptOpen = false

    @OptionGroup var signing: AuditSigningOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let store = try await argument.open()
        let tenant = try await tenantOption.tenant(in: store)
        let log = try signing.log(store, common)
        guard log.isSigning else {
            throw CommandFailure.usage("no key to sign with: give --signing-key FILE")
        }
        let checkpoint = try await AuditFailure.rethrowing { () async throws(AuditError) in
            isKeptOpen ? try await log.checkpoint(tenant) : try await log.seal(tenant)
        }
        guard let checkpoint else { throw ExitCode(1) }
        StandardOutput.shared.write(checkpoint.json)
        try StandardOutput.shared.endLine()
    }
}

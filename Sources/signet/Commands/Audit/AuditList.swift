import ArgumentParser
import SignetAudit
import SignetOutput

/// `signet audit list`: prints records.
struct AuditList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Print the records of a log that are wanted.",
        discussion: """
            Exit status 1 if there is none.
            Examples:
              signet audit list /var/lib/app/audit --actor user_01j… --since 30d
              signet audit list /var/lib/app/audit --action 'session.*' --outcome refused --json
            """
    )

    @OptionGroup var argument: AuditStoreArgument
    @OptionGroup var tenantOption: AuditTenantOption
    @OptionGroup var options: AuditFilterOptions

    @Option(name: .shortAndLong, help: "Print so many records at most.")
    var limit: Int?

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let store = try await argument.open()
        let tenant = try await tenantOption.tenant(in: store)
        let filter = try options.filter()
        let style = common.style
        var count = 0
        try await filter.visit(tenant, in: store) { record in
            if let limit, count >= limit { return false }
            count += 1
            let output = StandardOutput.shared
            if json {
                AuditRecordWriter.write(record, &output.text)
            } else {
                output.write(AuditRecordWriter.text(record, style))
            }
            try output.endLine()
            return true
        }
        if count == 0 { throw ExitCode(1) }
    }
}

import ArgumentParser
import SignetAudit
import SignetOutput

/// `signet audit export`: writes a log out.
struct AuditExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a log out as JSON Lines that can be verified, or as CSV.",
        discussion: """
            JSON Lines hold everything that proves the log: whole segments, with salts and \
            checkpoints; 'signet audit verify' reads them. CSV (RFC 4180) is for spreadsheets and \
            proves nothing; a cell that looks like a formula gets an apostrophe before it.
            Examples:
              signet audit export /var/lib/app/audit > audit.jsonl
              signet audit export /var/lib/app/audit --format csv --since 2026-01-01 > audit.csv
            """
    )

    /// How a log is written out.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl
        case csv
    }

    @OptionGroup var argument: AuditStoreArgument
    @OptionGroup var tenantOption: AuditTenantOption

    @Option(help: "How: jsonl or csv.")
    var format: Format = .jsonl

    @OptionGroup var options: AuditFilterOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let store = try await argument.open()
        let tenant = try await tenantOption.tenant(in: store)
        let filter = try options.filter()
        guard format == .csv else {
            guard filter.isWhole else {
                throw CommandFailure.usage(
                    "JSON Lines are exported by whole segments, which prove each other; "
                        + "filter with 'signet audit list --json' or --format csv"
                )
            }
            return try await exportSegments(of: tenant, in: store)
        }
        let output = StandardOutput.shared
        output.write(AuditRecordWriter.columns.joined(separator: ",") + "\r")
        try output.endLine()
        try await filter.visit(tenant, in: store) { record in
            output.write(AuditRecordWriter.row(record) + "\r")
            try output.endLine()
            return true
        }
    }

    private func exportSegments(of tenant: String, in store: any AuditStore) async throws {
        let segments = try await AuditFailure.rethrowing { () async throws(AuditError) in
            try await store.segments(of: tenant)
        }
        for segment in segments where segment.last >= segment.first {
            try await AuditFailure.rethrowing { () async throws(AuditError) in
                try await segment.visitLines(in: store) { line in
                    StandardOutput.shared.write(line)
                    try? StandardOutput.shared.endLine()
                }
            }
            try StandardOutput.shared.flush()
        }
    }
}

extension AuditFilter {
    /// Whether every record is wanted.
    fileprivate var isWhole: Bool {
        actor == nil && action == nil && outcome == nil && id == nil
            && times == 0..<UInt64.max && sequences == 1..<UInt64.max
    }
}

import ArgumentParser

/// `signet audit`: the audit log.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Verify, read, export, redact and retain audit logs.",
        discussion: """
            An audit log chains the records of each tenant by hashes and signs the chain now and \
            then. A store is a directory, whose files are JSON Lines, or a database.
            Examples:
              signet audit list /var/lib/app/audit --since 30d
              signet audit list --database postgres://app@db/app --since 30d
            """,
        subcommands: [
            AuditVerify.self, AuditList.self, AuditExport.self, AuditRecordCommand.self,
            AuditRedact.self, AuditSeal.self, AuditDrop.self, AuditKey.self,
        ]
    )
}

import ArgumentParser
import Foundation
import Signet
import SignetAudit
import SignetOutput

/// `signet audit drop`: ends the retention of old segments.
struct AuditDrop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Put old segments away and drop them from the store.",
        discussion: """
            Only segments that are closed are dropped, whole. A record says what was dropped, by \
            whom and why; the rest verifies as before, and says so. With --archive, each segment is \
            first written to DIR/FIRST-LAST.jsonl, which verifies alone and together with the store.
            Exit status 1 if nothing was old enough.
            Example:
              signet audit drop /var/lib/app/audit --older-than 400d --archive /backup/audit \\
                --by ops --reason 'retention of 13 months'
            """
    )

    @OptionGroup var argument: AuditStoreArgument
    @OptionGroup var tenantOption: AuditTenantOption

    @Option(
        name: .customLong("older-than"),
        help: ArgumentHelp("Drop what was closed so long ago, such as 400d.", valueName: "time")
    )
    var age: String

    @Option(
        help: ArgumentHelp("Where to put the segments before.", valueName: "dir"),
        completion: .directory
    )
    var archive: String?

    @OptionGroup var account: AuditAccountOptions
    @OptionGroup var signing: AuditSigningOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard TimeSpan.milliseconds(age) != nil else {
            throw ValidationError("A span is a number with m, h or d, such as 400d.")
        }
    }

    func run() async throws {
        let now = try CommandFailure.rethrowing { try WallClock.system.milliseconds() }
        let age = TimeSpan.milliseconds(age) ?? 0
        let store = try await argument.open()
        let tenant = try await tenantOption.tenant(in: store)
        let log = try signing.log(store, common)
        let dropped = try await AuditFailure.rethrowing { () async throws(AuditError) in
            try await log.drop(
                tenant,
                closedBefore: now - min(age, now),
                by: account.actor,
                reason: account.reason
            ) { segment async throws(AuditError) in
                if let archive { try await Self.write(segment, of: store, to: archive) }
            }
        }
        for segment in dropped {
            StandardOutput.shared.write("\(segment.first) to \(segment.last)")
            try StandardOutput.shared.endLine()
        }
        if dropped.isEmpty { throw ExitCode(1) }
    }

    /// Writes a segment to a file of its own, which is there whole or not at all.
    private static func write(
        _ segment: AuditSegment,
        of store: any AuditStore,
        to directory: String
    ) async throws(AuditError) {
        let name = "\(segment.first)-\(segment.last).jsonl"
        let path = directory + "/" + name
        guard !FileManager.default.fileExists(atPath: path) else {
            throw AuditError(.storeFailed, "the file is there already", file: path)
        }
        var data = Data()
        try await segment.visitLines(in: store) { line in
            data.append(contentsOf: line.utf8)
            data.append(UInt8(ascii: "\n"))
        }
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try data.write(to: URL(filePath: path), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw AuditError(.storeFailed, "the segment cannot be put away", file: path)
        }
    }
}

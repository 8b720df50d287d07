import Foundation
import GRDB
import SignetAudit

/// The rows of a tenant's audit log within one transaction.
struct AuditRows {
    let database: Database
    let tenant: String

    /// A chain's row.
    struct Chain {
        let number: Int64
        let end: AuditPosition
        let segmentFirst: UInt64
        let checkpoint: AuditCheckpoint?

        /// Whether the open segment has records.
        var hasOpenRecords: Bool { end.sequence >= segmentFirst }
    }

    /// The chain's row, if there is one.
    func chain() throws -> Chain? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT number, sequence, hash, segment, checkpoint FROM audit_chains
                    WHERE tenant = ?
                    """
            ),
            arguments: [tenant]
        )
        guard let row else { return nil }
        let checkpoint: String? = row[4]
        return Chain(
            number: row[0],
            end: AuditPosition(
                sequence: UInt64(clamping: row[1] as Int64),
                hash: try AuditHash(storedText: row[2])
            ),
            segmentFirst: UInt64(clamping: row[3] as Int64),
            checkpoint: try checkpoint.map { line in try AuditCheckpoint(storedLine: line) }
        )
    }

    /// Runs a statement that gives nothing.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// The rows of a statement.
    private func rows(_ sql: String, _ arguments: StatementArguments) throws -> RowCursor {
        try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
    }

    // MARK: Reading

    /// Records in their order.
    func records(from sequence: UInt64, limit: Int) throws -> [AuditRecord] {
        let rows = try rows(
            """
            SELECT sequence, line FROM audit_records
            WHERE chain = (SELECT number FROM audit_chains WHERE tenant = ?) AND sequence >= ?
            ORDER BY sequence LIMIT ?
            """,
            [tenant, Int64(clamping: sequence), limit]
        )
        var records: [AuditRecord] = []
        while let row = try rows.next() {
            let number = UInt64(clamping: row[0] as Int64)
            let line: String = row[1]
            records.append(try AuditRecord(storedLine: line, tenant: tenant, sequence: number))
        }
        return records
    }

    /// Checkpoints in their order.
    func checkpoints(from sequence: UInt64, limit: Int) throws -> [AuditCheckpoint] {
        let rows = try rows(
            """
            SELECT sequence, line FROM audit_checkpoints
            WHERE chain = (SELECT number FROM audit_chains WHERE tenant = ?) AND sequence >= ?
            ORDER BY sequence, number LIMIT ?
            """,
            [tenant, Int64(clamping: sequence), limit]
        )
        var checkpoints: [AuditCheckpoint] = []
        while let row = try rows.next() {
            let number = UInt64(clamping: row[0] as Int64)
            checkpoints.append(try AuditCheckpoint(storedLine: row[1], sequence: number))
        }
        return checkpoints
    }

    /// The segments in their order.
    func segments() throws -> [AuditSegment] {
        guard let chain = try chain() else { return [] }
        let rows = try rows(
            """
            SELECT first, last, predecessor, seal FROM audit_segments WHERE chain = ?
            ORDER BY first
            """,
            [chain.number]
        )
        var segments: [AuditSegment] = []
        while let row = try rows.next() {
            let last: Int64? = row[1]
            let seal: String? = row[3]
            segments.append(
                AuditSegment(
                    tenant: tenant,
                    first: UInt64(clamping: row[0] as Int64),
                    last: last.map { UInt64(clamping: $0) } ?? chain.end.sequence,
                    predecessor: try AuditHash(storedText: row[2]),
                    seal: try seal.map { line in try AuditCheckpoint(storedLine: line) }
                )
            )
        }
        return segments
    }
}

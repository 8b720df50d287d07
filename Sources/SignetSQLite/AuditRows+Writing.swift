import GRDB
import SignetAudit

extension AuditRows {
    /// Extends the chain, if it ends where the caller says.
    func append(_ records: [AuditRecord], after end: AuditPosition) throws {
        guard let last = records.last else { return }
        let number: Int64
        if let chain = try chain() {
            guard chain.end == end else { throw AuditError(.conflict) }
            number = chain.number
            try run(
                "UPDATE audit_chains SET sequence = ?, hash = ? WHERE number = ?",
                [Int64(clamping: last.sequence), last.hash.description, number]
            )
        } else {
            guard end == .start(of: tenant) else { throw AuditError(.conflict) }
            try run(
                "INSERT INTO audit_chains (tenant, sequence, hash, segment) VALUES (?, ?, ?, 1)",
                [tenant, Int64(clamping: last.sequence), last.hash.description]
            )
            number = database.lastInsertedRowID
            try beginSegment(of: number, behind: end)
        }
        for record in records {
            try run(
                "INSERT INTO audit_records (chain, sequence, line) VALUES (?, ?, ?)",
                [number, Int64(clamping: record.sequence), record.json]
            )
        }
    }

    /// Adds a checkpoint, and closes the segment if that is wanted.
    func append(_ checkpoint: AuditCheckpoint, isSealing: Bool) throws {
        guard let chain = try chain(), chain.end == checkpoint.position else {
            throw AuditError(.conflict)
        }
        let sequence = Int64(clamping: checkpoint.sequence)
        let line = checkpoint.json
        try run("UPDATE audit_chains SET checkpoint = ? WHERE number = ?", [line, chain.number])
        guard chain.hasOpenRecords else { return }
        try run(
            "INSERT INTO audit_checkpoints (chain, sequence, line) VALUES (?, ?, ?)",
            [chain.number, sequence, line]
        )
        guard isSealing else { return }
        try run(
            "UPDATE audit_segments SET last = ?, seal = ? WHERE chain = ? AND first = ?",
            [sequence, line, chain.number, Int64(clamping: chain.segmentFirst)]
        )
        try run(
            "UPDATE audit_chains SET segment = ? WHERE number = ?",
            [sequence + 1, chain.number]
        )
        try beginSegment(of: chain.number, behind: checkpoint.position)
    }

    private func beginSegment(of chain: Int64, behind position: AuditPosition) throws {
        try run(
            "INSERT INTO audit_segments (chain, first, predecessor) VALUES (?, ?, ?)",
            [chain, Int64(clamping: position.sequence) + 1, position.hash.description]
        )
    }

    /// Puts redacted records in the place of those that have everything, and zeros in the place of
    /// what is left over.
    func replace(_ records: [AuditRecord]) throws {
        try database.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? database.execute(sql: "PRAGMA secure_delete = OFF") }
        let chain = try chain()
        for record in records {
            let stored = try self.records(from: record.sequence, limit: 1).first
            let replacement = try record.replacement(for: stored)
            try run(
                "UPDATE audit_records SET line = ? WHERE chain = ? AND sequence = ?",
                [replacement.json, chain?.number, Int64(clamping: record.sequence)]
            )
        }
    }

    /// Drops closed segments.
    func drop(through sequence: UInt64) throws {
        let place = Int64(clamping: sequence)
        let isClosed = try Bool.fetchOne(
            database.cachedStatement(
                sql: "SELECT TRUE FROM audit_segments WHERE chain = ? AND last = ?"
            ),
            arguments: [chain()?.number, place]
        )
        guard isClosed == true, let chain = try chain() else { throw AuditError(.notSealed) }
        for table in ["audit_records", "audit_checkpoints"] {
            try run(
                "DELETE FROM \(table) WHERE chain = ? AND sequence <= ?",
                [chain.number, place]
            )
        }
        try run("DELETE FROM audit_segments WHERE chain = ? AND first <= ?", [chain.number, place])
    }
}

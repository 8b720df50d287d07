import SignetAudit

/// What changes a chain.
///
/// A step may be a repetition of one whose answer was lost. Hashes tell its own work from that of
/// others: no two records or checkpoints have the same.
extension PostgresAuditRows {
    private static let insertion = """
        INSERT INTO signet_audit_record (chain, sequence, line)
        SELECT chain.number, record.sequence, record.line
        FROM chain, unnest($4::bigint[], $5::text[]) AS record (sequence, line)
        """

    /// Compares the end of the chain and extends it in one statement: who comes second waits for
    /// the row of the chain, finds another end, and changes nothing.
    private static let extending = """
        WITH chain AS (
            UPDATE signet_audit_chain SET sequence = $2, hash = $3
            WHERE tenant = $1 AND sequence = $6 AND hash = $7 RETURNING number
        )
        \(insertion)
        """

    /// Begins the chain, unless it has begun.
    private static let beginning = """
        WITH chain AS (
            INSERT INTO signet_audit_chain (tenant, sequence, hash, segment)
            VALUES ($1, $2, $3, 1) ON CONFLICT DO NOTHING RETURNING number
        ), segment AS (
            INSERT INTO signet_audit_segment (chain, first, predecessor)
            SELECT number, 1, $6 FROM chain
        )
        \(insertion)
        """

    /// Extends the chain, if it ends where the caller says.
    func append(_ records: [AuditRecord], after end: AuditPosition) throws {
        guard let last = records.last else { return }
        var values: [PostgresValue] = [
            .text(tenant), .int(Int64(clamping: last.sequence)), .text(last.hash.description),
            .ints(records.map { Int64(clamping: $0.sequence) }), .texts(records.map(\.json)),
        ]
        let isFirst = end == .start(of: tenant)
        if !isFirst { values.append(.int(Int64(clamping: end.sequence))) }
        values.append(.text(end.hash.description))
        let added = try session.query(isFirst ? Self.beginning : Self.extending, values).affected
        guard added == 0 else { return }
        if session.mayBeDone,
            try self.records(from: last.sequence, limit: 1).first?.position == last.position
        {
            return
        }
        throw AuditError(.conflict)
    }

    /// Adds a checkpoint, and closes the segment if that is wanted.
    func append(_ checkpoint: AuditCheckpoint, isSealing: Bool) throws {
        let line = checkpoint.json
        guard let chain = try chain(locking: true) else { throw AuditError(.conflict) }
        if session.mayBeDone, try isThere(checkpoint, line, in: chain) { return }
        guard chain.end == checkpoint.position else { throw AuditError(.conflict) }
        let number = PostgresValue.int(chain.number)
        let sequence = PostgresValue.int(Int64(clamping: checkpoint.sequence))
        var statements = [
            PostgresStatement(
                "UPDATE signet_audit_chain SET checkpoint = $2 WHERE number = $1",
                [number, .text(line)]
            )
        ]
        if chain.hasOpenRecords {
            statements.append(
                PostgresStatement(
                    """
                    INSERT INTO signet_audit_checkpoint (chain, sequence, line)
                    VALUES ($1, $2, $3)
                    """,
                    [number, sequence, .text(line)]
                )
            )
            if isSealing {
                statements += Self.sealing(chain, number, sequence, line)
            }
        }
        try session.batch(statements)
    }

    /// The statements that close a segment and begin the next.
    private static func sealing(
        _ chain: Chain,
        _ number: PostgresValue,
        _ sequence: PostgresValue,
        _ line: String
    ) -> [PostgresStatement] {
        [
            PostgresStatement(
                """
                UPDATE signet_audit_segment SET last = $3, seal = $4 WHERE chain = $1 AND first = $2
                """,
                [number, .int(Int64(clamping: chain.segmentFirst)), sequence, .text(line)]
            ),
            PostgresStatement(
                "UPDATE signet_audit_chain SET segment = $2 + 1 WHERE number = $1",
                [number, sequence]
            ),
            PostgresStatement(
                """
                INSERT INTO signet_audit_segment (chain, first, predecessor) VALUES ($1, $2 + 1, $3)
                """,
                [number, sequence, .text(chain.end.hash.description)]
            ),
        ]
    }

    /// Whether a checkpoint has been added.
    private func isThere(
        _ checkpoint: AuditCheckpoint,
        _ line: String,
        in chain: Chain
    ) throws -> Bool {
        if chain.checkpoint == line { return true }
        let found = try session.query(
            """
            SELECT FROM signet_audit_checkpoint WHERE chain = $1 AND sequence = $2 AND line = $3
            """,
            [.int(chain.number), .int(Int64(clamping: checkpoint.sequence)), .text(line)]
        )
        return !found.isEmpty
    }

    /// Puts redacted records in the place of those that have everything.
    func replace(_ records: [AuditRecord]) throws {
        let numbers = PostgresValue.ints(records.map { Int64(clamping: $0.sequence) })
        let found = try session.query(
            """
            SELECT sequence, line FROM signet_audit_record
            WHERE chain = (SELECT number FROM signet_audit_chain WHERE tenant = $1)
                AND sequence = ANY ($2)
            ORDER BY sequence FOR UPDATE
            """,
            [.text(tenant), numbers]
        )
        var stored: [UInt64: AuditRecord] = [:]
        for row in found {
            let record = try record(row)
            stored[record.sequence] = record
        }
        let lines = try records.map { record in
            try record.replacement(for: stored[record.sequence]).json
        }
        try session.query(
            """
            UPDATE signet_audit_record AS record SET line = fresh.line
            FROM unnest($2::bigint[], $3::text[]) AS fresh (sequence, line)
            WHERE record.chain = (SELECT number FROM signet_audit_chain WHERE tenant = $1)
                AND record.sequence = fresh.sequence
            """,
            [.text(tenant), numbers, .texts(lines)]
        )
    }

    /// Drops closed segments, one after the other: no statement takes longer than for one.
    func drop(through sequence: UInt64) throws {
        guard let chain = try chain(locking: true) else { throw AuditError(.notSealed) }
        let place = Int64(clamping: sequence)
        let ends = try session.query(
            """
            SELECT last FROM signet_audit_segment
            WHERE chain = $1 AND first <= $2 AND last IS NOT NULL ORDER BY first
            """,
            [.int(chain.number), .int(place)]
        ).map { try $0.decode(0, as: Int64.self) }
        // A repetition finds nothing, and may have been all there was to do.
        if ends.isEmpty, session.mayBeDone, chain.segmentFirst > sequence, sequence > 0 { return }
        guard ends.last == place else { throw AuditError(.notSealed) }
        for end in ends {
            let values = [PostgresValue.int(chain.number), .int(end)]
            try session.batch(
                ["record", "checkpoint"].map { name in
                    PostgresStatement(
                        "DELETE FROM signet_audit_\(name) WHERE chain = $1 AND sequence <= $2",
                        values
                    )
                } + [
                    PostgresStatement(
                        "DELETE FROM signet_audit_segment WHERE chain = $1 AND last <= $2",
                        values
                    )
                ]
            )
        }
    }
}

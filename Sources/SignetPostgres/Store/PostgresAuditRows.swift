import SignetAudit

/// The rows of a tenant's audit log within one step.
struct PostgresAuditRows {
    let session: PostgresSession
    let tenant: String

    /// A chain's row.
    struct Chain {
        let number: Int64
        let end: AuditPosition
        let segmentFirst: UInt64
        let checkpoint: String?

        /// Whether the open segment has records.
        var hasOpenRecords: Bool { end.sequence >= segmentFirst }

        /// Reads the columns ``columns``.
        fileprivate init(_ row: PostgresRow) throws {
            number = try row.decode(0)
            end = AuditPosition(
                sequence: UInt64(clamping: try row.decode(1, as: Int64.self)),
                hash: try AuditHash(storedText: try row.decode(2))
            )
            segmentFirst = UInt64(clamping: try row.decode(3, as: Int64.self))
            checkpoint = try row.decode(4)
        }

        fileprivate static let columns = "number, sequence, hash, segment, checkpoint"
    }

    /// The chain's row, if there is one.
    ///
    /// - Parameter isLocking: Whether nobody else may change the chain until the step is done.
    /// - Returns: The row.
    /// - Throws: ``PostgresError``, or that the row cannot be read.
    func chain(locking isLocking: Bool = false) throws -> Chain? {
        try session.query(
            "SELECT \(Chain.columns) FROM signet_audit_chain WHERE tenant = $1"
                + (isLocking ? " FOR UPDATE" : ""),
            [.text(tenant)]
        ).first.map { try Chain($0) }
    }

    /// Records in their order.
    func records(from sequence: UInt64, limit: Int) throws -> [AuditRecord] {
        let rows = try session.query(
            """
            SELECT sequence, line FROM signet_audit_record
            WHERE chain = (SELECT number FROM signet_audit_chain WHERE tenant = $1)
                AND sequence >= $2
            ORDER BY sequence LIMIT $3
            """,
            [.text(tenant), .int(Int64(clamping: sequence)), .int(Int64(limit))]
        )
        return try rows.map(record)
    }

    /// The record of a row of number and line.
    func record(_ row: PostgresRow) throws -> AuditRecord {
        try AuditRecord(
            storedLine: try row.decode(1),
            tenant: tenant,
            sequence: UInt64(clamping: try row.decode(0, as: Int64.self))
        )
    }

    /// Checkpoints in their order.
    func checkpoints(from sequence: UInt64, limit: Int) throws -> [AuditCheckpoint] {
        let rows = try session.query(
            """
            SELECT sequence, line FROM signet_audit_checkpoint
            WHERE chain = (SELECT number FROM signet_audit_chain WHERE tenant = $1)
                AND sequence >= $2
            ORDER BY sequence, number LIMIT $3
            """,
            [.text(tenant), .int(Int64(clamping: sequence)), .int(Int64(limit))]
        )
        return try rows.map { row in
            try AuditCheckpoint(
                storedLine: try row.decode(1),
                sequence: UInt64(clamping: try row.decode(0, as: Int64.self))
            )
        }
    }

    /// The segments in their order.
    func segments() throws -> [AuditSegment] {
        let rows = try session.query(
            """
            SELECT segment.first, coalesce(segment.last, chain.sequence), segment.predecessor,
                segment.seal
            FROM signet_audit_chain AS chain
            JOIN signet_audit_segment AS segment ON segment.chain = chain.number
            WHERE chain.tenant = $1 ORDER BY segment.first
            """,
            [.text(tenant)]
        )
        return try rows.map { row in
            let seal: String? = try row.decode(3)
            return AuditSegment(
                tenant: tenant,
                first: UInt64(clamping: try row.decode(0, as: Int64.self)),
                last: UInt64(clamping: try row.decode(1, as: Int64.self)),
                predecessor: try AuditHash(storedText: try row.decode(2)),
                seal: try seal.map { line in try AuditCheckpoint(storedLine: line) }
            )
        }
    }
}

public import SignetAudit

/// Audit logs, beside the registry, in the same database.
///
/// The chains of different tenants are extended side by side; of one, whoever comes second finds
/// another end.
extension PostgresStore: AuditStore {
    /// How long dropping may take, for logs of many segments.
    private static let dropLimit = Duration.seconds(600)

    /// The tenants that have a chain, ordered by their bytes.
    public func tenants() async throws(AuditError) -> [String] {
        try await look(as: AuditError.self) { session in
            try session.query("SELECT tenant FROM signet_audit_chain ORDER BY tenant")
                .map { try $0.decode(0) }
        }
    }

    /// The end of a tenant's chain.
    public func head(of tenant: String) async throws(AuditError) -> AuditHead {
        try await lookAtLog(of: tenant) { rows in
            guard let chain = try rows.chain() else { return .start(of: tenant) }
            return AuditHead(
                tenant: tenant,
                position: chain.end,
                checkpoint: try chain.checkpoint.map { line in
                    try AuditCheckpoint(storedLine: line)
                },
                segmentFirst: chain.segmentFirst
            )
        }
    }

    /// Extends a tenant's chain, if it ends where the caller says.
    public func append(
        _ records: [AuditRecord],
        after end: AuditPosition
    ) async throws(AuditError) {
        guard let tenant = records.first?.tenant else { return }
        try await lookAtLog(of: tenant) { try $0.append(records, after: end) }
    }

    /// Adds a checkpoint at the end of a tenant's chain, and closes the segment if that is wanted.
    public func append(
        _ checkpoint: AuditCheckpoint,
        isSealing: Bool
    ) async throws(AuditError) {
        try await changeLog(of: checkpoint.tenant) { rows in
            try rows.append(checkpoint, isSealing: isSealing)
        }
    }

    /// Reads records in their order.
    public func records(
        of tenant: String,
        from sequence: UInt64,
        limit: Int
    ) async throws(AuditError) -> [AuditRecord] {
        try await lookAtLog(of: tenant) { try $0.records(from: sequence, limit: limit) }
    }

    /// Reads checkpoints in their order.
    public func checkpoints(
        of tenant: String,
        from sequence: UInt64,
        limit: Int
    ) async throws(AuditError) -> [AuditCheckpoint] {
        try await lookAtLog(of: tenant) { try $0.checkpoints(from: sequence, limit: limit) }
    }

    /// Puts redacted records in the place of those that have everything.
    ///
    /// Postgres overwrites the rows as they were when it has vacuumed the table and uses their place
    /// again; its own journal and its backups keep them for as long as they are kept.
    public func replace(_ records: [AuditRecord]) async throws(AuditError) {
        guard let tenant = records.first?.tenant else { return }
        try await changeLog(of: tenant) { try $0.replace(records) }
    }

    /// The segments of a tenant's chain in their order; the last is open.
    public func segments(of tenant: String) async throws(AuditError) -> [AuditSegment] {
        try await lookAtLog(of: tenant) { try $0.segments() }
    }

    /// Drops the closed segments that end at a number or before it.
    public func drop(_ tenant: String, through sequence: UInt64) async throws(AuditError) {
        try await changeLog(of: tenant, limit: Self.dropLimit) { rows in
            try rows.drop(through: sequence)
        }
    }

    private func changeLog(
        of tenant: String,
        limit: Duration? = nil,
        _ body: @Sendable (PostgresAuditRows) throws -> Void
    ) async throws(AuditError) {
        try AuditEvent.requireTenant(tenant)
        try await change(as: AuditError.self, limit: limit) { session in
            try body(PostgresAuditRows(session: session, tenant: tenant))
        }
    }

    private func lookAtLog<Value: Sendable>(
        of tenant: String,
        _ body: @Sendable (PostgresAuditRows) throws -> Value
    ) async throws(AuditError) -> Value {
        try AuditEvent.requireTenant(tenant)
        return try await look(as: AuditError.self) { session in
            try body(PostgresAuditRows(session: session, tenant: tenant))
        }
    }
}

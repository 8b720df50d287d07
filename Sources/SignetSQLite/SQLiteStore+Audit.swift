import GRDB
public import SignetAudit

/// Audit logs, beside the registry, in the same file.
///
/// Records are on the disk before a call returns, whatever else the file holds. Calls that come
/// together, of many tenants, wait for the disk once.
extension SQLiteStore: AuditStore {
    /// The tenants that have a chain, ordered by their bytes.
    public func tenants() async throws(AuditError) -> [String] {
        try await database.read(as: AuditError.self) { database in
            try String.fetchAll(database, sql: "SELECT tenant FROM audit_chains ORDER BY tenant")
        }
    }

    /// The end of a tenant's chain.
    public func head(of tenant: String) async throws(AuditError) -> AuditHead {
        try await lookAtLog(of: tenant) { rows in
            guard let chain = try rows.chain() else { return .start(of: tenant) }
            return AuditHead(
                tenant: tenant,
                position: chain.end,
                checkpoint: chain.checkpoint,
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
        try await changeLog(of: tenant) { try $0.append(records, after: end) }
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
    /// The rows are overwritten in the file, and the journal is emptied unless somebody reads at that
    /// moment. Copies that SQLite left elsewhere when it moved rows between pages go with `VACUUM`.
    public func replace(_ records: [AuditRecord]) async throws(AuditError) {
        guard let tenant = records.first?.tenant else { return }
        try await changeLog(of: tenant) { try $0.replace(records) }
        await database.forgetJournal()
    }

    /// The segments of a tenant's chain in their order; the last is open.
    public func segments(of tenant: String) async throws(AuditError) -> [AuditSegment] {
        try await lookAtLog(of: tenant) { try $0.segments() }
    }

    /// Drops the closed segments that end at a number or before it.
    public func drop(_ tenant: String, through sequence: UInt64) async throws(AuditError) {
        try await changeLog(of: tenant) { try $0.drop(through: sequence) }
    }

    private func changeLog(
        of tenant: String,
        _ body: @Sendable @escaping (AuditRows) throws -> Void
    ) async throws(AuditError) {
        try AuditEvent.requireTenant(tenant)
        try await database.writeDurably(as: AuditError.self) { database in
            try body(AuditRows(database: database, tenant: tenant))
        }
    }

    private func lookAtLog<Value: Sendable>(
        of tenant: String,
        _ body: @Sendable @escaping (AuditRows) throws -> Value
    ) async throws(AuditError) -> Value {
        try AuditEvent.requireTenant(tenant)
        return try await database.read(as: AuditError.self) { database in
            try body(AuditRows(database: database, tenant: tenant))
        }
    }
}

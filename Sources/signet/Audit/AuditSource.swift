import SignetAudit

/// What is verified.
enum AuditSource {
    /// Directories of stores, and files of exports.
    case files(AuditFileSet)
    /// A database, as it is at that moment.
    case database(any AuditStore)

    /// What could not be taken for part of any log.
    var problems: [AuditProblem] {
        switch self {
        case .files(let files): files.problems
        case .database: []
        }
    }

    /// Whose logs there are.
    func tenants() async throws(AuditError) -> [String] {
        switch self {
        case .files(let files): files.tenants
        case .database(let store): try await store.tenants()
        }
    }

    /// Looks through a tenant's log.
    func verify(
        _ tenant: String,
        keys: Set<AuditPublicKey>,
        expecting positions: [AuditPosition],
        checkpoints: [AuditCheckpoint]
    ) async throws(AuditError) -> AuditVerification {
        switch self {
        case .files(let files):
            try files.verify(
                tenant,
                keys: keys,
                expecting: positions,
                checkpoints: checkpoints
            )
        case .database(let store):
            try await AuditVerification(
                of: tenant,
                in: store,
                keys: keys,
                expecting: positions,
                checkpoints: checkpoints
            )
        }
    }
}

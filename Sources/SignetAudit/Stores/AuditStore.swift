/// Where the records of an ``AuditLog`` are kept.
///
/// A store keeps one chain a tenant, in segments, with the checkpoints that stand in it. It checks
/// that a chain is extended at its end and nowhere else; hashes and signatures are the log's
/// concern and the verifier's. `AuditStoreContract` in `SignetStoreTesting` is what every store
/// has to pass.
///
/// Tenants are told apart by their bytes: two spellings that Unicode calls equal are two tenants.
/// Every step is atomic, and stored for good when it returns.
public protocol AuditStore: Sendable {
    /// The tenants that have a chain, ordered by their bytes.
    func tenants() async throws(AuditError) -> [String]

    /// The end of a tenant's chain; ``AuditHead/start(of:)`` for a tenant that has none.
    func head(of tenant: String) async throws(AuditError) -> AuditHead

    /// Extends a tenant's chain.
    ///
    /// Two processes that extend one chain at the same time must not both succeed: the store
    /// compares the end of the chain and adds the records in one step.
    ///
    /// - Parameters:
    ///   - records: Records of one tenant that follow each other; at least one.
    ///   - end: Where the caller believes the chain to end.
    /// - Throws: ``AuditError/Code-swift.struct/conflict`` when it ends elsewhere;
    ///   ``AuditError/Code-swift.struct/storeFailed``.
    func append(_ records: [AuditRecord], after end: AuditPosition) async throws(AuditError)

    /// Adds a checkpoint at the end of a tenant's chain.
    ///
    /// - Parameters:
    ///   - checkpoint: The checkpoint.
    ///   - isSealing: Whether it closes the segment: the next record begins a new one. Closing a
    ///     segment that has no records changes nothing.
    /// - Throws: ``AuditError/Code-swift.struct/conflict`` when the chain ends elsewhere.
    func append(_ checkpoint: AuditCheckpoint, isSealing: Bool) async throws(AuditError)

    /// Reads records in their order.
    ///
    /// - Parameters:
    ///   - tenant: Whose they are.
    ///   - sequence: The number of the first.
    ///   - limit: How many at most, 1 or more.
    /// - Returns: The records that are stored from that number on; none behind the end.
    /// - Throws: ``AuditError/Code-swift.struct/storeFailed``.
    func records(
        of tenant: String,
        from sequence: UInt64,
        limit: Int
    ) async throws(AuditError) -> [AuditRecord]

    /// Reads checkpoints in their order, those of dropped segments left out.
    ///
    /// - Parameters:
    ///   - tenant: Whose they are.
    ///   - sequence: The least sequence number.
    ///   - limit: How many at most, 1 or more.
    /// - Returns: The checkpoints.
    /// - Throws: ``AuditError/Code-swift.struct/storeFailed``.
    func checkpoints(
        of tenant: String,
        from sequence: UInt64,
        limit: Int
    ) async throws(AuditError) -> [AuditCheckpoint]

    /// Puts records without some of their personal data in the place of those that have it.
    ///
    /// The values that are replaced must not be found in the store any more, as far as it can see
    /// to that.
    ///
    /// - Parameter records: Records of one tenant with the hashes that they have in the store.
    /// - Throws: ``AuditError/Code-swift.struct/notFound`` when there is no record of such a number
    ///   and hash; then none is replaced.
    func replace(_ records: [AuditRecord]) async throws(AuditError)

    /// The segments of a tenant's chain in their order; the last is open.
    ///
    /// - Returns: The segments; none for a tenant that has no records.
    func segments(of tenant: String) async throws(AuditError) -> [AuditSegment]

    /// Drops the closed segments that end at a number or before it, with their checkpoints.
    ///
    /// The open segment stays, also an empty one: the chain goes on where it was.
    ///
    /// - Throws: ``AuditError/Code-swift.struct/notSealed`` when no closed segment ends there; then
    ///   nothing is dropped.
    func drop(_ tenant: String, through sequence: UInt64) async throws(AuditError)
}

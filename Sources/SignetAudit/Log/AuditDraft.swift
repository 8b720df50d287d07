import Signet

/// An event that waits for its place in the chain.
struct AuditDraft: Sendable {
    /// What happened.
    let event: AuditEvent
    /// Its ID.
    let id: AuditID
    /// When it was recorded, in Unix milliseconds.
    let time: UInt64
    /// Its personal data, salted.
    let actor: AuditField
    let details: [AuditDetail]

    /// The record at a place in the chain.
    func record(after predecessor: AuditPosition, _ hasher: inout AuditHasher) -> AuditRecord {
        var record = AuditRecord(
            tenant: event.tenant,
            sequence: predecessor.sequence + 1,
            id: id,
            time: time,
            actor: actor,
            action: event.action,
            outcome: event.outcome,
            resource: event.resource,
            session: event.session,
            request: event.request,
            details: details,
            hash: predecessor.hash
        )
        record.hash = hasher.hash(of: record, after: predecessor.hash)
        return record
    }
}

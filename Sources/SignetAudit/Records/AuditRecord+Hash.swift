import Signet

extension AuditRecord {
    /// The hash that the record has behind a given predecessor.
    ///
    /// SHA-256 over `signet/audit/record/1`, a zero byte, the predecessor's hash, the tenant, the
    /// sequence number, the ID, the time, the action, the outcome, the commitment to the actor, the
    /// resource, the session, the request, and the number of details with the name and commitment
    /// of each. Numbers have eight bytes, counts four, the highest first; texts stand behind their
    /// length; an ID is 1, its kind and its 16 bytes, or 0.
    ///
    /// - Parameter predecessor: The hash of the record before.
    /// - Returns: The hash; it is ``hash`` where nobody changed the record.
    public func computedHash(after predecessor: AuditHash) -> AuditHash {
        var encoders = AuditHasher()
        return encoders.hash(of: self, after: predecessor)
    }
}

/// Hashes records one after another in memory that it keeps.
struct AuditHasher {
    private var record = AuditEncoder()
    private var field = AuditEncoder()

    /// The hash of a record behind a predecessor.
    mutating func hash(of value: AuditRecord, after predecessor: AuditHash) -> AuditHash {
        record.begin("signet/audit/record/1")
        record.add(predecessor)
        record.add(value.tenant)
        record.add(value.sequence)
        record.add(value.id.core)
        record.add(value.time)
        record.add(value.action)
        record.add(value.outcome.rawValue)
        record.add(value.actor.commitment(prefix: "", name: "actor", &field))
        record.add(value.resource)
        record.add(value.session)
        record.add(value.request)
        record.add(count: value.details.count)
        for detail in value.details {
            record.add(detail.name)
            record.add(
                detail.field.commitment(prefix: "details.", name: detail.name, &field)
            )
        }
        return AuditHash(of: record.bytes)
    }
}

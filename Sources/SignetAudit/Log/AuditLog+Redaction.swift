/// What is to be redacted.
public struct AuditRedaction: Hashable, Sendable {
    /// The numbers of the records; nil for those of ``actor`` alone.
    public var sequences: Set<UInt64>?
    /// The actor whose records are meant; nil for everybody's.
    public var actor: String?
    /// What to take away: `actor`, and `details.` with a name; nil for all personal data.
    public var fields: Set<String>?

    /// Says what is to be redacted.
    ///
    /// - Parameters:
    ///   - sequences: The numbers of the records.
    ///   - actor: The actor whose records are meant.
    ///   - fields: What to take away.
    public init(
        sequences: Set<UInt64>? = nil,
        actor: String? = nil,
        fields: Set<String>? = nil
    ) {
        self.sequences = sequences
        self.actor = actor
        self.fields = fields
    }

    /// What is to be taken from a record, in the order of its fields.
    func fields(of record: AuditRecord) -> [String] {
        guard sequences?.contains(record.sequence) ?? true else { return [] }
        if let actor, record.actor.value?.isExactly(actor) != true { return [] }
        let open = record.openFields
        return fields.map { fields in open.filter(fields.contains) } ?? open
    }
}

extension AuditLog {
    /// Takes personal data out of the log for good; the chain stays what it was.
    ///
    /// Values and their salts go, the hashes over both stay: nobody can tell any more what the
    /// values were, and every later change still shows. A record of the log's own says first who
    /// redacted what and why; where the process dies in between, doing the same again finishes it.
    ///
    /// The log's own records keep all but their actor. Copies elsewhere, of files or exports, are
    /// out of its reach.
    ///
    /// - Parameters:
    ///   - redaction: What is to be redacted.
    ///   - tenant: Whose log it is.
    ///   - actor: Who wants it.
    ///   - reason: Why; it stays readable.
    /// - Returns: How many records were redacted.
    /// - Throws: ``AuditError`` for texts that are too long, or what the store says.
    @discardableResult
    public func redact(
        _ redaction: AuditRedaction,
        of tenant: String,
        by actor: String,
        reason: String
    ) async throws(AuditError) -> Int {
        let end = try await store.head(of: tenant).position.sequence
        var next: UInt64 = redaction.sequences?.min() ?? 1
        let last = min(redaction.sequences?.max() ?? end, end)
        var count = 0
        while next <= last {
            let page = try await store.records(of: tenant, from: next, limit: Self.batchLimit)
            guard let newest = page.last else { break }
            next = newest.sequence + 1
            var groups: [[String]: [AuditRecord]] = [:]
            for record in page where record.sequence <= last {
                let fields = redaction.fields(of: record)
                if !fields.isEmpty { groups[fields, default: []].append(record) }
            }
            for (fields, records) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
            {
                let event = Self.account(of: fields, records, tenant, by: actor, reason: reason)
                try await recordOwn(event)
                try await store.replace(records.map { $0.redacting(Set(fields)) })
                count += records.count
            }
        }
        return count
    }

    /// The event that says what is redacted.
    private static func account(
        of fields: [String],
        _ records: [AuditRecord],
        _ tenant: String,
        by actor: String,
        reason: String
    ) -> AuditEvent {
        AuditEvent(
            tenant: tenant,
            actor: actor,
            action: AuditAction.redact,
            details: [
                "sequences": RecordRanges(records.map(\.sequence)).text,
                "fields": fields.joined(separator: ","),
                "reason": reason,
            ]
        )
    }

    /// Records an event of the log's own, signed where the log signs.
    func recordOwn(_ event: AuditEvent) async throws(AuditError) {
        let draft = try draft(event)
        try await withTurn(event.tenant) { head throws(AuditError) in
            _ = try await self.extend(&head, [draft])
        }
        if signer != nil { try await checkpoint(event.tenant) }
    }
}

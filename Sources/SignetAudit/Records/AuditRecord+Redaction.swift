extension AuditRecord {
    /// The names of what can be redacted and was not: `actor`, and `details.` with a name.
    ///
    /// Of the log's own records only the actor: their details explain what is missing elsewhere.
    public var openFields: [String] {
        var names = actor.isRedacted ? [] : ["actor"]
        guard !isOwn else { return names }
        for detail in details where !detail.field.isRedacted {
            names.append("details.\(detail.name)")
        }
        return names
    }

    /// The names of what was redacted.
    var redactedFields: [String] {
        var names = actor.isRedacted ? ["actor"] : []
        for detail in details where detail.field.isRedacted {
            names.append("details.\(detail.name)")
        }
        return names
    }

    /// What takes the place of a stored record when this one is to replace it.
    ///
    /// It is the stored one without what this one lacks: what somebody else took out meanwhile
    /// stays out.
    ///
    /// - Parameter stored: The record of that number, if there is one.
    /// - Returns: The record to store.
    /// - Throws: ``AuditError/Code-swift.struct/notFound`` when it is none of this number and hash.
    package func replacement(for stored: AuditRecord?) throws(AuditError) -> AuditRecord {
        guard let stored, stored.position == position else {
            throw AuditError(.notFound, sequence: sequence)
        }
        return stored.redacting(Set(redactedFields))
    }

    /// The record without some of its personal data; its hash stays the same.
    ///
    /// - Parameter names: Names as in ``openFields``; others change nothing.
    /// - Returns: The record.
    public func redacting(_ names: Set<String>) -> AuditRecord {
        var copy = self
        if names.contains("actor") {
            copy.actor = .redacted(commitment: actor.commitment(name: "actor"))
        }
        guard !isOwn else { return copy }
        copy.details = details.map { detail in
            let name = "details.\(detail.name)"
            guard names.contains(name) else { return detail }
            let commitment = detail.field.commitment(name: name)
            return AuditDetail(name: detail.name, field: .redacted(commitment: commitment))
        }
        return copy
    }
}

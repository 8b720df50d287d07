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

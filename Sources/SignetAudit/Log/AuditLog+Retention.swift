extension AuditLog {
    /// Drops closed segments whose time is over, after they were put away elsewhere.
    ///
    /// A record of the log's own says first what is dropped, by whom and why; the chain goes on
    /// behind it, and verifying it says from where on it is there. Where the process dies in
    /// between, doing the same again finishes it.
    ///
    /// - Parameters:
    ///   - tenant: Whose log it is.
    ///   - time: Segments that were closed before this are dropped, in Unix milliseconds.
    ///   - actor: Who wants it.
    ///   - reason: Why.
    ///   - archive: Puts a segment away before it is dropped; what it throws ends the work.
    /// - Returns: The segments that were dropped, the oldest first.
    /// - Throws: ``AuditError``, or what `archive` throws.
    @discardableResult
    public func drop(
        _ tenant: String,
        closedBefore time: UInt64,
        by actor: String,
        reason: String,
        archive: (AuditSegment) async throws(AuditError) -> Void = { _ in }
    ) async throws(AuditError) -> [AuditSegment] {
        let old = try await store.segments(of: tenant).prefix { segment in
            segment.seal.map { $0.time < time } ?? false
        }
        guard let last = old.last, let seal = last.seal else { return [] }
        for segment in old { try await archive(segment) }
        let event = AuditEvent(
            tenant: tenant,
            actor: actor,
            action: AuditAction.drop,
            details: [
                "through": "\(last.last)", "head": seal.position.hash.description,
                "reason": reason,
            ]
        )
        try await recordOwn(event)
        try await store.drop(tenant, through: last.last)
        return Array(old)
    }
}

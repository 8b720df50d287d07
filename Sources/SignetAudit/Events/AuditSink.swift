/// What takes audit events: an ``AuditLog``, or what a test puts in its place.
///
/// Whoever does something that must be accounted for takes a sink and records before it answers.
/// When recording fails, so should what was to be recorded: an action without a trace is worse than
/// a refused one.
public protocol AuditSink: Sendable {
    /// Records an event; returns when it is stored for good.
    ///
    /// - Parameter event: What happened.
    /// - Throws: ``AuditError`` when the event is not one, or cannot be stored.
    func record(_ event: AuditEvent) async throws(AuditError)
}

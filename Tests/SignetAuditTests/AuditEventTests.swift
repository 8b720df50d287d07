import Signet
import SignetAudit
import Testing

@Suite struct `Audit events` {
    @Test func `an event is a value`() {
        let event = AuditEvent(tenant: "acme", actor: "alice", action: "session.open")
        #expect(event.outcome == .allowed)
        #expect(event.details.isEmpty)
    }
}

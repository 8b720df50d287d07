import SignetAudit
import Synchronization

/// What a store reports, gathered.
final class Recoveries: Sendable {
    private let values = Mutex<[AuditRecovery]>([])

    var all: [AuditRecovery] { values.withLock { $0 } }

    func add(_ recovery: AuditRecovery) { values.withLock { $0.append(recovery) } }
}

import Signet
import SignetAudit
import SignetRollout
import SignetTesting
import Synchronization

/// Flags in memory, a clock that the test moves, and what went to the audit log.
struct RolloutFixture {
    static let time: UInt64 = 1_726_234_567_890

    let clock = ManualClock(milliseconds: time)
    let store: any FlagStore
    let audit = AuditSpy()
    let flags: RolloutFlags

    init(
        _ store: any FlagStore = MemoryFlagStore(),
        policy: HealthPolicy = HealthPolicy(
            minimumCount: 10,
            minimumTime: .seconds(60),
            quietTime: .seconds(600)
        )
    ) {
        self.store = store
        flags = RolloutFlags(
            store: store,
            audit: audit,
            policy: policy,
            clock: clock.wallClock
        )
    }

    static let thread = RolloutTarget(service: "chat", kind: .thread)
    static let all = RolloutTarget(service: "chat", kind: nil)

    static let new = "thread_01j7nsj96je00838djrfaebxg7"
    static let legacy = "thread_chat_42_ab12cd34"

    /// Sets a flag whatever the figures say.
    @discardableResult
    func force(_ stage: RolloutStage, _ target: RolloutTarget? = thread) async throws -> RolloutFlag
    {
        guard let target else { throw RolloutError(.invalid) }
        return try await flags.set(target, to: stage, by: "alice", reason: "test", force: true)
    }

    /// A validator of the service.
    func validator(
        alerts: [AlertSink] = [],
        policy: AlertPolicy = AlertPolicy()
    ) -> FormatValidator {
        FormatValidator(service: "chat", flags: flags, alerts: alerts, policy: policy)
    }

    /// The code with which `body` fails, or nil.
    static func refusal(
        _ body: () async throws(RolloutError) -> Void
    ) async -> RolloutError.Code? {
        do throws(RolloutError) {
            try await body()
            return nil
        } catch {
            return error.code
        }
    }
}

/// Keeps what it is told, or refuses it.
final class AuditSpy: AuditSink {
    private let state = Mutex<(events: [AuditEvent], isBroken: Bool)>(([], false))

    var events: [AuditEvent] { state.withLock { $0.events } }

    func breakDown() { state.withLock { $0.isBroken = true } }

    func record(_ event: AuditEvent) async throws(AuditError) {
        let isBroken = state.withLock { state in
            if !state.isBroken { state.events.append(event) }
            return state.isBroken
        }
        if isBroken { throw AuditError(.storeFailed) }
    }
}

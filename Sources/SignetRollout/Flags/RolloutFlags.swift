public import Signet
public import SignetAudit
import Synchronization

/// The flags of a rollout: which service writes which form of which kind of ID, and reads which.
///
/// ```swift
/// let flags = RolloutFlags(store: store, audit: log)
/// try await flags.refresh()
/// let gate = flags.gate(service: "chat", kind: .thread)
/// let text = gate.stage.writesNew ? id.compact : legacyText
/// ```
///
/// Looking at a stage is an atomic load. Changes go through ``set(_:to:by:reason:force:)``, which
/// puts them on record first; those of other processes come in with ``refresh()``, which
/// ``follow(every:validators:instance:onError:)`` calls every so often.
public final class RolloutFlags: Sendable {
    /// Where the flags are.
    public let store: any FlagStore
    /// What says whether a step is safe.
    public let policy: HealthPolicy
    /// The stage of what has no flag.
    public let defaultStage: RolloutStage

    let audit: any AuditSink
    let tenant: String
    let clock: WallClock
    private let state = Mutex(State())

    private struct State {
        var flags: [RolloutTarget: RolloutFlag] = [:]
        var gates: [RolloutTarget: RolloutGate] = [:]
        var observers: [Int: @Sendable () -> Void] = [:]
        var nextObserver = 0
    }

    /// Creates flags; they are ``defaultStage`` until ``refresh()`` has read the store.
    ///
    /// - Parameters:
    ///   - store: Where the flags are.
    ///   - audit: Takes every change before it is made.
    ///   - tenant: Whose log the changes go to.
    ///   - defaultStage: The stage of what has no flag.
    ///   - policy: What says whether a step is safe.
    ///   - clock: Where the time comes from.
    public init(
        store: any FlagStore,
        audit: any AuditSink,
        tenant: String = "signet",
        defaultStage: RolloutStage = .legacy,
        policy: HealthPolicy = HealthPolicy(),
        clock: WallClock = .system
    ) {
        self.store = store
        self.audit = audit
        self.tenant = tenant
        self.defaultStage = defaultStage
        self.policy = policy
        self.clock = clock
    }

    /// The flags that are set, as this process knows them.
    public var all: [RolloutFlag] {
        state.withLock { state in state.flags.values.sorted { $0.target < $1.target } }
    }

    /// The flag that decides about a kind of a service: its own, that of all kinds, or none.
    public func flag(for target: RolloutTarget) -> RolloutFlag? {
        state.withLock { state in Self.flag(for: target, in: state.flags) }
    }

    /// The gate of a kind of a service; for nil, of what has no kind that is known.
    ///
    /// A service that is no name of one has the gate of what has no flag.
    public func gate(service: String, kind: Kind?) -> RolloutGate {
        guard let target = RolloutTarget(service: service, kind: kind) else {
            return RolloutGate(defaultStage, revision: 0)
        }
        return state.withLock { state in
            if let gate = state.gates[target] { return gate }
            let flag = Self.flag(for: target, in: state.flags)
            let gate = RolloutGate(flag?.stage ?? defaultStage, revision: flag?.revision ?? 0)
            state.gates[target] = gate
            return gate
        }
    }

    /// Reads the store; where it has changed, all gates show that when this returns.
    ///
    /// - Throws: What the store says; the flags stay what they were.
    public func refresh() async throws(RolloutError) {
        apply(try await store.flags())
    }

    /// Takes flags over.
    func apply(_ flags: [RolloutFlag]) {
        let observers = state.withLock { state -> [@Sendable () -> Void] in
            let isNew = flags.contains { flag in
                (state.flags[flag.target]?.revision ?? 0) < flag.revision
            }
            return isNew ? Array(state.observers.values) : []
        }
        // Who counts since a step begins before the step: nothing of it goes to the one before.
        for observer in observers { observer() }
        state.withLock { state in
            for flag in flags
            where (state.flags[flag.target]?.revision ?? 0) < flag.revision {
                state.flags[flag.target] = flag
            }
            for (target, gate) in state.gates {
                let flag = Self.flag(for: target, in: state.flags)
                gate.set(flag?.stage ?? defaultStage, revision: flag?.revision ?? 0)
            }
        }
    }

    /// Calls `body` before each change is taken over, until the token is given back.
    func observe(_ body: @escaping @Sendable () -> Void) -> Int {
        state.withLock { state in
            state.nextObserver += 1
            state.observers[state.nextObserver] = body
            return state.nextObserver
        }
    }

    /// Ends the calls.
    func endObserving(_ token: Int) {
        state.withLock { $0.observers[token] = nil }
    }

    private static func flag(
        for target: RolloutTarget,
        in flags: [RolloutTarget: RolloutFlag]
    ) -> RolloutFlag? {
        if let flag = flags[target] { return flag }
        return RolloutTarget(service: target.service, kind: nil).flatMap { flags[$0] }
    }
}

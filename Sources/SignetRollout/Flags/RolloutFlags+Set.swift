import Signet
import SignetAudit

extension RolloutFlags {
    /// The action under which changes stand in the audit log.
    public static let action = "rollout.set"

    /// The greatest length of a reason, in bytes.
    public static let maximumReasonCount = 1024

    /// Sets the stage of a kind in a service, for all processes.
    ///
    /// The way back is always open, over any number of stages. The way forward is one stage at a
    /// time, and only when ``health(of:)`` says that it is safe. The change is put on record before
    /// it is made; what then fails is put on record as well.
    ///
    /// - Parameters:
    ///   - target: The service and kind.
    ///   - stage: The stage.
    ///   - actor: Who wants it.
    ///   - reason: Why.
    ///   - force: Whether to go forward whatever the figures say, and over several stages.
    /// - Returns: The flag as it is then.
    /// - Throws: ``RolloutError/Code-swift.struct/unsafeStep``, with the reason;
    ///   ``RolloutError/Code-swift.struct/skipsStage``,
    ///   ``RolloutError/Code-swift.struct/conflict``,
    ///   ``RolloutError/Code-swift.struct/notAudited``, or what the store says.
    @discardableResult
    public func set(
        _ target: RolloutTarget,
        to stage: RolloutStage,
        by actor: String,
        reason: String,
        force: Bool = false
    ) async throws(RolloutError) -> RolloutFlag {
        guard !actor.isEmpty, actor.utf8.count <= AuditEvent.maximumNameCount, !reason.isEmpty,
            reason.utf8.count <= Self.maximumReasonCount
        else { throw RolloutError(.invalid) }
        try await refresh()
        let own = all.first { $0.target == target }
        let current = flag(for: target)?.stage ?? defaultStage
        if !force, stage > current { try await checkStep(target, from: current, to: stage) }
        let time: UInt64
        do throws(IDError) {
            time = try clock.milliseconds()
        } catch {
            throw RolloutError(.storeFailed, error.description)
        }
        let flag = RolloutFlag(
            target: target,
            stage: stage,
            previous: current,
            revision: own?.revision ?? 0,
            time: time,
            actor: actor,
            reason: reason
        )
        try await record(flag, .allowed, force: force)
        do throws(RolloutError) {
            let stored = try await store.set(flag)
            apply([stored])
            return stored
        } catch {
            try? await record(flag, .failed, force: force)
            throw error
        }
    }

    /// Refuses a step forward that is too long, or that the figures do not support.
    private func checkStep(
        _ target: RolloutTarget,
        from current: RolloutStage,
        to stage: RolloutStage
    ) async throws(RolloutError) {
        guard current.next == stage else { throw RolloutError(.skipsStage) }
        // A flag that was never set has no figures: the first step into reading both breaks nothing
        // that is written, and makes the figures.
        guard flag(for: target) != nil else { return }
        let verdict = try await health(of: target).verdict
        guard verdict.isSafe else {
            throw RolloutError(
                .unsafeStep,
                "the step to \(stage.rawValue) is not safe: "
                    + verdict.reason
            )
        }
    }

    private func record(
        _ flag: RolloutFlag,
        _ outcome: AuditEvent.Outcome,
        force: Bool
    ) async throws(RolloutError) {
        let event = AuditEvent(
            tenant: tenant,
            actor: flag.actor,
            action: Self.action,
            outcome: outcome,
            details: [
                "target": flag.target.description, "from": flag.previous?.rawValue ?? "none",
                "to": flag.stage.rawValue, "reason": flag.reason, "forced": "\(force)",
            ]
        )
        do throws(AuditError) {
            try await audit.record(event)
        } catch {
            throw RolloutError(
                .notAudited,
                "the change could not be put on record, and was not made: \(error)"
            )
        }
    }
}

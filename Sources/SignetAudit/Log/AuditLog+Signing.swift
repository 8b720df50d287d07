import Signet

extension AuditLog {
    /// Signs where a tenant's chain ends now, unless a checkpoint stands there already.
    ///
    /// Call it at the end of a day or before the process ends; in between the log signs by itself,
    /// as often as its policy says.
    ///
    /// - Returns: The newest checkpoint; nil for a tenant that has no records.
    /// - Throws: ``AuditError/Code-swift.struct/key`` without a signer, or what the store says.
    @discardableResult
    public func checkpoint(_ tenant: String) async throws(AuditError) -> AuditCheckpoint? {
        try await sign(tenant, isSealing: false)
    }

    /// Closes a tenant's open segment: it can be exported, and dropped when its time is over.
    ///
    /// - Returns: The checkpoint that closes it; nil when it has no records.
    /// - Throws: ``AuditError/Code-swift.struct/key`` without a signer, or what the store says.
    @discardableResult
    public func seal(_ tenant: String) async throws(AuditError) -> AuditCheckpoint? {
        try await sign(tenant, isSealing: true)
    }

    /// Signs the ends of all chains that no checkpoint vouches for, every so often.
    ///
    /// It runs until its task is cancelled; then it signs once more. A failure is given to
    /// `onError`, and tried again the next time.
    ///
    /// - Parameters:
    ///   - interval: The time between two rounds.
    ///   - onError: Is told of each chain that could not be signed.
    public func signPeriodically(
        every interval: Duration,
        onError: @Sendable (AuditError) -> Void = { _ in }
    ) async {
        repeat {
            try? await Task.sleep(for: interval)
            do throws(AuditError) {
                for tenant in try await store.tenants() { try await checkpoint(tenant) }
            } catch {
                onError(error)
            }
        } while !Task.isCancelled
    }

    /// Adds a checkpoint where the policy wants one, and closes the segment where it is full.
    func signIfDue(_ head: inout AuditHead) async throws(AuditError) {
        guard signer != nil, head.position.sequence > 0 else { return }
        let isFull = head.segmentCount >= policy.segmentLimit
        // Under another interval, what stands unsigned could look like a missing checkpoint.
        let isOfOtherPolicy = head.checkpoint.map { $0.interval != policy.checkpointInterval }
        // The first record is signed at once: from then on, a missing checkpoint shows.
        let isDue = head.unsignedCount >= policy.checkpointInterval || head.checkpoint == nil
        if isDue || isFull || head.unsignedCount > 0 && isOfOtherPolicy == true {
            try await sign(&head, isSealing: isFull)
        }
    }

    /// Adds a checkpoint at the end of a chain.
    func sign(_ head: inout AuditHead, isSealing: Bool) async throws(AuditError) {
        guard let signer else {
            throw AuditError(.key, "the log has no key to sign checkpoints with")
        }
        let time: UInt64
        do throws(IDError) {
            time = try clock.milliseconds()
        } catch {
            throw AuditError(.generatorFailed, error.description)
        }
        let checkpoint = try signer.checkpoint(
            at: head.position,
            of: head.tenant,
            time: time,
            interval: policy.checkpointInterval
        )
        try await store.append(checkpoint, isSealing: isSealing)
        head = AuditHead(
            tenant: head.tenant,
            position: head.position,
            checkpoint: checkpoint,
            segmentFirst: isSealing ? head.position.sequence + 1 : head.segmentFirst
        )
        await publish(checkpoint)
    }

    private func sign(
        _ tenant: String,
        isSealing: Bool
    ) async throws(AuditError) -> AuditCheckpoint? {
        var checkpoint: AuditCheckpoint?
        try await withTurn(tenant) { head throws(AuditError) in
            let isEmpty = isSealing ? head.segmentCount == 0 : head.unsignedCount == 0
            if !isEmpty { try await self.sign(&head, isSealing: isSealing) }
            checkpoint = isSealing && isEmpty ? nil : head.checkpoint
        }
        return checkpoint
    }
}

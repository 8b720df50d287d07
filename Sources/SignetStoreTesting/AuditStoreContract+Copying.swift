package import SignetAudit

extension AuditStoreContract {
    @Sendable static func isTheSameEverywhere(_ store: any AuditStore) async throws {
        let original = MemoryAuditStore()
        let log = AuditLog(
            store: original,
            signer: try AuditSigner(seed: [UInt8](repeating: 7, count: 32)),
            policy: AuditPolicy(checkpointInterval: 4, segmentLimit: 6)
        )
        for number in 0..<17 { try await log.record(event("acme", number)) }
        // A checkpoint stands at the end already, and another one closes the segment there.
        try await log.checkpoint("acme")
        try await log.seal("acme")
        try await log.record(event())
        try await log.redact(AuditRedaction(sequences: [3, 8]), of: "acme", by: "dpo", reason: "r")
        try await copy("acme", from: original, to: store)
        try require(try await store.head(of: "acme"), is: await original.head(of: "acme"), "head")
        let segments = await original.segments(of: "acme")
        try require(try await store.segments(of: "acme"), is: segments, "segments")
        for segment in segments {
            var lines: [[String]] = [[], []]
            try await segment.visitLines(in: original) { line in lines[0].append(line) }
            try await segment.visitLines(in: store) { line in lines[1].append(line) }
            try require(lines[1] == lines[0], "the same lines, byte by byte")
        }
        let found = try await AuditVerification(of: "acme", in: store)
        let expected = try await AuditVerification(of: "acme", in: original)
        try require(found.isSound && expected.isSound, "both are sound: \(found.problems)")
        try require(found.recordCount, is: expected.recordCount, "records")
        try require(found.checkpointCount, is: expected.checkpointCount, "checkpoints")
        try require(found.redactedCount, is: 2, "redacted records")
        try require(found.newestCheckpoint, is: expected.newestCheckpoint, "newest checkpoint")
    }

    /// Adds to a store what another one has, in the same steps.
    ///
    /// - Parameters:
    ///   - tenant: Whose chain; it has no more than 1000 records, and the store has none of it.
    ///   - original: Where it is.
    ///   - store: Where it goes.
    /// - Throws: What the store says.
    package static func copy(
        _ tenant: String,
        from original: MemoryAuditStore,
        to store: any AuditStore
    ) async throws {
        for segment in await original.segments(of: tenant) {
            var end = AuditPosition(sequence: segment.first - 1, hash: segment.predecessor)
            let signed = await original.checkpoints(of: tenant, from: segment.first, limit: 1000)
                .filter { $0.sequence <= segment.last }
            for (number, checkpoint) in signed.enumerated() {
                let count = Int(checkpoint.sequence - end.sequence)
                if count > 0 {
                    let next = end.sequence + 1
                    let records = await original.records(of: tenant, from: next, limit: count)
                    try await store.append(records, after: end)
                }
                end = checkpoint.position
                let isSealing = segment.seal != nil && number == signed.count - 1
                try await store.append(checkpoint, isSealing: isSealing)
            }
            let rest = await original.records(of: tenant, from: end.sequence + 1, limit: 1000)
            if segment.seal == nil, !rest.isEmpty { try await store.append(rest, after: end) }
        }
    }

    /// Says that there is one record of each actor that is named, and no actor has two.
    ///
    /// For tests in which every event has an actor of its own, such as those of processes that are
    /// killed: what they were told is stored is there.
    ///
    /// - Parameters:
    ///   - actors: Whom the log is known to have recorded.
    ///   - store: The store, with the log of the tenant `acme`.
    /// - Throws: ``ContractViolation``, or what the store says.
    package static func requireRecords(
        of actors: [String],
        in store: any AuditStore
    ) async throws {
        let records = try await store.records(of: "acme", from: 1, limit: 100_000)
        let stored = records.compactMap(\.actor.value)
        try require(Set(stored).count == stored.count, "none is recorded twice")
        try require(Set(actors).subtracting(stored).isEmpty, "everybody is recorded")
    }
}

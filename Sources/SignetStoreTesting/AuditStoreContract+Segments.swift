import SignetAudit

extension AuditStoreContract {
    @Sendable static func keepsCheckpoints(_ store: any AuditStore) async throws {
        let records = try await record(3, in: store)
        let signer = try AuditSigner(seed: [UInt8](repeating: 7, count: 32))
        let old = try signer.checkpoint(
            at: records[1].position,
            of: "acme",
            time: 1_726_234_567_890,
            interval: 1000
        )
        let code = await refusal { () throws(AuditError) in
            try await store.append(old, isSealing: false)
        }
        try require(code == .conflict, "a checkpoint before the end is a conflict")
        let nobody = try signer.checkpoint(
            at: .start(of: "nobody"),
            of: "nobody",
            time: 1_726_234_567_890,
            interval: 1000
        )
        let none = await refusal { () throws(AuditError) in
            try await store.append(nobody, isSealing: true)
        }
        try require(none == .conflict, "a tenant without records has no checkpoint")
        let checkpoint = try await log(store).checkpoint("acme")
        let head = try await store.head(of: "acme")
        try require(head.checkpoint == checkpoint && checkpoint != nil, "the head has the newest")
        try require(head.unsignedCount == 0, "nothing is left unsigned")
        let read = try await store.checkpoints(of: "acme", from: 0, limit: 10)
        try require(read.map(\.sequence) == [1, 3], "all are read")
        try require(read.last == checkpoint, "it is read as it was")
        let later = try await store.checkpoints(of: "acme", from: 4, limit: 10)
        try require(later.isEmpty, "there is none behind it")
    }

    @Sendable static func closesSegments(_ store: any AuditStore) async throws {
        let log = try log(store)
        var seals: [AuditCheckpoint?] = []
        for _ in 0..<3 {
            for number in 0..<4 { try await log.record(event("acme", number)) }
            seals.append(try await log.seal("acme"))
        }
        try require(try await log.seal("acme") == nil, "an empty segment is not closed")
        let head = try await store.head(of: "acme")
        try require(head.position.sequence == 12 && head.segmentFirst == 13, "the head is behind")
        try require(head.checkpoint == seals[2], "the head has the last seal")
        let segments = try await store.segments(of: "acme")
        try require(segments.map(\.first) == [1, 5, 9, 13], "segments follow each other")
        try require(segments.map(\.last) == [4, 8, 12, 12], "and the last is empty")
        try require(segments.map(\.seal) == seals + [nil], "each but the last has its seal")
        let start = AuditPosition.start(of: "acme").hash
        let hashes = [start] + seals.compactMap { $0?.position.hash }
        try require(segments.map(\.predecessor) == hashes, "each goes on behind the one before")
        try await log.record(event())
        let verification = try await AuditVerification(of: "acme", in: store)
        try require(verification.isSound && verification.recordCount == 13, "the chain is sound")
    }

    @Sendable static func dropsSegments(_ store: any AuditStore) async throws {
        let log = try log(store)
        for _ in 0..<3 {
            for number in 0..<4 { try await log.record(event("acme", number)) }
            try await log.seal("acme")
        }
        for sequence in [0, 3, 5, 13, 99] as [UInt64] {
            let code = await refusal { () throws(AuditError) in
                try await store.drop("acme", through: sequence)
            }
            try require(code == .notSealed, "nothing ends at record \(sequence)")
        }
        try require(try await store.segments(of: "acme").count == 4, "all segments are there")
        try await store.drop("acme", through: 8)
        let segments = try await store.segments(of: "acme")
        try require(segments.map(\.first) == [9, 13], "those up to the number are gone")
        let records = try await store.records(of: "acme", from: 1, limit: 100)
        try require(records.map(\.sequence) == [9, 10, 11, 12], "with their records")
        let checkpoints = try await store.checkpoints(of: "acme", from: 0, limit: 100)
        try require(checkpoints.map(\.sequence) == [12], "and their checkpoints")
        try await store.drop("acme", through: 12)
        let head = try await store.head(of: "acme")
        try require(head.position.sequence == 12, "the head stays when everything is dropped")
        try require(head.checkpoint?.sequence == 12, "and so does what it knows is signed")
        try await log.record(event())
        let rest = try await store.records(of: "acme", from: 1, limit: 100)
        try require(rest.map(\.sequence) == [13], "the chain goes on")
    }

    @Sendable static func replacesRecords(_ store: any AuditStore) async throws {
        let log = try log(store)
        for number in 0..<6 {
            try await log.record(event("acme", number))
            if number == 2 { try await log.seal("acme") }
        }
        let records = try await store.records(of: "acme", from: 1, limit: 10)
        let redacted = [records[1], records[3]].map { $0.redacting(["actor", "details.ip"]) }
        try await store.replace(redacted)
        let after = try await store.records(of: "acme", from: 1, limit: 10)
        try require([after[1], after[3]] == redacted, "the redacted ones are there")
        let isOtherSame = [0, 2, 4, 5].allSatisfy { after[$0] == records[$0] }
        try require(isOtherSame && after.count == 6, "and the others as before")
        try require(after.map(\.hash) == records.map(\.hash), "no hash has changed")
        try await log.record(event())
        let head = try await store.head(of: "acme")
        try require(head.position.sequence == 7, "the chain goes on")
    }

    @Sendable static func replacesAllOrNothing(_ store: any AuditStore) async throws {
        let records = try await record(3, in: store)
        let other = try await record(9, for: "other", in: store)
        let redacted = records[1].redacting(["actor"])
        // Record 9 of another tenant is no record of this one, nor is its second in place of its.
        let strangers = [other[8], other[1]].map { stranger in
            AuditRecord(
                tenant: "acme",
                sequence: stranger.sequence,
                id: stranger.id,
                time: stranger.time,
                actor: stranger.actor,
                action: stranger.action,
                outcome: stranger.outcome,
                resource: nil,
                session: nil,
                request: nil,
                details: [],
                hash: stranger.hash
            )
        }
        for stranger in strangers {
            let code = await refusal { () throws(AuditError) in
                try await store.replace([redacted, stranger])
            }
            try require(code == .notFound, "a record that is not there is not replaced")
            let after = try await store.records(of: "acme", from: 1, limit: 10)
            try require(after == records, "and neither is any other")
        }
    }

    @Sendable static func keepsRedactions(_ store: any AuditStore) async throws {
        let records = try await record(2, in: store)
        let whole = records[1]
        try await store.replace([whole.redacting(["actor"])])
        // Whoever read the record before does not bring back what was taken out since.
        try await store.replace([whole.redacting(["details.ip"])])
        let after = try await store.records(of: "acme", from: 2, limit: 1)
        try require(after == [whole.redacting(["actor", "details.ip"])], "both are gone")
    }
}

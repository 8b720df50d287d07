import SignetAudit

extension AuditStoreContract {
    @Sendable static func isEmptyAtFirst(_ store: any AuditStore) async throws {
        try require(try await store.tenants().isEmpty, "there is no tenant")
        let head = try await store.head(of: "acme")
        try require(head == .start(of: "acme"), "the head is the start of the tenant's chain")
        let records = try await store.records(of: "acme", from: 1, limit: 1)
        let checkpoints = try await store.checkpoints(of: "acme", from: 0, limit: 1)
        try require(records.isEmpty && checkpoints.isEmpty, "there is nothing to read")
        try require(try await store.segments(of: "acme").isEmpty, "there is no segment")
        try require(try await store.tenants().isEmpty, "asking makes no tenant")
    }

    @Sendable static func keepsRecords(_ store: any AuditStore) async throws {
        let records = try await record(10, in: store)
        try require(records.count == 10, "every record is there")
        try require(
            records.map(\.sequence) == Array(1...10),
            "records are numbered from 1, without gaps"
        )
        for (number, record) in records.enumerated() {
            let event = event("acme", number)
            try require(record.actor.value?.utf8.elementsEqual(event.actor.utf8) == true, "actor")
            try require(record.action == event.action, "action")
            try require(record.outcome == event.outcome, "outcome")
            try require(record.resource == event.resource, "resource")
            try require(record.session == event.session, "session")
            try require(record.request == nil, "no request")
            let details = Dictionary(
                uniqueKeysWithValues: record.details.map { ($0.name, $0.field.value ?? "") }
            )
            try require(details == event.details, "details")
        }
        let head = try await store.head(of: "acme")
        try require(head.position == records[9].position, "the head is the last record")
        try require(head.checkpoint?.sequence == 1, "the first record is signed")
        try require(head.segmentFirst == 1, "nothing is closed")
        let verification = try await AuditVerification(of: "acme", in: store)
        try require(verification.isSound && verification.recordCount == 10, "the chain is sound")
    }

    @Sendable static func refusesOtherEnds(_ store: any AuditStore) async throws {
        let records = try await record(4, in: store)
        let ends = [
            AuditPosition.start(of: "acme"), records[1].position,
            AuditPosition(sequence: 4, hash: records[2].hash),
            AuditPosition(sequence: 5, hash: records[3].hash),
        ]
        for end in ends {
            let code = await refusal { () throws(AuditError) in
                try await store.append([records[3]], after: end)
            }
            try require(code == .conflict, "another end than the chain's is a conflict")
        }
        try require(try await store.records(of: "acme", from: 1, limit: 9) == records, "unchanged")
    }

    @Sendable static func letsOneWin(_ store: any AuditStore) async throws {
        let scratch = MemoryAuditStore()
        let first = try await record(2, in: scratch)
        try await store.append([first[0]], after: .start(of: "acme"))
        let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    let code = await refusal { () throws(AuditError) in
                        try await store.append([first[1]], after: first[0].position)
                    }
                    try require(code == nil || code == .conflict, "losing is a conflict")
                    return code == nil
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        try require(winners == 1, "one of sixteen succeeds, not \(winners)")
        try require(try await store.records(of: "acme", from: 1, limit: 9) == first, "stored once")
    }

    @Sendable static func separatesTenants(_ store: any AuditStore) async throws {
        // The last two are equal to Unicode and differ in their bytes; so do names on a disk.
        let tenants = [
            "acme", "Acme", "acme/../acme", "acme%", "a", String(repeating: "x", count: 256),
            "caf\u{e9}", "cafe\u{301}",
        ]
        for (index, tenant) in tenants.enumerated() {
            _ = try await record(index + 1, for: tenant, in: store)
        }
        for (index, tenant) in tenants.enumerated() {
            let records = try await store.records(of: tenant, from: 1, limit: 100)
            try require(records.count == index + 1, "each tenant has its own records")
            let isOwn = records.allSatisfy { $0.tenant.utf8.elementsEqual(tenant.utf8) }
            try require(isOwn, "and nobody else's")
            let verification = try await AuditVerification(of: tenant, in: store)
            try require(verification.isSound, "each chain is sound")
        }
        let listed = try await store.tenants().map { Array($0.utf8) }
        let sorted = tenants.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        try require(listed == sorted, "tenants are listed in the order of their bytes")
    }

    @Sendable static func readsPages(_ store: any AuditStore) async throws {
        let records = try await record(25, in: store)
        for start in [1, 2, 10, 24, 25] as [UInt64] {
            for limit in [1, 3, 100] {
                let page = try await store.records(of: "acme", from: start, limit: limit)
                let expected = records.dropFirst(Int(start) - 1).prefix(limit)
                try require(page == Array(expected), "from \(start), at most \(limit)")
            }
        }
        let behind = try await store.records(of: "acme", from: 26, limit: 5)
        try require(behind.isEmpty, "there is nothing behind the end")
        let all = try await store.records(of: "acme", from: 0, limit: 100)
        try require(all == records, "a number before the first is the first")
    }

    @Sendable static func survivesManyWriters(_ store: any AuditStore) async throws {
        // Several logs on one store are what several processes are.
        let logs = try (0..<4).map { _ in try log(store, every: 16) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for log in logs {
                for worker in 0..<5 {
                    group.addTask {
                        for number in 0..<10 {
                            try await log.record(event("acme", worker * 10 + number))
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let verification = try await AuditVerification(of: "acme", in: store)
        try require(verification.recordCount == 200, "every event is recorded once")
        try require(
            verification.isSound,
            "the chain is sound, with a checkpoint where one is due: \(verification.problems)"
        )
        try require(verification.unsignedCount <= 16, "no more stands unsigned than is allowed")
    }
}

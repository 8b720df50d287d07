import Signet
public import SignetAudit

/// What every ``SignetAudit/AuditStore`` must do, as checks that can be run.
public enum AuditStoreContract: Sendable {
    /// Makes a new, empty store.
    public typealias Make = @Sendable () async throws -> any AuditStore

    /// All clauses.
    public static let clauses: [ContractClause<Make>] = [
        clause("an empty store has nothing", isEmptyAtFirst),
        clause("what was appended is read as it was", keepsRecords),
        clause("a chain is extended at its end only", refusesOtherEnds),
        clause("two who extend one chain do not both succeed", letsOneWin),
        clause("tenants do not see each other, however alike their names are", separatesTenants),
        clause("checkpoints stand at the end of the chain only", keepsCheckpoints),
        clause("a closed segment is followed by one that goes on behind it", closesSegments),
        clause("closed segments are dropped, and nothing else is", dropsSegments),
        clause("redacted records take the place of whole ones", replacesRecords),
        clause("nothing is replaced when one record is not there", replacesAllOrNothing),
        clause("what was redacted does not come back", keepsRedactions),
        clause("a page begins and ends where it is told to", readsPages),
        clause("a log of many writers is whole", survivesManyWriters),
        clause("a chain is the same wherever it is kept", isTheSameEverywhere),
    ]

    private static func clause(
        _ description: String,
        _ body: @escaping @Sendable (any AuditStore) async throws -> Void
    ) -> ContractClause<Make> {
        ContractClause(description) { make in try await body(try await make()) }
    }

    // MARK: Material

    /// A log on a store, which makes records that fit.
    static func log(_ store: any AuditStore, every interval: UInt64 = 1000) throws -> AuditLog {
        AuditLog(
            store: store,
            signer: try AuditSigner(seed: [UInt8](repeating: 7, count: 32)),
            policy: AuditPolicy(checkpointInterval: interval)
        )
    }

    static func event(_ tenant: String = "acme", _ number: Int = 0) -> AuditEvent {
        AuditEvent(
            tenant: tenant,
            actor: "alice \"\u{1b}[0m é \u{85}\u{2028}\\",
            action: "thing.change",
            resource: resource,
            session: number % 2 == 0 ? session : nil,
            outcome: number % 3 == 0 ? .refused : .allowed,
            details: number % 2 == 0 ? [:] : ["note": "n\(number)\n", "ip": "192.0.2.7"]
        )
    }

    private static let resource = AnyID("thread_01j7nsj96je00838djrfaebxg7")
    private static let session = AnyID("session_01j7nsj96je00838djrfaebxg7")

    /// Records `count` events and gives the records.
    static func record(
        _ count: Int,
        for tenant: String = "acme",
        in store: any AuditStore
    ) async throws -> [AuditRecord] {
        let log = try log(store)
        for number in 0..<count { try await log.record(event(tenant, number)) }
        return try await store.records(of: tenant, from: 1, limit: count + 1)
    }

    /// The code with which `body` fails, or nil.
    static func refusal(
        _ body: () async throws(AuditError) -> Void
    ) async -> AuditError.Code? {
        do throws(AuditError) {
            try await body()
            return nil
        } catch {
            return error.code
        }
    }
}

import Signet
import SignetAudit
import SignetTesting
import Testing

@Suite struct `The audit log` {
    private static func refusal(_ event: AuditEvent) async -> AuditError.Code? {
        do throws(AuditError) {
            try await AuditLog(store: MemoryAuditStore(), signer: nil).record(event)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(arguments: [
        "", "Upper.case", "a..b", ".a", "a.", "a b", "1a", "a-b", "audit.redact", "audit.own",
        String(repeating: "a", count: 65),
    ])
    func `an action that is none is refused`(action: String) async {
        let event = AuditEvent(tenant: "t", actor: "a", action: action)
        #expect(await Self.refusal(event) == .invalidEvent)
    }

    @Test func `texts are refused and never cut`() async {
        let good = AuditEvent(
            tenant: String(repeating: "t", count: 256),
            actor: String(repeating: "a", count: 256),
            action: String(repeating: "a", count: 64),
            outcome: .init(rawValue: "partly"),
            details: ["note": String(repeating: "x", count: 4096)]
        )
        #expect(await Self.refusal(good) == nil)
        var bad: [AuditEvent] = []
        func change(_ body: (inout AuditEvent) -> Void) {
            var event = good
            body(&event)
            bad.append(event)
        }
        change { $0.tenant = "" }
        change { $0.tenant += "t" }
        change { $0.tenant = "a\u{0}b" }
        change { $0.actor = "" }
        change { $0.actor += "a" }
        change { $0.outcome = .init(rawValue: "Allowed") }
        change { $0.outcome = .init(rawValue: "") }
        change { $0.details["note"]?.append("x") }
        change { $0.details["No"] = "" }
        change { $0.details[""] = "" }
        change { event in
            for number in 0..<32 { event.details["n\(number)"] = "" }
        }
        for event in bad { #expect(await Self.refusal(event) == .invalidEvent) }
    }

    @Test func `an error says nothing of what the event says`() async {
        let event = AuditEvent(tenant: "t", actor: "a", action: "SECRET\u{1b}[0m")
        await #expect {
            try await AuditLog(store: MemoryAuditStore(), signer: nil).record(event)
        } throws: { error in
            !"\(error)".contains("SECRET")
        }
    }

    @Test func `salts differ, and so do the commitments to equal values`() async throws {
        let store = MemoryAuditStore()
        let log = AuditLog(store: store, signer: nil)
        for _ in 0..<50 {
            try await log.record(
                AuditEvent(tenant: "t", actor: "a", action: "x", details: ["a": "a"])
            )
        }
        let records = await store.records(of: "t", from: 1, limit: 100)
        let commitments = records.flatMap { record in
            [record.actor.commitment(name: "actor")]
                + record.details.map { $0.field.commitment(name: "actor") }
        }
        #expect(Set(commitments).count == 100)
        #expect(Set(records.map(\.id)).count == 50)
    }

    @Test func `nothing is recorded without entropy`() async throws {
        let store = MemoryAuditStore()
        let log = AuditLog(store: store, signer: nil, entropy: .failing())
        await #expect(throws: AuditError.self) {
            try await log.record(AuditEvent(tenant: "t", actor: "a", action: "x"))
        }
        #expect(await store.tenants().isEmpty)
    }

    @Test func `checkpoints are published as they are made`() async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: AuditCheckpoint.self)
        let log = AuditLog(
            store: MemoryAuditStore(),
            signer: try AuditSigner(seed: LogFixture.seed),
            policy: AuditPolicy(checkpointInterval: 3)
        ) { continuation.yield($0) }
        for number in 1...7 { try await log.record(LogFixture.event(number)) }
        try await log.checkpoint("acme")
        try await log.checkpoint("acme")
        continuation.finish()
        var sequences: [UInt64] = []
        for await checkpoint in stream {
            #expect(checkpoint.hasValidSignature)
            #expect(try AuditCheckpoint(json: checkpoint.json) == checkpoint)
            sequences.append(checkpoint.sequence)
        }
        #expect(sequences == [1, 4, 7])
    }

    @Test func `without a key there are no checkpoints and no seals`() async throws {
        let store = MemoryAuditStore()
        let log = AuditLog(store: store, signer: nil, policy: AuditPolicy(checkpointInterval: 1))
        for number in 1...5 { try await log.record(LogFixture.event(number)) }
        #expect(await store.checkpoints(of: "acme", from: 0, limit: 9).isEmpty)
        await #expect(throws: AuditError.self) { try await log.seal("acme") }
        let verification = try await AuditVerification(of: "acme", in: store)
        #expect(verification.isSound)
        #expect(verification.unsignedCount == 5)
    }

    @Test(arguments: [(3, 7), (7, 3), (1, 50)])
    func `another interval raises no false alarm`(first: UInt64, second: UInt64) async throws {
        let store = MemoryAuditStore()
        for interval in [first, second, first] {
            let log = AuditLog(
                store: store,
                signer: try AuditSigner(seed: LogFixture.seed),
                policy: AuditPolicy(checkpointInterval: interval)
            )
            for number in 1...20 { try await log.record(LogFixture.event(number)) }
            let verification = try await AuditVerification(of: "acme", in: store)
            #expect(verification.problems.isEmpty)
        }
    }

    @Test func `keys sign as RFC 8032 says`() throws {
        // Section 7.1, test 1: the public half of a private key.
        let seed = try #require(
            AuditHash("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
        )
        let signer = try AuditSigner(seed: seed.bytes)
        let text = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        #expect(signer.publicKey.description == text)
        #expect(AuditPublicKey(text) == signer.publicKey)
        #expect("\(signer)".contains(text))
        #expect(!"\(signer)".contains("9d61b19d"))
        #expect(throws: AuditError.self) { try AuditSigner(seed: [1, 2, 3]) }
        #expect(Set([try AuditSigner.makeSeed(), try AuditSigner.makeSeed()]).count == 2)
    }

    @Test func `hashes are those that another program computes`() async throws {
        #expect(
            AuditPosition.start(of: "acme").hash.description
                == "60e10b6bbec586ed53be0951def9ba62b330945d5df9961209884b14a8d6fd49"
        )
        let fixture = try LogFixture()
        try await fixture.record(2)
        let hashes = try await fixture.store.records(of: "acme", from: 1, limit: 9).map(\.hash)
        #expect(
            hashes.map(\.description) == [
                "3cce63fc2cc961e3fc2ce5e667bf5e5b0f054ed9acbac7ac3a76cb4ecaf369a4",
                "adb8ac087866a8ca278f3cea963af5d9083ac9783504482b9f83110ddaa95f49",
            ]
        )
    }
}

import ProcessTesting
import SignetAudit
import SignetStoreTesting
import Testing

@Suite struct `Several processes on one log` {
    private static let probe = Program("signet-probe")

    @Test func `two processes and a third that is killed lose nothing`() async throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/audit"
        async let first = Self.probe.run("audit", path, "first", "0")
        async let second = Self.probe.run("audit", path, "second", "0")
        async let killed = Self.probe.run("audit", path, "killed", "57")
        let outcomes = try await [first, second, killed]
        #expect(outcomes.map(\.status) == [0, 0, 137])
        let verification = try Self.verification(path)
        #expect(verification.problems.isEmpty)
        try await AuditStoreContract.requireRecords(
            of: outcomes.flatMap(\.lines),
            in: try DirectoryAuditStore(existing: path)
        )
        #expect(outcomes[0].lines.count == 320 && outcomes[2].lines.count >= 57)
    }

    @Test func `a log survives being killed again and again`() async throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/audit"
        var acknowledged: [String] = []
        for round in 0..<12 {
            let outcome = try await Self.probe.run("audit", path, "r\(round)", "\(round * 7 + 1)")
            #expect(outcome.status == 137)
            acknowledged += outcome.lines
            let verification = try Self.verification(path)
            #expect(verification.problems.isEmpty)
        }
        try await AuditStoreContract.requireRecords(
            of: acknowledged,
            in: try DirectoryAuditStore(existing: path)
        )
    }

    private static func verification(_ path: String) throws -> AuditVerification {
        let signer = try AuditSigner(seed: LogFixture.seed)
        return try AuditFileSet([path]).verify("acme", keys: [signer.publicKey])
    }
}

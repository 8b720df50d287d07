import Foundation
import ProcessTesting
import Signet
import SignetAudit
import SignetTesting

/// A log in a directory of its own, of which everything is known beforehand.
struct LogFixture {
    static let time: UInt64 = 1_726_234_567_890
    static let seed = [UInt8](repeating: 9, count: 32)

    let directory: TemporaryDirectory
    let store: DirectoryAuditStore
    let clock = ManualClock(milliseconds: time)
    let log: AuditLog
    let signer: AuditSigner

    /// The directory of the store.
    var path: String { "\(directory.path)/audit" }

    init(
        policy: AuditPolicy = AuditPolicy(checkpointInterval: 4, segmentLimit: 10),
        seed: UInt64 = 0
    ) throws {
        directory = try TemporaryDirectory()
        store = try DirectoryAuditStore(path: directory.path + "/audit", durability: .none)
        signer = try AuditSigner(seed: Self.seed)
        log = AuditLog(
            store: store,
            signer: signer,
            policy: policy,
            generator: .fixed(clock: clock, seed: seed),
            clock: clock.wallClock,
            entropy: .seeded(seed + 100)
        )
    }

    /// Events with all sorts of fields, by their number from 1.
    static func event(_ number: Int, tenant: String = "acme") -> AuditEvent {
        AuditEvent(
            tenant: tenant,
            actor: "user\(number % 3)",
            action: number % 2 == 0 ? "document.share" : "session.open",
            resource: AnyID("thread_01j7nsj96je00838djrfaebxg7"),
            session: AnyID("session_01j7nsj96je00838djrfaebxg7"),
            request: number % 2 == 0 ? AnyID("req_01j7nsj96je00838djrfaebxg7") : nil,
            outcome: number % 5 == 0 ? .refused : .allowed,
            details: ["ip": "192.0.2.\(number)", "note": "tab\there \"\(number)\""]
        )
    }

    /// Records events numbered from 1.
    func record(_ count: Int, tenant: String = "acme") async throws {
        for number in 1...count {
            clock.advance(by: 10)
            try await log.record(Self.event(number, tenant: tenant))
        }
    }

    /// The paths of a tenant's segments, in their order.
    func segments(_ tenant: String = "acme") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(tenant)")
            .filter { $0.hasSuffix(".jsonl") }.sorted().map { "\(path)/\(tenant)/\($0)" }
    }

    /// The lines of a file.
    func lines(_ file: String) throws -> [String] {
        try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// Writes the lines of a file.
    func write(_ lines: [String], to file: String) throws {
        try overwrite(file, with: Data((lines.joined(separator: "\n") + "\n").utf8))
    }

    /// Writes a file without waiting for the disk.
    func overwrite(_ file: String, with data: Data) throws {
        let handle = try FileHandle(forWritingTo: URL(filePath: file))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: data)
        try handle.close()
    }

    /// What looking through the files of a tenant gives.
    func verify(
        _ tenant: String = "acme",
        keys: Set<AuditPublicKey>? = nil,
        expecting positions: [AuditPosition] = [],
        checkpoints: [AuditCheckpoint] = []
    ) throws -> AuditVerification {
        try AuditFileSet([path]).verify(
            tenant,
            keys: keys ?? [signer.publicKey],
            expecting: positions,
            checkpoints: checkpoints
        )
    }
}

extension AuditVerification {
    /// The codes of the problems.
    var codes: [String] { problems.map(\.code.name) }
}

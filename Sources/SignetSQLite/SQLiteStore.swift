import Foundation
import GRDB
public import Signet
public import SignetRegistry

/// A store in one file of SQLite, for the processes of one machine: of live resources, of audit
/// logs, and of the flags of a rollout.
///
/// The file is in WAL mode: readers and the one writer do not wait for each other, and a process
/// that is killed loses nothing that a call has returned. When the power fails, the last calls may
/// be lost, but never a part of one (SQLite documentation, "PRAGMA synchronous", NORMAL). Records of
/// audit logs and changes of flags are on the disk before their call returns (FULL).
public final class SQLiteStore: RegistryStore {
    /// The bounds that the store enforces.
    public let policy: RegistryPolicy
    let database: SQLiteFile
    let clock: WallClock
    private let watchers = WakeUps()

    /// How soon changes of other processes are seen; SQLite tells nobody of them.
    private static let pause = Duration.milliseconds(200)

    /// Opens a store, or makes one.
    ///
    /// - Parameters:
    ///   - path: The file; its directory exists.
    ///   - policy: The bounds that the store enforces.
    ///   - clock: What leases are measured by.
    /// - Throws: ``RegistryError/Code-swift.struct/unavailable`` when the file cannot be used;
    ///   ``RegistryError/Code-swift.struct/damaged`` when it is none of ours.
    public init(
        path: String,
        policy: RegistryPolicy = RegistryPolicy(),
        clock: WallClock = .system
    ) throws(RegistryError) {
        self.policy = policy
        self.clock = clock
        database = try SQLiteFile(path: path)
    }

    /// Does a step in a transaction of its own, and wakes those who follow.
    func step<Result: Sendable>(
        _ body: @Sendable @escaping (NodeRows) throws -> Result
    ) async throws(RegistryError) -> Result {
        let policy = policy
        let (result, hasChanged) = try await database.write { database in
            let rows = NodeRows(database: database, policy: policy)
            let result = try body(rows)
            return (result, rows.hasChanged)
        }
        if hasChanged { watchers.wake() }
        return result
    }

    /// Looks at one moment of the file.
    func look<Result: Sendable>(
        _ body: @Sendable @escaping (NodeRows) throws -> Result
    ) async throws(RegistryError) -> Result {
        let policy = policy
        return try await database.read { database in
            try body(NodeRows(database: database, policy: policy))
        }
    }

    /// Tells that there may be new changes, of this process at once and of others soon.
    public func wakeUps() -> AsyncStream<Void> { watchers.stream(atLeastEvery: Self.pause) }
}

import Foundation
import GRDB
import SignetRegistry

/// A file of SQLite that several processes use, with its schema brought up to date.
struct SQLiteFile: Sendable {
    private let pool: DatabasePool
    private let durableSteps: DurableSteps

    /// How long to wait for another process that writes.
    private static let patience: TimeInterval = 10

    init(path: String) throws(RegistryError) {
        do {
            var configuration = GRDB.Configuration()
            configuration.busyMode = .timeout(Self.patience)
            configuration.label = "signet"
            let pool = try DatabasePool(path: path, configuration: configuration)
            try Schema.bringUpToDate(pool)
            self.pool = pool
            durableSteps = DurableSteps(pool)
        } catch {
            throw .translated(error)
        }
    }

    /// Looks at one moment of a file, whatever its schema, and changes nothing.
    static func look<Result>(
        path: String,
        _ body: (Database) throws -> Result
    ) throws(RegistryError) -> Result {
        do {
            var configuration = GRDB.Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(patience)
            return try DatabaseQueue(path: path, configuration: configuration).read(body)
        } catch {
            throw .translated(error)
        }
    }

    /// Runs a transaction that may write.
    func write<Value: Sendable, Failure: SQLiteFailure>(
        as failure: Failure.Type = RegistryError.self,
        _ body: @Sendable @escaping (Database) throws -> Value
    ) async throws(Failure) -> Value {
        do { return try await pool.write(body) } catch { throw .translated(error) }
    }

    /// Runs a step whose result outlives a failure of the machine; steps that come together are one
    /// transaction.
    func writeDurably<Value: Sendable, Failure: SQLiteFailure>(
        as failure: Failure.Type,
        _ body: @Sendable @escaping (Database) throws -> Value
    ) async throws(Failure) -> Value {
        do { return try await durableSteps.run(body) } catch { throw .translated(error) }
    }

    /// Looks at one moment.
    func read<Value: Sendable, Failure: SQLiteFailure>(
        as failure: Failure.Type = RegistryError.self,
        _ body: @Sendable @escaping (Database) throws -> Value
    ) async throws(Failure) -> Value {
        do { return try await pool.read(body) } catch { throw .translated(error) }
    }

    /// Lets what was deleted leave the journal as well, unless somebody reads just then.
    func forgetJournal() async {
        _ = try? await pool.writeWithoutTransaction { database in
            try database.checkpoint(.truncate)
        }
    }
}

import Foundation
import GRDB
import SignetRegistry

/// A file of SQLite that several processes use, with its schema brought up to date.
struct SQLiteFile: Sendable {
    private let pool: DatabasePool

    /// How long to wait for another process that writes.
    private static let patience: TimeInterval = 10

    init(path: String) throws(RegistryError) {
        pool = try Self.translating {
            var configuration = GRDB.Configuration()
            configuration.busyMode = .timeout(Self.patience)
            configuration.label = "signet"
            let pool = try DatabasePool(path: path, configuration: configuration)
            try Schema.migrator.migrate(pool)
            guard try pool.read(Schema.migrator.hasBeenSuperseded) == false else {
                throw RegistryError(.newerStore)
            }
            return pool
        }
    }

    /// Looks at one moment of a file, whatever its schema, and changes nothing.
    static func look<Result>(
        path: String,
        _ body: (Database) throws -> Result
    ) throws(RegistryError) -> Result {
        try translating {
            var configuration = GRDB.Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(patience)
            return try DatabaseQueue(path: path, configuration: configuration).read(body)
        }
    }

    /// Runs a transaction that may write.
    func write<Result: Sendable>(
        _ body: @Sendable @escaping (Database) throws -> Result
    ) async throws(RegistryError) -> Result {
        do { return try await pool.write(body) } catch { throw Self.translated(error) }
    }

    /// Looks at one moment.
    func read<Result: Sendable>(
        _ body: @Sendable @escaping (Database) throws -> Result
    ) async throws(RegistryError) -> Result {
        do { return try await pool.read(body) } catch { throw Self.translated(error) }
    }

    private static func translating<Result>(
        _ body: () throws -> Result
    ) throws(RegistryError) -> Result {
        do { return try body() } catch { throw translated(error) }
    }

    /// What SQLite says, without the texts and values of a statement.
    private static func translated(_ error: any Error) -> RegistryError {
        if let error = error as? RegistryError { return error }
        guard let error = error as? DatabaseError else {
            return RegistryError(.unavailable, cause: error)
        }
        let cause = SQLiteFault(code: error.extendedResultCode.rawValue)
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return RegistryError(.damaged, cause: cause)
        default: return RegistryError(.unavailable, cause: cause)
        }
    }
}

/// What SQLite refused with: its extended result code (sqlite.org/rescode.html).
struct SQLiteFault: Error, CustomStringConvertible {
    let code: Int32

    var description: String { "SQLite refused with result code \(code)" }
}

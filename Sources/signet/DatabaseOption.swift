import ArgumentParser
import Foundation
import SignetAudit
import SignetPostgres
import SignetRegistry
import SignetRollout
import SignetSQLite

/// What a database keeps: live resources, audit logs, and the flags of a rollout.
typealias DatabaseStore = AuditStore & FlagStore & RegistryStore

/// `--database URL`: a store in SQLite or Postgres.
struct DatabaseOption: ParsableArguments {
    /// The variable that names the database where the option does not.
    static let variable = "SIGNET_DATABASE"

    @Option(
        help: ArgumentHelp(
            """
            The database: sqlite:PATH or postgres://USER@HOST/DATABASE (default: the variable \
            \(Self.variable)).
            """,
            valueName: "url"
        )
    )
    var database: String?

    /// The URL, from the option or the variable; nil when neither names one.
    var url: String? {
        let url = database ?? ProcessInfo.processInfo.environment[Self.variable]
        return url.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Opens the database.
    ///
    /// - Parameter isNew: Whether a file of SQLite is made when there is none. Looking at one makes
    ///   none: a mistyped path is no empty store.
    /// - Returns: The store.
    /// - Throws: ``CommandFailure``.
    func open(makingNew isNew: Bool = false) async throws -> any DatabaseStore {
        try await either(makingNew: isNew) {
            try SQLiteStore(path: $0)
        } or: {
            try await PostgresStore(url: $0)
        }
    }

    /// Looks at the store of live resources without changing it.
    ///
    /// - Returns: What it is like.
    /// - Throws: ``CommandFailure``.
    func examination() async throws -> StoreExamination {
        try await either {
            try SQLiteStore.examine(path: $0)
        } or: {
            try await PostgresStore.examine(url: $0)
        }
    }

    /// Does the one with the path of a file, the other with the URL of a server.
    private func either<Value>(
        makingNew isNew: Bool = false,
        _ file: (String) async throws -> Value,
        or server: (String) async throws -> Value
    ) async throws -> Value {
        guard let url else {
            throw CommandFailure.usage(
                "name the database with --database or the variable \(Self.variable)"
            )
        }
        return try await RegistryFailure.rethrowing { () async throws in
            if let path = Self.sqlitePath(url) {
                guard isNew || FileManager.default.fileExists(atPath: path) else {
                    throw CommandFailure.usage("there is no file \(path)")
                }
                return try await file(path)
            }
            guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else {
                throw CommandFailure.usage("a database is sqlite:PATH or postgres://…")
            }
            return try await server(url)
        }
    }

    /// The file of a store in SQLite; nil for another URL.
    private static func sqlitePath(_ url: String) -> String? {
        guard url.hasPrefix("sqlite:") else { return nil }
        let path = url.dropFirst("sqlite:".count)
        return String(path.hasPrefix("//") ? path.dropFirst(2) : path)
    }
}

import ArgumentParser
import Foundation
import Signet
import SignetAudit
import SignetBridge
import SignetPostgres
import SignetRegistry
import SignetSQLite

/// `--database URL`: where a registry is kept.
struct DatabaseOption: ParsableArguments {
    /// The variable that names the store where the option does not.
    static let variable = "SIGNET_DATABASE"

    @Option(
        help: ArgumentHelp(
            """
            The store: sqlite:PATH or postgres://USER@HOST/DATABASE (default: the variable \
            \(Self.variable)).
            """,
            valueName: "url"
        )
    )
    var database: String?

    /// Whether the option or the variable names a store.
    var isNamed: Bool { (try? url()) != nil }

    /// The URL, from the option or the variable.
    private func url() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        guard let url = database ?? environment[Self.variable], !url.isEmpty else {
            throw CommandFailure.usage(
                "name the store with --database or the variable \(Self.variable)"
            )
        }
        return url
    }

    /// The file of a store in SQLite, or nil.
    func sqlitePath() throws -> String? {
        let url = try url()
        guard url.hasPrefix("sqlite:") else { return nil }
        let path = url.dropFirst("sqlite:".count)
        return String(path.hasPrefix("//") ? path.dropFirst(2) : path)
    }

    /// Opens the store.
    ///
    /// None is made: a mistyped path is no empty registry.
    func store() async throws -> any RegistryStore {
        try await either {
            try SQLiteStore(path: $0)
        } or: {
            try await PostgresStore(url: $0)
        }
    }

    /// Looks at the store without changing it.
    func examination() async throws -> StoreExamination {
        try await either {
            try SQLiteStore.examine(path: $0)
        } or: {
            try await PostgresStore.examine(url: $0)
        }
    }

    /// Does the one with the path of a file that is there, the other with the URL of a server.
    private func either<Value>(
        _ file: (String) async throws -> Value,
        or server: (String) async throws -> Value
    ) async throws -> Value {
        let url = try url()
        return try await RegistryFailure.rethrowing { () async throws in
            if let path = try sqlitePath() {
                guard FileManager.default.fileExists(atPath: path) else {
                    throw CommandFailure.usage("there is no file \(path)")
                }
                return try await file(path)
            }
            guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else {
                throw CommandFailure.usage("a store is sqlite:PATH or postgres://…")
            }
            return try await server(url)
        }
    }
}

/// What every look across owners needs: the store, who looks and why, and the log that says so.
struct AdministrationOptions: ParsableArguments {
    @OptionGroup var databaseOption: DatabaseOption
    @OptionGroup var account: AuditAccountOptions

    @Option(
        help: ArgumentHelp(
            "The audit log that records the look (default: PATH.audit beside a SQLite file).",
            valueName: "dir"
        ),
        completion: .directory
    )
    var audit: String?

    @Option(help: "Whose audit log.")
    var tenant = "signet"

    @OptionGroup var signing: AuditSigningOption

    /// Opens the way across owners.
    func administration(_ common: CommonOptions) async throws -> Administration {
        let store = try await databaseOption.store()
        guard let path = try audit ?? databaseOption.sqlitePath().map({ $0 + ".audit" }) else {
            throw CommandFailure.usage("name the audit log that records this with --audit")
        }
        let records: any AuditStore
        do throws(AuditError) { records = try DirectoryAuditStore(path: path) } catch {
            throw CommandFailure.usage(error.description)
        }
        let log = try signing.log(records, common)
        let registry = Registry(store: store, bridge: try common.bridge())
        do throws(RegistryError) {
            return try registry.administer(
                as: account.actor,
                reason: account.reason,
                tenant: tenant,
                audit: log
            )
        } catch {
            throw CommandFailure.usage(error.description)
        }
    }
}

/// Gives errors of a registry their exit status.
enum RegistryFailure {
    static func rethrowing<Value>(_ body: () async throws -> Value) async throws -> Value {
        do { return try await body() } catch { throw status(of: error) }
    }

    private static func status(of error: any Error) -> any Error {
        guard let error = error as? RegistryError else { return error }
        switch error.code {
        case .notFound: return CommandFailure(message: error.description, status: 1)
        case .badName, .kindMissing, .ambiguousName, .badOwner, .reasonMissing, .undeclaredKind:
            return CommandFailure.usage(error.description)
        default: return CommandFailure.failed(error.description)
        }
    }
}

import ArgumentParser
import Foundation
import SignetAudit
import SignetConfiguration
import SignetOutput

/// `STORE` or `--database URL`: where an audit log is kept.
struct AuditStoreArgument: ParsableArguments {
    @Argument(
        help: "The store: a directory, also written as directory:PATH (default: the database).",
        completion: .directory
    )
    var store: String?

    @OptionGroup var databaseOption: DatabaseOption

    /// Opens the store.
    ///
    /// - Parameter isNew: Whether a directory, or a file of SQLite, is made when there is none.
    /// - Returns: The store.
    /// - Throws: ``CommandFailure``.
    func open(makingNew isNew: Bool = false) async throws -> any AuditStore {
        guard let store else {
            guard databaseOption.url != nil else {
                throw CommandFailure.usage(
                    "name the store of the log: a directory, --database URL, or the variable "
                        + DatabaseOption.variable
                )
            }
            return try await databaseOption.open(makingNew: isNew)
        }
        guard databaseOption.database == nil else {
            throw CommandFailure.usage("a log is in a directory or in a database: name one of them")
        }
        guard !store.contains("://"), !store.hasPrefix("sqlite:") else {
            throw CommandFailure.usage(
                "an audit store is a directory, PATH or directory:PATH; "
                    + "name a database with --database"
            )
        }
        return try Self.open(directory: store, makingNew: isNew)
    }

    private static func open(
        directory: String,
        makingNew isNew: Bool
    ) throws -> any AuditStore {
        let prefix = "directory:"
        let path =
            directory.hasPrefix(prefix) ? String(directory.dropFirst(prefix.count)) : directory
        let report = { @Sendable (recovery: AuditRecovery) in
            StandardError.write(
                "signet: \(TerminalText.escaped(recovery.file)): cut off \(recovery.byteCount) "
                    + "bytes of a record that was not finished, behind record "
                    + "\(recovery.sequence)\n"
            )
        }
        do throws(AuditError) {
            return isNew
                ? try DirectoryAuditStore(path: path, report: report)
                : try DirectoryAuditStore(existing: path, report: report)
        } catch {
            throw CommandFailure.usage(error.description)
        }
    }
}

/// `--tenant TENANT`: whose log.
struct AuditTenantOption: ParsableArguments {
    @Option(help: "Whose log; needed where the store has those of several tenants.")
    var tenant: String?

    /// The tenant that is named, or the only one.
    func tenant(in store: any AuditStore) async throws -> String {
        if let tenant { return tenant }
        let tenants = try await AuditFailure.rethrowing { () async throws(AuditError) in
            try await store.tenants()
        }
        guard let only = tenants.first, tenants.count == 1 else {
            throw CommandFailure.usage(
                tenants.isEmpty
                    ? "the store has no records" : "the store has several tenants: give --tenant"
            )
        }
        return only
    }
}

/// The key that signs checkpoints.
struct AuditSigningOption: ParsableArguments {
    /// The variable that holds the key where nothing else says so.
    static let variable = "SIGNET_AUDIT_KEY"

    @Option(
        name: .customLong("signing-key"),
        help: ArgumentHelp(
            """
            The file of the private key that signs checkpoints (default: keys.audit of the \
            configuration, or the variable \(Self.variable)).
            """,
            valueName: "file"
        ),
        completion: .file()
    )
    var signingKey: String?

    /// The signer, if there is a key.
    func signer(_ common: CommonOptions) throws -> AuditSigner? {
        let environment = ProcessInfo.processInfo.environment
        var place = signingKey.map { KeySources.Place.file($0) }
        place = try place ?? common.configuration().auditKeys?.signing
        if place == nil, environment[Self.variable] != nil {
            place = .environment(Self.variable)
        }
        guard let place else { return nil }
        let seed = try CommandFailure.rethrowing {
            try place.load(environment, "the private key of the audit log")
        }
        return try AuditFailure.translating { () throws(AuditError) in try AuditSigner(seed: seed) }
    }

    /// A log on a store.
    func log(_ store: any AuditStore, _ common: CommonOptions) throws -> AuditLog {
        AuditLog(store: store, signer: try signer(common))
    }
}

/// Who does something to a log, and why: it goes on record.
struct AuditAccountOptions: ParsableArguments {
    @Option(name: .customLong("by"), help: "Who wants it; this goes on record.")
    var actor: String

    @Option(help: "Why; this goes on record and is never redacted.")
    var reason: String
}

/// Gives errors of audit logs their exit status.
enum AuditFailure {
    /// Of work that does not wait.
    static func translating<Value>(_ body: () throws(AuditError) -> Value) throws -> Value {
        do throws(AuditError) { return try body() } catch { throw CommandFailure(error) }
    }

    /// Of work that waits.
    static func rethrowing<Value>(
        _ body: () async throws(AuditError) -> Value
    ) async throws -> Value {
        do throws(AuditError) { return try await body() } catch { throw CommandFailure(error) }
    }
}

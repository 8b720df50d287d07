import ArgumentParser
import SignetAudit
import SignetBridge
import SignetRegistry

/// What every look across owners needs: the store, who looks and why, and the log that says so.
struct AdministrationOptions: ParsableArguments {
    @OptionGroup var databaseOption: DatabaseOption
    @OptionGroup var account: AuditAccountOptions

    @Option(
        help: ArgumentHelp(
            "The directory of the audit log that records it (default: the database itself).",
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
        let store = try await databaseOption.open()
        let records = try audit.map { path in
            try AuditFailure.translating { () throws(AuditError) -> any AuditStore in
                try DirectoryAuditStore(path: path)
            }
        }
        let log = try signing.log(records ?? store, common)
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

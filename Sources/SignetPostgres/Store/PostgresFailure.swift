import SignetAudit
import SignetRegistry
import SignetRollout

/// What the errors of the parts that share a database have in common.
protocol PostgresFailure: Error {
    /// What an error of the connection means to who uses the store.
    init(_ error: PostgresError)

    /// A row is not what a store writes.
    init(damage cause: any Error)
}

extension RegistryError: PostgresFailure {
    init(_ error: PostgresError) {
        let code: Code =
            switch error.code {
            case .migration: .newerStore
            case .decoding: .damaged
            case .outcomeUnknown: .outcomeUnknown
            default: .unavailable
            }
        self.init(code, cause: error)
    }

    init(damage cause: any Error) { self.init(.damaged, cause: cause) }
}

extension AuditError: PostgresFailure {
    init(_ error: PostgresError) { self.init(.storeFailed, error.description) }

    init(damage cause: any Error) { self.init(.corrupted) }
}

extension RolloutError: PostgresFailure {
    init(_ error: PostgresError) { self.init(.storeFailed, error.description) }

    init(damage cause: any Error) {
        self.init(.storeFailed, "the store of flags has a row that is none")
    }
}

import GRDB
import SignetAudit
import SignetRegistry
import SignetRollout

/// What the errors of the parts that share a file have in common.
protocol SQLiteFailure: Error {
    /// Gives a refusal of SQLite its meaning.
    ///
    /// - Parameters:
    ///   - cause: What SQLite says, without the texts and values of a statement.
    ///   - isDamaged: Whether the file is no database, or a broken one.
    init(_ cause: any Error, isDamaged: Bool)
}

extension SQLiteFailure {
    /// An error of its own as it is, one of SQLite with its meaning here.
    static func translated(_ error: any Error) -> Self {
        if let error = error as? Self { return error }
        guard let error = error as? DatabaseError else { return Self(error, isDamaged: false) }
        let isDamaged = [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
        return Self(SQLiteFault(code: error.extendedResultCode.rawValue), isDamaged: isDamaged)
    }
}

extension RegistryError: SQLiteFailure {
    init(_ cause: any Error, isDamaged: Bool) {
        self.init(isDamaged ? .damaged : .unavailable, cause: cause)
    }
}

extension AuditError: SQLiteFailure {
    init(_ cause: any Error, isDamaged: Bool) {
        self.init(.storeFailed, "the store cannot be read or written: \(cause)")
    }
}

extension RolloutError: SQLiteFailure {
    init(_ cause: any Error, isDamaged: Bool) {
        self.init(.storeFailed, "the store of the flags cannot be read or written: \(cause)")
    }
}

/// What SQLite refused with: its extended result code (sqlite.org/rescode.html).
struct SQLiteFault: Error, CustomStringConvertible {
    let code: Int32

    var description: String { "SQLite refused with result code \(code)" }
}

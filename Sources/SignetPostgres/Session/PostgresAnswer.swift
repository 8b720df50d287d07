import CPostgres

/// Owns a `PGresult`.
///
/// `@unchecked Sendable`: libpq only reads a result after it has made it (its manual, "Behavior in
/// Threaded Programs"), and here nothing changes one.
@safe final class PostgresAnswer: @unchecked Sendable {
    private let result: OpaquePointer

    init(owning result: OpaquePointer) {
        unsafe self.result = result
    }

    deinit {
        unsafe PQclear(result)
    }

    var status: ExecStatusType { unsafe PQresultStatus(result) }
    var rows: Int { unsafe Int(PQntuples(result)) }
    var columns: Int { unsafe Int(PQnfields(result)) }
    var affected: Int { unsafe Int(String(cString: PQcmdTuples(result))) ?? 0 }
    var tag: String { unsafe String(cString: PQcmdStatus(result)) }

    func type(_ column: Int32) -> PostgresType {
        unsafe PostgresType(number: PQftype(result, column))
    }

    func isNull(_ row: Int32, _ column: Int32) -> Bool {
        unsafe PQgetisnull(result, row, column) == 1
    }

    func length(_ row: Int32, _ column: Int32) -> Int {
        unsafe Int(PQgetlength(result, row, column))
    }

    func start(_ row: Int32, _ column: Int32) -> UnsafeRawPointer {
        unsafe UnsafeRawPointer(PQgetvalue(result, row, column))
    }

    /// The server's refusal, without its sentence, which quotes values.
    var error: PostgresError {
        let state = field("C")
        return PostgresError(
            state.map(PostgresError.isLoss) ?? true ? .connectionLost : .refused,
            sqlState: state,
            constraint: field("n")
        )
    }

    /// A field of an error; its letter is the one of the protocol.
    private func field(_ letter: Unicode.Scalar) -> String? {
        unsafe PQresultErrorField(result, Int32(letter.value)).map { unsafe String(cString: $0) }
    }
}

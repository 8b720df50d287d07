import SignetConnections

extension PostgresError {
    /// What a pool's refusal means to its caller.
    init(refusal: PoolRefusal<any Error>) {
        switch refusal {
        case .timedOut, .crowded: self.init(.exhausted)
        case .cancelled: self.init(.cancelled)
        case .closed: self.init(.closed)
        case .notMade(let failure as SystemFailure): self.init(failure: failure)
        case .notMade: self.init(.notRecorded)
        }
    }

    /// The system refuses a thread or a descriptor.
    init(failure: SystemFailure) {
        self.init(.resources, subject: "errno \(failure.number)")
    }

    /// Whether a prepared statement is older than the schema (`0A000`: a cached plan must not change
    /// its result type) or gone (`26000`), so that preparing it anew helps.
    var isStale: Bool { sqlState == "0A000" || sqlState == "26000" }

    /// Whether connecting again cannot help: a wrong password, an unknown user or database.
    var isFinal: Bool {
        guard let sqlState else { return subject != nil }
        return !Self.isLoss(sqlState) && sqlState != "53300"
    }

    /// Whether the server says that it goes away, or that the connection is broken.
    ///
    /// Class 08 and `57P01` to `57P05`.
    static func isLoss(_ state: String) -> Bool {
        state.hasPrefix("08") || state.hasPrefix("57P0")
    }
}

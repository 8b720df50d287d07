import SignetConnections

extension RedisError {
    /// What a pool's refusal means to its caller.
    init(refusal: PoolRefusal<any Error>) {
        switch refusal {
        case .timedOut, .crowded: self.init(.exhausted)
        case .cancelled: self.init(.cancelled)
        case .closed: self.init(.closed)
        case .notMade(is SystemFailure): self.init(.resources)
        case .notMade: self.init(.notRecorded)
        }
    }

    /// Whether connecting again cannot help.
    var isFinal: Bool { code == .unreachable && word != nil && !isPassing }

    /// Whether the server says that it will soon be better: it reads its data, or has no master.
    var isPassing: Bool {
        ["LOADING", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN"].contains(word ?? "")
    }
}

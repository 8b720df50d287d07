import SignetConnections

extension PostgresSession {
    /// Runs a closure's statements as one transaction.
    ///
    /// What the closure throws undoes it all. Inside another transaction it is a savepoint: only
    /// what it did is undone, and the outer one may go on.
    ///
    /// - Parameters:
    ///   - mode: How far it is kept apart from others; inside another one, without meaning.
    ///   - body: What to do.
    /// - Returns: What the closure returns, once the server has stored it.
    /// - Throws: What the closure throws, or ``PostgresError``.
    @discardableResult
    public func transaction<Value>(
        _ mode: PostgresTransactionMode = .readCommitted,
        _ body: (PostgresSession) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value {
        depth == 0 ? try outermost(mode, body) : try savepoint(body)
    }

    /// Lets the transaction be undone in the end, while its closure returns as usual.
    public func rollBackOnly() {
        isRollBackOnly = true
    }

    private func outermost<Value>(
        _ mode: PostgresTransactionMode,
        _ body: (PostgresSession) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value {
        pendingBegin = mode
        depth = 1
        isRollBackOnly = false
        defer {
            pendingBegin = nil
            depth = 0
        }
        let value: Value
        do throws(PostgresError) {
            value = try body(self)
        } catch {
            rollBack()
            throw error
        }
        guard !isRollBackOnly else {
            rollBack()
            return value
        }
        // Nothing was asked, so nothing has begun.
        guard pendingBegin == nil else { return value }
        do throws(PostgresError) {
            try commit()
        } catch {
            rollBack()
            throw error
        }
        return value
    }

    private func commit() throws(PostgresError) {
        guard let link, !link.isBroken else { throw PostgresError(.connectionLost) }
        // From here on a loss leaves the outcome open.
        isCommitting = true
        defer { isCommitting = false }
        let result = try query("COMMIT")
        // Postgres answers so when a statement failed before and the closure went on regardless.
        guard result.tag == "COMMIT" else { throw PostgresError(.refused, sqlState: "25P02") }
    }

    /// Undoes the transaction; a connection on which that takes long is closed, which undoes it too.
    private func rollBack() {
        guard let link, !link.isIdle else { return }
        let interrupted = wait
        wait = graceWait()
        defer { wait = interrupted }
        pendingBegin = nil
        do throws(PostgresError) {
            _ = try exchange([PostgresStatement("ROLLBACK")])
        } catch {
            dropLink()
        }
    }

    private func savepoint<Value>(
        _ body: (PostgresSession) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value {
        let name = "signet_\(depth)"
        try query("SAVEPOINT \(name)")
        depth += 1
        defer { depth -= 1 }
        let value: Value
        do throws(PostgresError) {
            value = try body(self)
        } catch {
            if link != nil { try query("ROLLBACK TO SAVEPOINT \(name)") }
            throw error
        }
        try query("RELEASE SAVEPOINT \(name)")
        return value
    }

    /// Runs a step, again where that is right.
    ///
    /// Conflicts with other transactions are repeated, and what the loss of a connection has
    /// surely undone; what it may not have undone, only when the step may be done twice.
    func repeating<Value>(
        isIdempotent: Bool,
        _ step: (PostgresSession) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value {
        let backoff = Backoff(first: .milliseconds(2), longest: .milliseconds(500))
        var failures = 0
        mayBeDone = false
        while true {
            do throws(PostgresError) {
                return try step(self)
            } catch {
                failures += 1
                let mayRepeat =
                    error.isConflict || error.isStale || error.code == .connectionLost
                    || isIdempotent && error.code == .outcomeUnknown
                guard mayRepeat, failures < configuration.attempts, !deadline.isOver else {
                    throw error
                }
                mayBeDone = mayBeDone || error.code == .outcomeUnknown
                let pause = wait.until(deadline.atMost(backoff.delay(after: failures)))
                if pause.wait(for: -1, []) == .cancelled { throw error }
            }
        }
    }
}

import CPostgres
import SignetConnections

extension PostgresSession {
    /// The connection: the one that stands, or a new one.
    ///
    /// - Throws: ``PostgresError/Code-swift.struct/connectionLost`` inside a transaction whose
    ///   connection is gone; ``PostgresError/Code-swift.struct/unreachable`` when no new one can be
    ///   made in time.
    func openLink() throws(PostgresError) -> PostgresLink {
        if let link {
            let isBegun = depth > 0 && pendingBegin == nil
            if isBegun || isAlive(link) { return link }
            dropLink()
        }
        guard depth == 0 || pendingBegin != nil else { throw PostgresError(.connectionLost) }
        let limit = deadline.atMost(configuration.connectLimit)
        let backoff = Backoff()
        var failures = 0
        while true {
            do throws(PostgresError) {
                return try connect(until: limit)
            } catch {
                failures += 1
                guard error.code == .unreachable, !error.isFinal, !limit.isOver else { throw error }
                let pause = limit.atMost(backoff.delay(after: failures))
                if wait.until(pause).wait(for: -1, []) == .cancelled {
                    throw PostgresError(.cancelled)
                }
            }
        }
    }

    /// Closes the connection; the next operation makes a new one.
    func dropLink() {
        link = nil
        names = [:]
        channels = []
    }

    /// Whether an idle connection still stands.
    ///
    /// One that is well has nothing to say, unless it listens: what can be read is the server's
    /// farewell, or the end of the stream.
    private func isAlive(_ link: PostgresLink) -> Bool {
        guard !link.isBroken else { return false }
        guard SocketWait.isReadable(link.socket) else { return true }
        return !channels.isEmpty && link.consume() && !link.isBroken
    }

    private func connect(until limit: Deadline) throws(PostgresError) -> PostgresLink {
        guard let link = PostgresLink(configuration) else { throw PostgresError(.resources) }
        var events = SocketWait.Events.write
        while true {
            guard !link.isBroken else { throw unreachable(link) }
            switch wait.until(limit).wait(for: link.socket, events) {
            case .ready: break
            case .timedOut: throw PostgresError(.unreachable)
            case .cancelled: throw PostgresError(.cancelled)
            }
            switch link.polling {
            case PGRES_POLLING_READING: events = .read
            case PGRES_POLLING_WRITING: events = .write
            case PGRES_POLLING_OK:
                guard link.makeNonblocking() else { throw PostgresError(.unreachable) }
                self.link = link
                try prepareSession()
                return link
            default: throw unreachable(link)
            }
        }
    }

    private func unreachable(_ link: PostgresLink) -> PostgresError {
        PostgresError(
            .unreachable,
            sqlState: link.startState,
            subject: link.neededPassword ? "the server asks for a password" : nil
        )
    }

    /// Sets what the server itself sees to, should this program hang or vanish.
    private func prepareSession() throws(PostgresError) {
        let milliseconds = String(Int64(configuration.statementLimit / .milliseconds(1)))
        let settings = [
            "statement_timeout": milliseconds,
            "idle_in_transaction_session_timeout": milliseconds,
            "client_connection_check_interval": "1s",
        ].merging(configuration.settings) { _, chosen in chosen }
        let begun = (depth, pendingBegin)
        (depth, pendingBegin) = (0, nil)
        defer { (depth, pendingBegin) = begun }
        do throws(PostgresError) {
            _ = try exchange([
                PostgresStatement(
                    """
                    SELECT set_config(name, value, false)
                    FROM unnest($1::text[], $2::text[]) AS wish (name, value)
                    WHERE EXISTS (SELECT FROM pg_settings WHERE pg_settings.name = wish.name)
                    """,
                    [.texts(settings.keys.map(\.self)), .texts(settings.values.map(\.self))]
                )
            ])
        } catch {
            dropLink()
            // Nothing of the caller's was sent.
            throw PostgresError(
                error.code == .outcomeUnknown ? .unreachable : error.code,
                sqlState: error.sqlState
            )
        }
    }
}

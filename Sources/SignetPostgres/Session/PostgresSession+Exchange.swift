import SignetConnections

extension PostgresSession {
    /// How many statements a connection keeps prepared.
    private static let nameLimit = 256

    /// Sends statements together and reads their answers.
    ///
    /// - Throws: ``PostgresError``. A connection that is lost is let go; the next operation makes a
    ///   new one.
    func exchange(_ statements: [PostgresStatement]) throws(PostgresError) -> [PostgresResult] {
        let link = try openLink()
        // Until here nothing was sent.
        var exchange = PostgresExchange()
        do throws(PostgresError) {
            try send(statements, on: link, &exchange)
            try readAll(from: link, &exchange)
        } catch {
            throw failed(error)
        }
        for (key, name) in exchange.prepared { names[key] = name }
        guard link.exitPipeline() else { throw failed(PostgresError(.connectionLost)) }
        if let failure = exchange.failure {
            if failure.code == .connectionLost { throw failed(failure) }
            // A plan that no longer fits its tables is made anew under a new name.
            if failure.isStale { names = [:] }
            // The server's own limit came before ours.
            throw failure.sqlState == "57014"
                ? PostgresError(.timedOut, sqlState: failure.sqlState) : failure
        }
        return exchange.answers.map(PostgresResult.init)
    }

    private func send(
        _ statements: [PostgresStatement],
        on link: PostgresLink,
        _ exchange: inout PostgresExchange
    ) throws(PostgresError) {
        if names.count >= Self.nameLimit { try forgetNames(on: link) }
        guard link.enterPipeline() else { throw PostgresError(.connectionLost) }
        var fresh: [PostgresStatement.Key: String] = [:]
        for (index, statement) in statements.enumerated() {
            let key = statement.key
            var isSent = true
            let name: String
            if let known = names[key] ?? fresh[key] {
                name = known
            } else {
                preparedCount += 1
                name = "s\(preparedCount)"
                fresh[key] = name
                isSent = link.prepare(name, statement)
                exchange.expect(.prepare(key, name: name))
            }
            guard isSent, link.execute(name, statement.values) else {
                throw PostgresError(.connectionLost)
            }
            exchange.expect(.execute)
            // So that the server has something to do while the rest is written down.
            if index % 64 == 63, link.flush() == nil { throw PostgresError(.connectionLost) }
        }
        guard link.sync() else { throw PostgresError(.connectionLost) }
    }

    /// Reads all answers; when time runs out or the task is cancelled, asks the server to stop and
    /// reads what it says to that.
    private func readAll(
        from link: PostgresLink,
        _ exchange: inout PostgresExchange
    ) throws(PostgresError) {
        do throws(PostgresError) {
            try exchange.read(from: link, wait)
        } catch {
            guard error.code == .timedOut || error.code == .cancelled else { throw error }
            let requests = try cancel(link, &exchange)
            let isEnded = exchange.failure?.sqlState == "57014"
            // Another request may still be under way, and would end the next statement.
            guard isEnded, requests == 1 else {
                dropLink()
                if isEnded { throw error }
                return
            }
            guard link.exitPipeline() else { throw PostgresError(.connectionLost) }
            throw error
        }
    }

    /// Asks the server to end what it is at, again when it had not yet begun, and reads what it
    /// says to that.
    ///
    /// - Returns: How often it was asked.
    /// - Throws: ``PostgresError/Code-swift.struct/connectionLost`` when it says nothing in time.
    private func cancel(
        _ link: PostgresLink,
        _ exchange: inout PostgresExchange
    ) throws(PostgresError) -> Int {
        let end = Deadline(after: configuration.cancelLimit)
        let patience = configuration.cancelLimit / 4
        var requests = 0
        while true {
            link.requestCancel()
            requests += 1
            do throws(PostgresError) {
                try exchange.read(from: link, graceWait().until(end.atMost(patience)))
                return requests
            } catch {
                guard error.code == .timedOut, !end.isOver else {
                    throw PostgresError(.connectionLost)
                }
            }
        }
    }

    /// A wait that heeds neither the caller's time nor its cancellation.
    func graceWait() -> SocketWait {
        let deadline = Deadline(after: configuration.cancelLimit)
        return SocketWait(bell: bell, ticket: Ticket(bell: bell), deadline: deadline)
    }

    /// What an error after sending means, and the end of a broken connection.
    ///
    /// Outside a transaction, whoever loses the connection does not know whether the server has
    /// done its work; inside one, it surely undoes it.
    private func failed(_ error: PostgresError) -> PostgresError {
        guard error.code == .connectionLost else { return error }
        dropLink()
        let isUndone = depth > 0 && !isCommitting
        return PostgresError(
            isUndone ? .connectionLost : .outcomeUnknown,
            sqlState: error.sqlState
        )
    }

    /// Lets go of all prepared statements, when a program makes its texts up instead of keeping
    /// them constant.
    private func forgetNames(on link: PostgresLink) throws(PostgresError) {
        names = [:]
        guard link.enterPipeline() else { throw PostgresError(.connectionLost) }
        var exchange = PostgresExchange()
        preparedCount += 1
        let name = "s\(preparedCount)"
        let statement = PostgresStatement("DEALLOCATE ALL")
        guard link.prepare(name, statement), link.execute(name, []), link.sync() else {
            throw PostgresError(.connectionLost)
        }
        exchange.expect(.prepare(statement.key, name: name))
        exchange.expect(.execute)
        try exchange.read(from: link, wait)
        guard link.exitPipeline() else { throw PostgresError(.connectionLost) }
    }
}

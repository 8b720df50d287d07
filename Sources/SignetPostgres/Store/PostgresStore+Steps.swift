import SignetRegistry

extension PostgresStore {
    /// Does a step of the registry in a transaction of its own, and wakes those who follow.
    ///
    /// What the body throws undoes the step.
    func step<Value: Sendable>(
        _ body: @Sendable (PostgresRows) throws -> Value
    ) async throws(RegistryError) -> Value {
        let policy = policy
        let mark = Self.newMark
        let value = try await change(as: RegistryError.self) { session in
            try body(PostgresRows(session, policy: policy, mark: mark))
        }
        relay.note()
        return value
    }

    /// Does what is one statement of the registry, or reads.
    func look<Value: Sendable>(
        _ body: @Sendable (PostgresRows) throws -> Value
    ) async throws(RegistryError) -> Value {
        let policy = policy
        let mark = Self.newMark
        return try await look(as: RegistryError.self) { session in
            try body(PostgresRows(session, policy: policy, mark: mark))
        }
    }

    /// Ends nodes in one go, and wakes those who follow.
    func ending(
        _ body: @Sendable (PostgresRows) throws -> [Node]
    ) async throws(RegistryError) -> [Node] {
        let ended = try await look(body)
        if !ended.isEmpty { relay.note() }
        return ended
    }

    /// Does a step in a transaction of its own, which what the body throws undoes.
    func change<Value: Sendable, Failure: PostgresFailure>(
        as failure: Failure.Type,
        limit: Duration? = nil,
        _ body: @Sendable (PostgresSession) throws -> Value
    ) async throws(Failure) -> Value {
        let outcome: Result<Value, Failure>
        do throws(PostgresError) {
            outcome = try await pool.transaction(isIdempotent: true, limit: limit) {
                (session) throws(PostgresError) in
                let result: Result<Value, Failure> = try Self.attempt { try body(session) }
                if case .failure = result { session.rollBackOnly() }
                return result
            }
        } catch {
            throw Failure(error)
        }
        return try outcome.get()
    }

    /// Does what is one statement, or reads.
    func look<Value: Sendable, Failure: PostgresFailure>(
        as failure: Failure.Type,
        _ body: @Sendable (PostgresSession) throws -> Value
    ) async throws(Failure) -> Value {
        let outcome: Result<Value, Failure>
        do throws(PostgresError) {
            outcome = try await pool.run(isIdempotent: true) { (session) throws(PostgresError) in
                try Self.attempt { try body(session) }
            }
        } catch {
            throw Failure(error)
        }
        return try outcome.get()
    }

    /// What a call marks its rows with, to find its own work after a lost connection.
    static var newMark: Int64 { Int64.random(in: 1...(.max)) }

    /// Parts the refusals of a store from the errors of the connection, which are repeated.
    private static func attempt<Value, Failure: PostgresFailure>(
        _ body: () throws -> Value
    ) throws(PostgresError) -> Result<Value, Failure> {
        do {
            return .success(try body())
        } catch let error as PostgresError {
            throw error
        } catch let error as Failure {
            return .failure(error)
        } catch {
            return .failure(Failure(damage: error))
        }
    }
}

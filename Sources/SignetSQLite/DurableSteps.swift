import GRDB
import Synchronization

/// Steps that are on the disk when they return, as many in one transaction as come together.
///
/// Waiting for the disk is what they take long for, and waiting once serves all. Each has a
/// savepoint: one that is refused undoes nothing of the others.
final class DurableSteps: Sendable {
    private let pool: DatabasePool
    private let waiting = Mutex<[Step]>([])

    private struct Step: Sendable {
        /// Does it, and keeps what came of it.
        let attempt: @Sendable (Database) -> Void
        /// Tells who waits for it, with the error of the transaction if there is one.
        let finish: @Sendable ((any Error)?) -> Void
    }

    /// What came of a step.
    private final class Outcome<Value: Sendable>: Sendable {
        let result = Mutex<Result<Value, any Error>?>(nil)
    }

    init(_ pool: DatabasePool) { self.pool = pool }

    /// Runs a step; returns when it is on the disk.
    func run<Value: Sendable>(
        _ body: @Sendable @escaping (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let outcome = Outcome<Value>()
            let step = Step { database in
                let result = Result { try Self.inSavepoint(database, body) }
                outcome.result.withLock { $0 = result }
            } finish: { error in
                let result = outcome.result.withLock { $0 }
                if case .failure(let own)? = result { return continuation.resume(throwing: own) }
                guard case .success(let value)? = result, error == nil else {
                    return continuation.resume(throwing: error ?? DatabaseError())
                }
                continuation.resume(returning: value)
            }
            waiting.withLock { $0.append(step) }
            pool.asyncWriteWithoutTransaction { [self] database in runAll(database) }
        }
    }

    /// Runs what waits; who comes meanwhile waits for the next time.
    private func runAll(_ database: Database) {
        let steps = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        guard !steps.isEmpty else { return }
        do {
            // What the disk does not have yet is lost when the power fails, but for this setting.
            try database.execute(sql: "PRAGMA synchronous = FULL")
            defer { try? database.execute(sql: "PRAGMA synchronous = NORMAL") }
            try database.inTransaction(.immediate) {
                for step in steps { step.attempt(database) }
                return .commit
            }
            for step in steps { step.finish(nil) }
        } catch {
            for step in steps { step.finish(error) }
        }
    }

    private static func inSavepoint<Value>(
        _ database: Database,
        _ body: (Database) throws -> Value
    ) throws -> Value {
        var value: Value?
        try database.inSavepoint {
            value = try body(database)
            return .commit
        }
        guard let value else { throw DatabaseError() }
        return value
    }
}

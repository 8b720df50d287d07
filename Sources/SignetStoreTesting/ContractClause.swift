/// One sentence of a contract, and the check that it holds.
///
/// A clause needs no testing library: run it from any. Each wants a store of its own.
///
/// ```swift
/// @Test(arguments: RegistryStoreContract.clauses)
/// func `The store keeps the contract`(clause: ContractClause<RegistryStoreContract.Make>) async throws {
///     try await clause.check { policy in try await MyStore(policy: policy) }
/// }
/// ```
public struct ContractClause<Subject: Sendable>: Sendable, CustomStringConvertible {
    /// What holds, as a sentence without a full stop.
    public let description: String
    private let body: @Sendable (Subject) async throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (Subject) async throws -> Void) {
        self.description = description
        self.body = body
    }

    /// Checks that the clause holds.
    ///
    /// - Parameter subject: What makes the store, or the store itself.
    /// - Throws: ``ContractViolation`` if it does not; an error of the store.
    public func check(_ subject: Subject) async throws { try await body(subject) }
}

/// A place at which a store does not keep a contract.
public struct ContractViolation: Error, CustomStringConvertible {
    /// What should have held.
    public let description: String
    /// The line of the contract.
    public let line: Int
}

/// Says what must hold.
func require(
    _ condition: Bool,
    _ message: @autoclosure () -> String,
    line: Int = #line
) throws(ContractViolation) {
    guard !condition else { return }
    throw ContractViolation(description: message(), line: line)
}

/// Says that two values are equal.
func require<Value: Equatable>(
    _ value: Value,
    is expected: Value,
    _ message: @autoclosure () -> String,
    line: Int = #line
) throws(ContractViolation) {
    guard value != expected else { return }
    throw ContractViolation(
        description: "\(message()): expected \(expected), got \(value)",
        line: line
    )
}

public import SignetRegistry

/// What every ``SignetRegistry/RegistryStore`` must do, as checks that can be run.
public enum RegistryStoreContract: Sendable {
    /// Makes a new, empty store with a policy.
    public typealias Make = @Sendable (RegistryPolicy) async throws -> any RegistryStore

    /// All clauses.
    public static let clauses: [ContractClause<Make>] =
        recording + edges + life + holding + following + concurrency

    /// A clause that gets a store with the usual policy.
    static func clause(
        _ description: String,
        policy: RegistryPolicy = RegistryPolicy(retention: .seconds(60)),
        _ body: @escaping @Sendable (RegistryFixture) async throws -> Void
    ) -> ContractClause<Make> {
        ContractClause(description) { make in
            try await body(RegistryFixture(try await make(policy)))
        }
    }
}

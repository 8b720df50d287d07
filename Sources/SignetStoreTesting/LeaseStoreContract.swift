public import SignetRegistry

/// What every ``SignetRegistry/LeaseStore`` must do, as checks that can be run.
public enum LeaseStoreContract: Sendable {
    /// A store without leases, and a way to let its time pass.
    public struct Subject: Sendable {
        /// The store.
        public let store: any LeaseStore
        /// Lets the store's time pass: moves a clock, or waits.
        public let advance: @Sendable (Duration) async throws -> Void

        /// Takes a store and its time.
        public init(
            store: any LeaseStore,
            advance: @escaping @Sendable (Duration) async throws -> Void
        ) {
            self.store = store
            self.advance = advance
        }
    }

    private static let term = Duration.milliseconds(500)

    /// All clauses.
    public static let clauses: [ContractClause<Subject>] = [
        ContractClause("Each number has one holder, and the lowest free one is taken") { subject in
            let store = subject.store
            var leases: [Lease] = []
            for _ in 0..<3 {
                guard let lease = try await store.acquire(pool: "node", count: 3, for: term) else {
                    throw ContractViolation(description: "a free number was refused", line: #line)
                }
                leases.append(lease)
            }
            try require(leases.map { $0.number }, is: [0, 1, 2], "the numbers")
            let none = try await store.acquire(pool: "node", count: 3, for: term)
            try require(none, is: nil, "a number when all are taken")
            let other = try await store.acquire(pool: "other", count: 1, for: term)
            try require(other?.number, is: 0, "a number of another pool")
            try await store.giveBack(leases[1])
            try require(
                try await store.leases(pool: "node").map { $0.number },
                is: [0, 2],
                "the leases that last"
            )
            let again = try await store.acquire(pool: "node", count: 3, for: term)
            try require(again?.number, is: 1, "the number that was given back")
            let tokens = (leases + [again].compactMap { $0 }).map { $0.token }
            try require(tokens, is: Set(tokens).sorted(), "tokens that grow")
        },
        ContractClause("A lease ends at its deadline, and lasts on while it is renewed") {
            subject in
            let store = subject.store
            let first = try await store.acquire(pool: "node", count: 1, for: term)
            guard let first else {
                throw ContractViolation(description: "a free number was refused", line: #line)
            }
            try await subject.advance(.milliseconds(300))
            let renewed = try await store.renew(first, for: term)
            try require(renewed?.token, is: first.token, "the token of a renewed lease")
            try await subject.advance(.milliseconds(300))
            let early = try await store.acquire(pool: "node", count: 1, for: term)
            try require(early, is: nil, "a number whose lease was renewed")
            try await subject.advance(.milliseconds(300))
            let late = try await store.renew(first, for: term)
            try require(late, is: nil, "a lease that is over")
            let second = try await store.acquire(pool: "node", count: 1, for: term)
            try require((second?.token ?? 0) > first.token, "a higher token")
            try require(try await store.renew(first, for: term), is: nil, "somebody else's lease")
            try await store.giveBack(first)
            let kept = try await store.leases(pool: "node").map { $0.token }
            try require(kept, is: [second?.token].compactMap { $0 }, "the new holder's lease")
        },
        ContractClause("Many who ask at once get different numbers") { subject in
            let leases = try await withThrowingTaskGroup(of: Lease?.self) { group in
                for _ in 0..<32 {
                    group.addTask {
                        try await subject.store.acquire(pool: "node", count: 20, for: .seconds(60))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }.compactMap { $0 }
            }
            try require(leases.count, is: 20, "how many got one")
            try require(Set(leases.map { $0.number }).count, is: 20, "different numbers")
            try require(Set(leases.map { $0.token }).count, is: 20, "different tokens")
        },
    ]
}

/// Where processes agree on who has what for a while.
///
/// A lease is a numbered place in a pool, such as a node number of the generator. At most one
/// holder has it at any time, as long as clocks of the store run on: a holder stops using it at
/// its deadline, by a clock that nobody sets. Each new holder gets a higher token than all before
/// it, so that whatever it writes to can fence off those who were late (Kleppmann, "How to do
/// distributed locking", 2016).
public protocol LeaseStore: Sendable {
    /// Takes the lowest free number of a pool.
    ///
    /// - Parameters:
    ///   - pool: The name of the pool, 1 to 64 bytes.
    ///   - count: How many numbers it has, from 0 on.
    ///   - duration: How long the lease lasts unless it is renewed.
    /// - Returns: The lease, or nil if all numbers are taken.
    /// - Throws: ``RegistryError/Code-swift.struct/unavailable``.
    func acquire(
        pool: String,
        count: Int,
        for duration: Duration
    ) async throws(RegistryError) -> Lease?

    /// Makes a lease last on.
    ///
    /// - Returns: The lease with its new deadline, or nil if somebody else may have it now.
    func renew(_ lease: Lease, for duration: Duration) async throws(RegistryError) -> Lease?

    /// Gives a lease back; one that was lost is left to its new holder.
    func giveBack(_ lease: Lease) async throws(RegistryError)

    /// The leases of a pool that last, in the order of their numbers.
    func leases(pool: String) async throws(RegistryError) -> [Lease]
}

/// A number that one holder has for a while.
public struct Lease: Hashable, Sendable {
    /// The pool.
    public let pool: String
    /// The number within the pool, from 0 on.
    public let number: Int
    /// Grows with each new holder of the number, over all numbers of the pool.
    public let token: UInt64
    /// When it ends by the clock of the store, in Unix milliseconds.
    public let deadline: UInt64

    /// Takes what a store says.
    ///
    /// - Parameters:
    ///   - pool: The pool.
    ///   - number: The number within the pool, from 0 on.
    ///   - token: What fences off earlier holders.
    ///   - deadline: When it ends by the clock of the store, in Unix milliseconds.
    public init(pool: String, number: Int, token: UInt64, deadline: UInt64) {
        self.pool = pool
        self.number = number
        self.token = token
        self.deadline = deadline
    }
}

import Signet
import Synchronization

/// The leases of one process.
final class LeaseTable: Sendable {
    private let clock: WallClock
    private let pools = Mutex<[String: Pool]>([:])

    private struct Pool: Sendable {
        var lastToken: UInt64 = 0
        var leases: [Int: Lease] = [:]
    }

    init(clock: WallClock) { self.clock = clock }

    private func now() throws(RegistryError) -> UInt64 {
        do throws(IDError) { return try clock.milliseconds() } catch {
            throw RegistryError(.unavailable, cause: error)
        }
    }

    func acquire(
        pool name: String,
        count: Int,
        for duration: Duration
    ) throws(RegistryError) -> Lease? {
        let now = try now()
        return pools.withLock { pools in
            var pool = pools[name] ?? Pool()
            let number = (0..<max(0, count)).first { number in
                pool.leases[number].map { $0.deadline <= now } ?? true
            }
            guard let number else { return nil }
            pool.lastToken += 1
            let lease = Lease(
                pool: name,
                number: number,
                token: pool.lastToken,
                deadline: now + duration.milliseconds
            )
            pool.leases[number] = lease
            pools[name] = pool
            return lease
        }
    }

    func renew(_ lease: Lease, for duration: Duration) throws(RegistryError) -> Lease? {
        let now = try now()
        return pools.withLock { pools in
            guard let current = pools[lease.pool]?.leases[lease.number],
                current.token == lease.token, current.deadline > now
            else { return nil }
            let renewed = Lease(
                pool: lease.pool,
                number: lease.number,
                token: lease.token,
                deadline: now + duration.milliseconds
            )
            pools[lease.pool]?.leases[lease.number] = renewed
            return renewed
        }
    }

    func giveBack(_ lease: Lease) {
        pools.withLock { pools in
            guard pools[lease.pool]?.leases[lease.number]?.token == lease.token else { return }
            pools[lease.pool]?.leases[lease.number] = nil
        }
    }

    func leases(pool: String) throws(RegistryError) -> [Lease] {
        let now = try now()
        return pools.withLock { pools in
            (pools[pool]?.leases.values.filter { $0.deadline > now } ?? [])
                .sorted { $0.number < $1.number }
        }
    }
}

extension MemoryStore: LeaseStore {
    /// Takes the lowest free number of a pool.
    public func acquire(
        pool: String,
        count: Int,
        for duration: Duration
    ) async throws(RegistryError) -> Lease? {
        try leases.acquire(pool: pool, count: count, for: duration)
    }

    /// Makes a lease last on.
    public func renew(
        _ lease: Lease,
        for duration: Duration
    ) async throws(RegistryError) -> Lease? {
        try leases.renew(lease, for: duration)
    }

    /// Gives a lease back.
    public func giveBack(_ lease: Lease) async throws(RegistryError) { leases.giveBack(lease) }

    /// The leases of a pool that last.
    public func leases(pool: String) async throws(RegistryError) -> [Lease] {
        try leases.leases(pool: pool)
    }
}

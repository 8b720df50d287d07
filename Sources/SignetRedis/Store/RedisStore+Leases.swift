public import SignetRegistry

extension RedisStore: LeaseStore {
    /// Takes the lowest free number of a pool.
    ///
    /// - Returns: The lease, no longer than the longest; nil if all numbers are taken, or may be,
    ///   since Redis has lost what it knew.
    /// - Throws: ``RegistryError/Code-swift.struct/unavailable``.
    public func acquire(
        pool: String,
        count: Int,
        for duration: Duration
    ) async throws(RegistryError) -> Lease? {
        let mark = String(Int64.random(in: 1...(.max)))
        let arguments = [pool, String(count), String(duration.milliseconds), mark]
        return try Lease(try await lease(LeaseScripts.acquire, arguments), pool: pool)
    }

    /// Makes a lease last on, also one that Redis has forgotten while it lasted.
    public func renew(
        _ lease: Lease,
        for duration: Duration
    ) async throws(RegistryError) -> Lease? {
        let arguments = [
            lease.pool, String(lease.number), String(lease.token), String(lease.deadline),
            String(duration.milliseconds),
        ]
        return try Lease(try await self.lease(LeaseScripts.renew, arguments), pool: lease.pool)
    }

    /// Gives a lease back; one that was lost is left to its new holder.
    public func giveBack(_ lease: Lease) async throws(RegistryError) {
        let arguments = [lease.pool, String(lease.number), String(lease.token)]
        _ = try await self.lease(LeaseScripts.giveBack, arguments)
    }

    /// The leases of a pool that last.
    public func leases(pool: String) async throws(RegistryError) -> [Lease] {
        guard let values = try await lease(LeaseScripts.list, [pool]).array else {
            throw RegistryError(.damaged)
        }
        var leases: [Lease] = []
        for value in values {
            if let lease = try Lease(value, pool: pool) { leases.append(lease) }
        }
        return leases.sorted { $0.number < $1.number }
    }
}

extension Lease {
    /// Takes what a script returns: number, token and deadline, or nothing.
    fileprivate init?(_ value: RedisValue, pool: String) throws(RegistryError) {
        if value.isNull { return nil }
        guard let parts = value.array, parts.count == 3, let number = parts[0].integer,
            let token = parts[1].text.flatMap({ UInt64($0) }),
            let deadline = parts[2].text.flatMap({ UInt64($0) })
        else { throw RegistryError(.damaged) }
        self.init(pool: pool, number: Int(number), token: token, deadline: deadline)
    }
}

extension AuditVerification {
    /// Looks through a tenant's chain in a store, all of it that is there.
    ///
    /// What the store cannot read is a problem like any other. Problems have the numbers of records
    /// and no places.
    ///
    /// - Parameters:
    ///   - tenant: Whose chain.
    ///   - store: The store.
    ///   - keys: The keys that are trusted, as for ``AuditVerifier``.
    ///   - positions: Places that the chain is known to go through.
    ///   - checkpoints: Checkpoints that were kept elsewhere; those of other tenants are left out.
    /// - Throws: What the store says.
    public init(
        of tenant: String,
        in store: any AuditStore,
        keys: Set<AuditPublicKey> = [],
        expecting positions: [AuditPosition] = [],
        checkpoints: [AuditCheckpoint] = []
    ) async throws(AuditError) {
        let head = try await Self.unlessCorrupted { () async throws(AuditError) in
            try await store.head(of: tenant)
        }
        // A store may know the end of the chain from elsewhere than its records.
        var positions = positions
        if let position = head?.position, position.sequence > 0 { positions.append(position) }
        var verifier = AuditVerifier(tenant: tenant, keys: keys, expecting: positions)
        if let newest = head?.checkpoint { verifier.expect(newest) }
        for checkpoint in checkpoints where checkpoint.tenant.isExactly(tenant) {
            verifier.expect(checkpoint)
        }
        let segments = try await Self.unlessCorrupted { () async throws(AuditError) in
            try await store.segments(of: tenant)
        }
        if head == nil || segments == nil { verifier.addMalformedEnd() }
        for segment in segments ?? [] {
            verifier.beginSegment(first: segment.first, predecessor: segment.predecessor)
            var reader = AuditSegmentReader(segment)
            while let item = try await reader.next(in: store) {
                switch item {
                case .record(let record): verifier.add(record)
                case .checkpoint(let checkpoint): verifier.add(checkpoint)
                case .unreadable(let error):
                    verifier.addMalformedRecord(error.sequence ?? segment.first)
                }
            }
        }
        self = verifier.finish(isWhole: true)
    }

    /// What a store says, or nil where it holds what no log wrote.
    private static func unlessCorrupted<Value>(
        _ body: () async throws(AuditError) -> Value
    ) async throws(AuditError) -> Value? {
        do throws(AuditError) { return try await body() } catch {
            guard error.code == .corrupted else { throw error }
            return nil
        }
    }
}

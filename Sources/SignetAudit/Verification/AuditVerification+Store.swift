extension AuditVerification {
    /// Looks through a tenant's chain in a store, all of it that is there.
    ///
    /// - Parameters:
    ///   - tenant: Whose chain.
    ///   - store: The store.
    ///   - keys: The keys that are trusted, as for ``AuditVerifier``.
    ///   - positions: Places that the chain is known to go through.
    /// - Throws: What the store says.
    public init(
        of tenant: String,
        in store: any AuditStore,
        keys: Set<AuditPublicKey> = [],
        expecting positions: [AuditPosition] = []
    ) async throws(AuditError) {
        var verifier = AuditVerifier(tenant: tenant, keys: keys, expecting: positions)
        if let newest = try await store.head(of: tenant).checkpoint { verifier.expect(newest) }
        for segment in try await store.segments(of: tenant) {
            verifier.beginSegment(first: segment.first, predecessor: segment.predecessor)
            try await AuditLines.visit(segment, in: store) { line throws(AuditError) in
                switch line {
                case .record(let record): verifier.add(record)
                case .checkpoint(let checkpoint): verifier.add(checkpoint)
                case .header: break
                }
            }
        }
        self = verifier.finish(isWhole: true)
    }
}

/// Reads a store's segment in the order of its lines.
enum AuditLines {
    private static let pageCount = 512

    /// Gives the header of a segment to `body`, then its records, and behind each of them the
    /// checkpoints that stand there.
    static func visit(
        _ segment: AuditSegment,
        in store: any AuditStore,
        _ body: (AuditLine) throws(AuditError) -> Void
    ) async throws(AuditError) {
        let header = AuditSegmentHeader(
            tenant: segment.tenant,
            first: segment.first,
            predecessor: segment.predecessor
        )
        try body(.header(header))
        var checkpoints = CheckpointQueue(tenant: segment.tenant, from: segment.first)
        var next = segment.first
        while next <= segment.last || segment.seal == nil {
            let page = try await store.records(of: segment.tenant, from: next, limit: pageCount)
            let isClosed = segment.seal != nil
            for record in page where !isClosed || record.sequence <= segment.last {
                for checkpoint in try await checkpoints.take(before: record.sequence, in: store) {
                    try body(.checkpoint(checkpoint))
                }
                try body(.record(record))
            }
            guard let last = page.last else { break }
            next = last.sequence + 1
        }
        let end = segment.seal.map { $0.sequence + 1 } ?? .max
        for checkpoint in try await checkpoints.take(before: end, in: store) {
            try body(.checkpoint(checkpoint))
        }
    }
}

/// The checkpoints of a chain, read page by page.
private struct CheckpointQueue {
    let tenant: String
    private var next: UInt64
    private var page: ArraySlice<AuditCheckpoint> = []
    private var isAtEnd = false

    init(tenant: String, from sequence: UInt64) {
        self.tenant = tenant
        next = sequence
    }

    /// Takes the checkpoints with a lower sequence number.
    mutating func take(
        before sequence: UInt64,
        in store: any AuditStore
    ) async throws(AuditError) -> [AuditCheckpoint] {
        var taken: [AuditCheckpoint] = []
        while true {
            if page.isEmpty, !isAtEnd {
                page = try await store.checkpoints(of: tenant, from: next, limit: 256)[...]
                isAtEnd = page.isEmpty
                if let last = page.last { next = last.sequence + 1 }
            }
            guard let first = page.first, first.sequence < sequence else { return taken }
            taken.append(first)
            page.removeFirst()
        }
    }
}

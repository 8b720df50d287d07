/// A store in memory: for tests, and for what need not outlive the process.
///
/// It grows with what is recorded until segments are dropped.
public actor MemoryAuditStore: AuditStore {
    private struct Segment {
        var first: UInt64
        var predecessor: AuditHash
        var records: [AuditRecord] = []
        var checkpoints: [AuditCheckpoint] = []
        var isClosed = false

        var end: AuditPosition {
            records.last?.position ?? AuditPosition(sequence: first - 1, hash: predecessor)
        }
    }

    /// The segments of each tenant, of which the last is open.
    private var chains: [ExactText: [Segment]] = [:]
    /// The newest checkpoint of each tenant, which outlives the segments.
    private var newest: [ExactText: AuditCheckpoint] = [:]

    /// Creates an empty store.
    public init() {}

    /// The tenants that have a chain, ordered by their bytes.
    public func tenants() -> [String] {
        chains.keys.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The end of a tenant's chain.
    public func head(of tenant: String) -> AuditHead {
        guard let segment = chains[ExactText(tenant)]?.last else { return .start(of: tenant) }
        return AuditHead(
            tenant: tenant,
            position: segment.end,
            checkpoint: newest[ExactText(tenant)],
            segmentFirst: segment.first
        )
    }

    /// Extends a tenant's chain, if it ends where the caller says.
    public func append(
        _ records: [AuditRecord],
        after end: AuditPosition
    ) throws(AuditError) {
        guard let tenant = records.first?.tenant else { return }
        guard head(of: tenant).position == end else { throw AuditError(.conflict) }
        let start = Segment(first: 1, predecessor: AuditPosition.start(of: tenant).hash)
        var segments = chains[ExactText(tenant)] ?? [start]
        segments[segments.count - 1].records.append(contentsOf: records)
        chains[ExactText(tenant)] = segments
    }

    /// Adds a checkpoint at the end of a tenant's chain, and closes the segment if that is wanted.
    public func append(
        _ checkpoint: AuditCheckpoint,
        isSealing: Bool
    ) throws(AuditError) {
        let tenant = ExactText(checkpoint.tenant)
        guard var segments = chains[tenant], let last = segments.last,
            last.end == checkpoint.position
        else { throw AuditError(.conflict) }
        newest[tenant] = checkpoint
        guard !last.records.isEmpty else { return }
        segments[segments.count - 1].checkpoints.append(checkpoint)
        if isSealing {
            segments[segments.count - 1].isClosed = true
            segments.append(
                Segment(first: checkpoint.sequence + 1, predecessor: checkpoint.position.hash)
            )
        }
        chains[tenant] = segments
    }

    /// Reads records in their order.
    public func records(of tenant: String, from sequence: UInt64, limit: Int) -> [AuditRecord] {
        var result: [AuditRecord] = []
        for segment in chains[ExactText(tenant)] ?? [] where segment.end.sequence >= sequence {
            let skipped = sequence > segment.first ? Int(sequence - segment.first) : 0
            result.append(
                contentsOf: segment.records.dropFirst(skipped).prefix(limit - result.count)
            )
            if result.count == limit { break }
        }
        return result
    }

    /// Reads checkpoints in their order.
    public func checkpoints(
        of tenant: String,
        from sequence: UInt64,
        limit: Int
    ) -> [AuditCheckpoint] {
        let all = (chains[ExactText(tenant)] ?? []).lazy.flatMap(\.checkpoints)
        return Array(all.filter { $0.sequence >= sequence }.prefix(limit))
    }

    /// Puts redacted records in the place of those that have everything.
    public func replace(_ records: [AuditRecord]) throws(AuditError) {
        guard let tenant = records.first.map({ ExactText($0.tenant) }) else { return }
        var segments = chains[tenant] ?? []
        for record in records {
            guard let index = segments.lastIndex(where: { $0.first <= record.sequence }),
                case let offset = Int(record.sequence - segments[index].first),
                offset < segments[index].records.count
            else { throw AuditError(.notFound, sequence: record.sequence) }
            let stored = segments[index].records[offset]
            segments[index].records[offset] = try record.replacement(for: stored)
        }
        chains[tenant] = segments
    }

    /// The segments of a tenant's chain in their order; the last is open.
    public func segments(of tenant: String) -> [AuditSegment] {
        (chains[ExactText(tenant)] ?? []).map { segment in
            AuditSegment(
                tenant: tenant,
                first: segment.first,
                last: segment.end.sequence,
                predecessor: segment.predecessor,
                seal: segment.isClosed ? segment.checkpoints.last : nil
            )
        }
    }

    /// Drops the closed segments that end at a number or before it.
    public func drop(_ tenant: String, through sequence: UInt64) throws(AuditError) {
        var segments = chains[ExactText(tenant)] ?? []
        let index = segments.lastIndex { $0.isClosed && $0.end.sequence == sequence }
        guard let index else { throw AuditError(.notSealed) }
        segments.removeSubrange(...index)
        chains[ExactText(tenant)] = segments
    }
}

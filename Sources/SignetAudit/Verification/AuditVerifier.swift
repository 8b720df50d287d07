/// Looks through one tenant's chain, record by record, and says what is wrong and where.
///
/// Feed it the beginning of each segment, its records in their order, and each checkpoint behind
/// the record at which it stands; then ask it to ``finish(isWhole:)``. Memory does not grow with
/// the number of records, only with what is wrong and with what was redacted.
///
/// What it finds: any change of a record that is followed by a checkpoint, or whose hash was not
/// recomputed with all that follow; records that are missing, repeated or out of order; segments
/// that are another tenant's, replaced or gone; missing, forged and replayed checkpoints; an end
/// before a place that is known from elsewhere; redactions without a record of them. What nobody
/// can find without such a place: a log that was set back to an earlier state as a whole.
public struct AuditVerifier: Sendable {
    /// What was found so far.
    private(set) var result: AuditVerification
    private let keys: Set<AuditPublicKey>
    /// The hashes that records are known to have; two for one record cannot both be right.
    private var known: [UInt64: Set<AuditHash>]
    private var redactions = RedactionLedger()
    private var gaps = AuditGaps()
    private var hasher = AuditHasher()
    /// The place behind which the next record stands, by the hash that is stored.
    private var current: AuditPosition
    /// The last sequence number that a checkpoint of this chain vouches for, and its interval.
    private var signed: (sequence: UInt64, interval: UInt64)?
    private var hasBegun = false
    /// Whether no record came since the segment began.
    private var isAtStart = false
    private var droppedThrough: (sequence: UInt64, record: UInt64)?

    /// Prepares to look through a chain.
    ///
    /// - Parameters:
    ///   - tenant: Whose chain it is.
    ///   - keys: The keys that are trusted; none trusts whatever key a checkpoint names, which
    ///     proves that the log agrees with itself and not who wrote it.
    ///   - positions: Places that the chain is known to go through.
    public init(
        tenant: String,
        keys: Set<AuditPublicKey> = [],
        expecting positions: [AuditPosition] = []
    ) {
        self.keys = keys
        result = AuditVerification(tenant: tenant)
        current = .start(of: tenant)
        known = Dictionary(grouping: positions, by: \.sequence).mapValues { Set($0.map(\.hash)) }
    }

    // MARK: Input

    /// Takes a checkpoint that was kept elsewhere, before any record: the chain must go through it.
    public mutating func expect(_ checkpoint: AuditCheckpoint, at place: AuditPlace? = nil) {
        guard isGenuine(checkpoint, at: place) else { return }
        known[checkpoint.sequence, default: []].insert(checkpoint.position.hash)
    }

    /// Begins a segment.
    ///
    /// - Parameters:
    ///   - first: The number of its first record.
    ///   - predecessor: The hash of the record before.
    ///   - place: Where that is written.
    public mutating func beginSegment(
        first: UInt64,
        predecessor: AuditHash,
        at place: AuditPlace? = nil
    ) {
        let start = AuditPosition(sequence: first - min(first, 1), hash: predecessor)
        if hasBegun {
            continueChain(from: start, at: place)
        } else {
            hasBegun = true
            compareWithKnown(start, at: place)
            result.first = first
            if first == 1, start != .start(of: result.tenant) {
                result.add(
                    .spliced,
                    "the segment does not begin as this tenant's chain does",
                    sequence: first,
                    at: place
                )
            }
        }
        current = start
        isAtStart = true
        if result.end.sequence < start.sequence { result.end = start }
    }

    /// Takes the next record.
    public mutating func add(_ record: AuditRecord, at place: AuditPlace? = nil) {
        if !hasBegun { beginSegment(first: 1, predecessor: current.hash) }
        result.recordCount += 1
        isAtStart = false
        if record.sequence == current.sequence + 1 {
            if hasher.hash(of: record, after: current.hash) != record.hash {
                result.add(
                    .edited,
                    "record \(record.sequence) is not what was recorded, "
                        + "or it does not follow the record before it",
                    sequence: record.sequence,
                    at: place
                )
            }
            current = record.position
        } else if record.sequence > current.sequence {
            // What stood before it is not there: its hash cannot be checked.
            gaps.add(current.sequence + 1...record.sequence - 1, at: place)
            current = record.position
        } else {
            displaced(record.sequence, at: place)
        }
        if record.sequence >= result.end.sequence { result.end = record.position }
        compareWithKnown(record.position, at: place)
        account(for: record, at: place)
    }

    /// Takes a checkpoint behind the record at which it stands.
    public mutating func add(_ checkpoint: AuditCheckpoint, at place: AuditPlace? = nil) {
        result.checkpointCount += 1
        guard isGenuine(checkpoint, at: place) else { return }
        let sequence = checkpoint.sequence
        if sequence > current.sequence {
            gaps.add(current.sequence + 1...sequence, at: place)
            current = checkpoint.position
        } else if checkpoint.position != current {
            result.add(
                .checkpointMismatch,
                sequence < current.sequence
                    ? "the checkpoint of record \(sequence) stands behind record "
                        + "\(current.sequence)"
                    : "the checkpoint of record \(sequence) signs another record than this; "
                        + "records \(lastSigned + 1) to \(sequence) are not those that were signed",
                sequence: sequence,
                at: place
            )
            return
        }
        checkInterval(upTo: sequence, allowing: checkpoint.interval, at: place)
        signed = (sequence, checkpoint.interval)
        if result.newestCheckpoint.map({ $0.sequence <= sequence }) ?? true {
            result.newestCheckpoint = checkpoint
        }
    }

    /// Takes note of a line that no log wrote.
    mutating func addMalformedLine(at place: AuditPlace) {
        result.add(
            .malformed,
            "the line behind record \(current.sequence) is none that an audit log writes",
            sequence: current.sequence + 1,
            at: place
        )
    }

    /// Takes note of a record, or a checkpoint at it, that a store cannot read.
    mutating func addMalformedRecord(_ sequence: UInt64) {
        result.add(
            .malformed,
            "what is stored as record \(sequence), or as its checkpoint, is none that an audit log "
                + "writes",
            sequence: sequence
        )
    }

    /// Takes note of a store that cannot say where the chain or its segments end.
    mutating func addMalformedEnd() {
        result.add(
            .malformed,
            "what is stored of the end of the chain, or of its segments, is none that an audit log "
                + "writes"
        )
    }

    /// Takes note of a segment of another tenant.
    mutating func addForeignSegment(at place: AuditPlace) {
        result.add(
            .wrongTenant,
            "the segment behind record \(current.sequence) is another tenant's",
            sequence: current.sequence + 1,
            at: place
        )
    }

    /// Takes note of a last line without its end.
    mutating func addTornLine(at place: AuditPlace) { result.torn = place }

    /// Says what was found.
    ///
    /// - Parameter isWhole: Whether everything of the chain was given that is still stored: then
    ///   a record has to say why its beginning is gone.
    /// - Returns: All that was found.
    public mutating func finish(isWhole: Bool) -> AuditVerification {
        reportGaps()
        for sequence in known.keys.sorted() where sequence > result.end.sequence {
            result.add(
                .truncated,
                "the chain ends at record \(result.end.sequence), and is known to have reached "
                    + "record \(sequence)",
                sequence: result.end.sequence + 1
            )
        }
        if !keys.isEmpty, result.newestCheckpoint == nil, result.recordCount > 0 {
            result.add(.unsigned, "no checkpoint of a key that is trusted vouches for any record")
        }
        if let signed { checkInterval(upTo: result.end.sequence, allowing: signed.interval) }
        if result.first > 1 { accountForBeginning(isWhole: isWhole) }
        redactions.report(from: result.first, through: result.end.sequence, to: &result)
        return result
    }
}

extension AuditVerifier {
    /// The number of the last record that is vouched for, or of the one before the first.
    private var lastSigned: UInt64 { signed?.sequence ?? result.first - min(result.first, 1) }

    /// Whether a checkpoint is this tenant's, and signed with a key that is trusted.
    private mutating func isGenuine(_ checkpoint: AuditCheckpoint, at place: AuditPlace?) -> Bool {
        let sequence = checkpoint.sequence
        if !checkpoint.tenant.isExactly(result.tenant) {
            result.add(
                .wrongTenant,
                "the checkpoint of record \(sequence) is another tenant's",
                sequence: sequence,
                at: place
            )
        } else if !keys.isEmpty, !keys.contains(checkpoint.key) {
            result.add(
                .unknownKey,
                "the checkpoint of record \(sequence) is signed with a key that is not trusted",
                sequence: sequence,
                at: place
            )
        } else if !checkpoint.hasValidSignature {
            result.add(
                .badSignature,
                "the signature of the checkpoint of record \(sequence) is false",
                sequence: sequence,
                at: place
            )
        } else {
            return true
        }
        return false
    }

    /// Checks that a segment goes on where the one before it ended.
    private mutating func continueChain(from start: AuditPosition, at place: AuditPlace?) {
        if lastSigned != current.sequence {
            result.add(
                .unsealed,
                "the segment that ends at record \(current.sequence) was not closed by a "
                    + "checkpoint",
                sequence: current.sequence,
                at: place
            )
        }
        if start.sequence > current.sequence {
            gaps.add(current.sequence + 1...start.sequence, at: place)
        } else if isAtStart, start == current {
            result.add(
                .repeated,
                "the segment from record \(start.sequence + 1) on begins a second time",
                sequence: start.sequence + 1,
                at: place
            )
        } else if start != current {
            result.add(
                .spliced,
                "the segment from record \(start.sequence + 1) on does not go on where the one "
                    + "before it ends, at record \(current.sequence)",
                sequence: start.sequence + 1,
                at: place
            )
        }
    }

    /// Reports a record that stands behind one with a higher number.
    private mutating func displaced(_ sequence: UInt64, at place: AuditPlace?) {
        if gaps.fill(sequence) {
            result.add(
                .outOfOrder,
                "record \(sequence) stands behind record \(current.sequence)",
                sequence: sequence,
                at: place
            )
        } else {
            result.add(
                .repeated,
                "record \(sequence) stands a second time",
                sequence: sequence,
                at: place
            )
        }
    }

    private mutating func compareWithKnown(_ position: AuditPosition, at place: AuditPlace?) {
        guard let hashes = known[position.sequence], hashes != [position.hash] else { return }
        let sequence = position.sequence
        result.add(
            .rewritten,
            "record \(sequence) is not the one that is known from elsewhere; it, or one before "
                + "it, was changed",
            sequence: sequence,
            at: place
        )
    }

    /// Keeps account of what was redacted, and of what the log says of itself.
    private mutating func account(for record: AuditRecord, at place: AuditPlace?) {
        let redacted = record.redactedFields
        if !redacted.isEmpty {
            result.redactedCount += 1
            redactions.found(redacted, in: record.sequence, at: place)
        }
        guard record.isOwn else { return }
        if record.action == AuditAction.redact {
            redactions.explain(record)
        } else if record.action == AuditAction.drop,
            let through = record.detail("through").flatMap({ UInt64($0) }),
            through < record.sequence, through > droppedThrough?.sequence ?? 0
        {
            droppedThrough = (through, record.sequence)
        }
    }

    /// Reports a stretch without a checkpoint that is longer than the checkpoints allow.
    private mutating func checkInterval(
        upTo sequence: UInt64,
        allowing interval: UInt64,
        at place: AuditPlace? = nil
    ) {
        // A log that changes its interval signs first, so the longer of both is the bound.
        let bound = max(interval, signed?.interval ?? interval)
        guard sequence > lastSigned, sequence - lastSigned > bound else { return }
        result.add(
            .checkpointMissing,
            "records \(lastSigned + 1) to \(sequence) have no checkpoint, though there is to be "
                + "one after \(bound) records at the latest",
            sequence: lastSigned + bound,
            at: place
        )
    }

    private mutating func reportGaps() {
        for gap in gaps.remaining {
            let isEnd = gap.range.upperBound >= result.end.sequence
            let (first, last) = (gap.range.lowerBound, gap.range.upperBound)
            let records = first == last ? "record \(first) is" : "records \(first) to \(last) are"
            result.add(
                isEnd ? .truncated : .missing,
                isEnd
                    ? "\(records) not there, and something behind vouches for it"
                    : "\(records) missing",
                sequence: first,
                at: gap.place
            )
        }
    }

    private mutating func accountForBeginning(isWhole: Bool) {
        if let droppedThrough, droppedThrough.sequence >= result.first - 1 {
            result.dropRecord = droppedThrough.record
        } else if isWhole {
            result.add(
                .beginningMissing,
                "the records before \(result.first) are gone, and no record says that they were "
                    + "dropped",
                sequence: 1
            )
        }
    }
}

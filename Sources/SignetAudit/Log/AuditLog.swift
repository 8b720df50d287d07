public import Signet
import Synchronization

/// The audit log: gives events their place in a tenant's hash chain and stores them for good.
///
/// ```swift
/// let store = try DirectoryAuditStore(path: "/var/lib/app/audit")
/// let log = AuditLog(store: store, signer: try AuditSigner(seed: seed))
/// try await log.record(
///     AuditEvent(tenant: "acme", actor: user, action: "document.share", resource: document)
/// )
/// ```
///
/// Several processes may share a store: each extends the chain at its end, and whoever comes second
/// tries again behind the first. Callers of one process that come at the same time share one
/// write.
///
/// Every record is in a chain of hashes, as the entries of RFC 6962 are in a tree. With a signer, a
/// checkpoint vouches for the chain every so many records. See ``AuditVerifier`` for what that
/// proves.
public final class AuditLog: AuditSink {
    /// Where the records are.
    public let store: any AuditStore
    /// How the chain is divided and signed.
    public let policy: AuditPolicy

    /// Whether the log has a key to sign checkpoints with.
    public var isSigning: Bool { signer != nil }

    /// How many events one write takes along.
    static let batchLimit = 256
    /// How often a chain that others extend is tried again.
    static let attemptLimit = 100
    /// Of how many tenants the end of the chain is remembered.
    private static let memoryLimit = 4096

    let signer: AuditSigner?
    let clock: WallClock
    private let generator: Generator
    private let entropy: Entropy
    let publish: @Sendable (AuditCheckpoint) async -> Void
    private let turns = Mutex<[ExactText: AuditTurns]>([:])

    /// Creates a log.
    ///
    /// - Parameters:
    ///   - store: Where the records go.
    ///   - signer: What signs checkpoints; without it the chain shows accidents and clumsy changes,
    ///     and segments are never closed.
    ///   - policy: How the chain is divided and signed.
    ///   - generator: Where IDs come from.
    ///   - clock: Where the time comes from.
    ///   - entropy: Where salts come from.
    ///   - publish: Takes each new checkpoint, to keep it where the store's owner cannot change it:
    ///     a log stream, another machine, a print-out. It proves later that nothing was cut off.
    public init(
        store: any AuditStore,
        signer: AuditSigner?,
        policy: AuditPolicy = AuditPolicy(),
        generator: Generator = .shared,
        clock: WallClock = .system,
        entropy: Entropy = .system,
        publish: @escaping @Sendable (AuditCheckpoint) async -> Void = { _ in }
    ) {
        self.store = store
        self.signer = signer
        self.policy = policy
        self.generator = generator
        self.clock = clock
        self.entropy = entropy
        self.publish = publish
    }

    /// Records an event; returns when it is stored for good.
    ///
    /// - Throws: ``AuditError/Code-swift.struct/invalidEvent`` for texts that are too long or of
    ///   another shape, ``AuditError/Code-swift.struct/generatorFailed``, or what the store says.
    public func record(_ event: AuditEvent) async throws(AuditError) {
        guard !event.action.hasPrefix(AuditAction.prefix) else {
            throw AuditError(.invalidEvent, "actions that begin with audit. are the log's own")
        }
        let draft = try draft(event)
        if case .done(let error) = await enter(event.tenant, draft) {
            if let error { throw error }
            return
        }
        let batch = turns.withLock { $0[ExactText(event.tenant)]?.takeAlong(Self.batchLimit - 1) }
        let drafts = [draft] + (batch ?? []).map(\.draft)
        let (head, stored, error) = await commit(drafts, of: event.tenant)
        leave(event.tenant, head)
        for (index, waiting) in (batch ?? []).enumerated() {
            waiting.continuation.resume(returning: .done(index + 1 < stored ? nil : error))
        }
        if stored == 0, let error { throw error }
    }

    /// Checks an event and gives it its ID, its time and its salts.
    func draft(_ event: AuditEvent) throws(AuditError) -> AuditDraft {
        try event.validate()
        do throws(IDError) {
            var details: [AuditDetail] = []
            let names = event.details.keys.sorted {
                $0.utf8.lexicographicallyPrecedes($1.utf8)
            }
            for name in names {
                let value = event.details[name] ?? ""
                let field = AuditField.open(value: value, salt: try AuditSalt(entropy: entropy))
                details.append(AuditDetail(name: name, field: field))
            }
            return AuditDraft(
                event: event,
                id: try generator.mint(),
                time: try clock.milliseconds(),
                actor: .open(value: event.actor, salt: try AuditSalt(entropy: entropy)),
                details: details
            )
        } catch {
            throw AuditError(.generatorFailed, "nothing was recorded: \(error)")
        }
    }

    // MARK: Extending the chain

    /// Stores drafts at the end of a chain, as many as go.
    ///
    /// - Returns: Where the chain ends then, if that is known; how many were stored; and why not
    ///   all were.
    private func commit(
        _ drafts: [AuditDraft],
        of tenant: String
    ) async -> (head: AuditHead?, stored: Int, error: AuditError?) {
        var head = turns.withLock { $0[ExactText(tenant)]?.head }
        var stored = 0
        var attempts = 0
        while stored < drafts.count {
            do throws(AuditError) {
                var current =
                    if let head { head } else { try await store.head(of: tenant) }
                stored += try await extend(&current, drafts[stored...])
                head = current
            } catch {
                head = nil
                attempts += 1
                guard error.code == .conflict, attempts < Self.attemptLimit else {
                    return (nil, stored, error)
                }
                await pause(attempts)
            }
        }
        if var current = head {
            // What is stored is stored; a checkpoint that fails now is due again before the next.
            try? await signIfDue(&current)
            head = current
        }
        return (head, stored, nil)
    }

    /// Stores as many drafts as may stand before the next checkpoint.
    func extend(
        _ head: inout AuditHead,
        _ drafts: ArraySlice<AuditDraft>
    ) async throws(AuditError) -> Int {
        try await signIfDue(&head)
        let room = signer == nil ? UInt64.max : policy.checkpointInterval - head.unsignedCount
        var hasher = AuditHasher()
        var end = head.position
        var records: [AuditRecord] = []
        for draft in drafts.prefix(Int(clamping: room)) {
            records.append(draft.record(after: end, &hasher))
            end = records[records.count - 1].position
        }
        do throws(AuditError) {
            try await store.append(records, after: head.position)
        } catch {
            // A store that lost its connection may have stored them and not been able to say so.
            let found = try? await store.records(
                of: head.tenant,
                from: end.sequence,
                limit: 1
            )
            guard found?.first?.hash == end.hash else { throw error }
            head = try await store.head(of: head.tenant)
            return records.count
        }
        head = AuditHead(
            tenant: head.tenant,
            position: end,
            checkpoint: head.checkpoint,
            segmentFirst: head.segmentFirst
        )
        return records.count
    }

    // MARK: Turns

    func enter(_ tenant: String, _ draft: AuditDraft?) async -> AuditTurns.Outcome {
        await withCheckedContinuation { continuation in
            let free = turns.withLock { turns in
                turns[ExactText(tenant), default: AuditTurns()].enter(draft, continuation)
            }
            free?.resume(returning: .turn)
        }
    }

    func leave(_ tenant: String, _ head: AuditHead?) {
        let next = turns.withLock { turns in
            let next = turns[ExactText(tenant)]?.leave(head)
            if turns.count > Self.memoryLimit, let idle = turns.first(where: { $0.value.isIdle }) {
                turns[idle.key] = nil
            }
            return next ?? nil
        }
        next?.resume(returning: .turn)
    }
}

import SignetOutput
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A tenant's directory: a file a segment, the newest checkpoint, and a lock.
///
/// Whoever works on it holds the lock, so that processes take turns. What this process knows of
/// the end of the chain is kept between two calls; where others extended it, only what is new is
/// read. Sealing always adds a line to the segment that it closes, so a file of the same identity
/// and length is still the newest.
final class TenantFolder: Sendable {
    let tenant: String
    let path: String
    let durability: AuditDurability
    private let report: @Sendable (AuditRecovery) -> Void
    private let state = Mutex(State())

    /// What is known between two calls.
    struct State {
        /// The newest segment's file up to where it was read.
        var tail: Tail?
        /// Where reading page by page goes on.
        var cursor: Cursor?
    }

    /// The newest segment's file, as it was when it was last looked at.
    struct Tail {
        let name: String
        var inode: UInt64
        var size: UInt64
        var head: AuditHead
    }

    /// A place in a file behind which a record stands.
    struct Cursor {
        let name: String
        let inode: UInt64
        let sequence: UInt64
        let offset: UInt64
    }

    init(
        tenant: String,
        path: String,
        durability: AuditDurability,
        report: @escaping @Sendable (AuditRecovery) -> Void
    ) {
        self.tenant = tenant
        self.path = path
        self.durability = durability
        self.report = report
    }

    /// Runs `body` while nobody else works on the directory.
    ///
    /// Who may only read cannot lock, and reads what is there.
    ///
    /// - Parameters:
    ///   - isWriting: Whether the directory is to be made when there is none.
    ///   - body: Gets what is known from the call before.
    /// - Returns: What the body returns.
    /// - Throws: What the body throws, or ``AuditError/Code-swift.struct/storeFailed``.
    func locked<Value>(
        isWriting: Bool,
        _ body: (inout State) throws(AuditError) -> Value
    ) throws(AuditError) -> Value where Value: Sendable {
        try state.withLock { state throws(AuditError) in
            if isWriting {
                try FileSystem.makeDirectory(path)
                let lock = try FileDescriptor(file(SegmentName.lock), O_RDWR | O_CREAT)
                try lock.lock()
                return try forgettingOnFailure(&state, body)
            }
            guard let lock = try? FileDescriptor(file(SegmentName.lock), O_RDONLY) else {
                return try body(&state)
            }
            try lock.lock()
            return try body(&state)
        }
    }

    /// After a failure, nothing that was known is relied on; losing a race is none.
    private func forgettingOnFailure<Value>(
        _ state: inout State,
        _ body: (inout State) throws(AuditError) -> Value
    ) throws(AuditError) -> Value {
        do throws(AuditError) {
            return try body(&state)
        } catch {
            if error.code != .conflict { state = State() }
            throw error
        }
    }

    /// The path of a file of the directory.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// The numbers of the first records of the segments, in their order.
    func segmentFirsts() throws(AuditError) -> [UInt64] {
        try FileSystem.names(in: path).compactMap { SegmentName.first(ofFile: $0) }.sorted()
    }

    // MARK: The end of the chain

    /// The end of the chain; nil when there is none.
    func tail(_ state: inout State, isWriting: Bool) throws(AuditError) -> Tail? {
        if let tail = state.tail, let file = try? FileDescriptor(file(tail.name), O_RDONLY) {
            let status = try file.status()
            if status.inode == tail.inode, status.size == tail.size { return tail }
        }
        state.tail = try readTail(after: state.tail, isWriting: isWriting)
        return state.tail
    }

    /// Reads the newest segment, or what is new in it.
    private func readTail(after known: Tail?, isWriting: Bool) throws(AuditError) -> Tail? {
        guard let first = try segmentFirsts().last else { return nil }
        let name = SegmentName.file(first: first)
        var source = try LineSource(file(name))
        let status = try source.status()
        var tail: Tail
        if let known, known.name == name, known.inode == status.inode, known.size <= status.size {
            tail = known
            source = try LineSource(file(name), from: known.size)
        } else {
            tail = Tail(name: name, inode: status.inode, size: 0, head: .start(of: tenant))
        }
        var torn: UInt64 = 0
        try source.visit { line, place throws(AuditError) in
            guard place.isWhole else {
                torn = place.end - place.start
                return false
            }
            try advance(&tail, over: line, place)
            return true
        }
        guard tail.size > 0 else {
            throw AuditError(.corrupted, "the segment has no header", file: file(name))
        }
        if tail.head.checkpoint == nil {
            tail.head = tail.head.signed(by: try newestCheckpoint())
        }
        if torn > 0, isWriting { try cut(tail, torn) }
        return tail
    }

    /// Takes note of a line.
    private func advance(
        _ tail: inout Tail,
        over line: Span<UInt8>,
        _ place: LineSource.Place
    ) throws(AuditError) {
        let head = tail.head
        do throws(AuditError) {
            switch try AuditLine(parsing: line, tenant: tenant) {
            case .header(let header) where place.start == 0 && header.tenant.isExactly(tenant):
                tail.head = head.moved(to: header.start, segmentFirst: header.first)
            case .record(let record)
            where place.start > 0 && record.sequence == head.position.sequence + 1:
                tail.head = head.moved(to: record.position, segmentFirst: head.segmentFirst)
            case .checkpoint(let checkpoint) where checkpoint.position == head.position:
                tail.head = head.signed(by: checkpoint)
            default:
                throw AuditError(.corrupted)
            }
        } catch {
            throw AuditError(
                error.code,
                sequence: head.position.sequence + 1,
                file: file(tail.name),
                line: tail.size == place.start && place.start == 0 ? 1 : nil
            )
        }
        tail.size = place.end
    }

    /// Cuts off an unfinished line.
    private func cut(_ tail: Tail, _ byteCount: UInt64) throws(AuditError) {
        let path = file(tail.name)
        try FileDescriptor(path, O_WRONLY).truncate(to: tail.size)
        report(
            AuditRecovery(
                tenant: tenant,
                file: path,
                byteCount: byteCount,
                sequence: tail.head.position.sequence
            )
        )
    }

    /// The newest checkpoint, as it is kept beside the segments.
    func newestCheckpoint() throws(AuditError) -> AuditCheckpoint? {
        try AuditFiles.checkpoint(inFile: file(SegmentName.newestCheckpoint))
    }
}

extension AuditHead {
    /// The head when the chain has moved on.
    func moved(to position: AuditPosition, segmentFirst: UInt64) -> AuditHead {
        AuditHead(
            tenant: tenant,
            position: position,
            checkpoint: checkpoint,
            segmentFirst: segmentFirst
        )
    }

    /// The head with a checkpoint.
    func signed(by checkpoint: AuditCheckpoint?) -> AuditHead {
        AuditHead(
            tenant: tenant,
            position: position,
            checkpoint: checkpoint,
            segmentFirst: segmentFirst
        )
    }
}

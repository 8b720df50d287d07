import Dispatch
import Synchronization

/// A store of files: a directory a tenant, a file of JSON Lines a segment.
///
/// The files are what `signet audit verify` reads, and what other tools can read as well. Several
/// processes of one machine may use one directory; they take turns. File systems over a network
/// that do not carry locks are not for it.
///
/// A process that is killed while it writes may leave half a line. The next one that writes cuts it
/// off and reports that; nobody had been told that it was stored. Closed segments are not touched
/// any more, except to redact.
public final class DirectoryAuditStore: AuditStore {
    /// The directory's path.
    public let path: String
    private let durability: AuditDurability
    private let report: @Sendable (AuditRecovery) -> Void
    private let folders = Mutex<[ExactText: TenantFolder]>([:])
    /// Calls wait for the disk here and not on the threads of Swift's concurrency.
    private let queues = (0..<4).map { DispatchQueue(label: "signet.audit.\($0)") }

    /// Of how many tenants something is remembered between two calls.
    private static let memoryLimit = 1024

    /// Opens a directory, and makes it when there is none.
    ///
    /// - Parameters:
    ///   - path: The directory. Only its owner may look into what is made in it.
    ///   - durability: When records are on the disk.
    ///   - report: Is told of each unfinished line that was cut off.
    /// - Throws: ``AuditError/Code-swift.struct/storeFailed``.
    public init(
        path: String,
        durability: AuditDurability = .records,
        report: @escaping @Sendable (AuditRecovery) -> Void = { _ in }
    ) throws(AuditError) {
        try FileSystem.makeDirectory(path)
        self.path = path
        self.durability = durability
        self.report = report
    }

    /// Opens a directory that is there, to look at it or to work on it.
    ///
    /// - Parameters:
    ///   - path: The directory.
    ///   - report: Is told of each unfinished line that was cut off.
    /// - Throws: ``AuditError/Code-swift.struct/notFound`` or
    ///   ``AuditError/Code-swift.struct/storeFailed``.
    public init(
        existing path: String,
        report: @escaping @Sendable (AuditRecovery) -> Void = { _ in }
    ) throws(AuditError) {
        guard try FileSystem.isDirectory(path) else {
            throw AuditError(.storeFailed, "the path is no directory", file: path)
        }
        self.path = path
        durability = .records
        self.report = report
    }

    /// The tenants that have a chain, ordered by their bytes.
    public func tenants() async throws(AuditError) -> [String] {
        let path = path
        return try await onQueue(0) { () throws(AuditError) in
            var tenants: [String] = []
            for name in try FileSystem.names(in: path) {
                let folder = "\(path)/\(name)"
                guard
                    let first = try FileSystem.names(in: folder).first(where: { name in
                        SegmentName.first(ofFile: name) != nil
                    })
                else { continue }
                tenants.append(try AuditFiles.header(ofFile: "\(folder)/\(first)").tenant)
            }
            return tenants.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    /// The end of a tenant's chain.
    public func head(of tenant: String) async throws(AuditError) -> AuditHead {
        try await inFolder(of: tenant) { folder throws(AuditError) in try folder.head() }
    }

    /// Extends a tenant's chain, if it ends where the caller says.
    public func append(
        _ records: [AuditRecord],
        after end: AuditPosition
    ) async throws(AuditError) {
        guard let tenant = records.first?.tenant else { return }
        try await inFolder(of: tenant) { folder throws(AuditError) in
            try folder.append(records, after: end)
        }
    }

    /// Adds a checkpoint at the end of a tenant's chain, and closes the segment if that is wanted.
    public func append(
        _ checkpoint: AuditCheckpoint,
        isSealing: Bool
    ) async throws(AuditError) {
        try await inFolder(of: checkpoint.tenant) { folder throws(AuditError) in
            try folder.append(checkpoint, isSealing: isSealing)
        }
    }

    /// Reads records in their order.
    public func records(
        of tenant: String,
        from sequence: UInt64,
        limit: Int
    ) async throws(AuditError) -> [AuditRecord] {
        try await inFolder(of: tenant) { folder throws(AuditError) in
            try folder.records(from: sequence, limit: limit)
        }
    }

    /// Reads checkpoints in their order.
    public func checkpoints(
        of tenant: String,
        from sequence: UInt64,
        limit: Int
    ) async throws(AuditError) -> [AuditCheckpoint] {
        try await inFolder(of: tenant) { folder throws(AuditError) in
            try folder.checkpoints(from: sequence, limit: limit)
        }
    }

    /// Puts redacted records in the place of those that have everything.
    public func replace(_ records: [AuditRecord]) async throws(AuditError) {
        guard let tenant = records.first?.tenant else { return }
        try await inFolder(of: tenant) { folder throws(AuditError) in
            try folder.replace(records)
        }
    }

    /// The segments of a tenant's chain in their order; the last is open.
    public func segments(of tenant: String) async throws(AuditError) -> [AuditSegment] {
        try await inFolder(of: tenant) { folder throws(AuditError) in try folder.segments() }
    }

    /// Drops the closed segments that end at a number or before it.
    public func drop(_ tenant: String, through sequence: UInt64) async throws(AuditError) {
        try await inFolder(of: tenant) { folder throws(AuditError) in
            try folder.drop(through: sequence)
        }
    }

    // MARK: Where the work is done

    private func inFolder<Value: Sendable>(
        of tenant: String,
        _ body: @escaping @Sendable (TenantFolder) throws(AuditError) -> Value
    ) async throws(AuditError) -> Value {
        try AuditEvent.requireTenant(tenant)
        let folder = folder(of: tenant)
        let number = tenant.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xffff }
        return try await onQueue(number) { () throws(AuditError) in try body(folder) }
    }

    private func folder(of tenant: String) -> TenantFolder {
        folders.withLock { folders in
            if let folder = folders[ExactText(tenant)] { return folder }
            // One that is still at work keeps its lock, whoever else opens the directory.
            if folders.count >= Self.memoryLimit, let any = folders.keys.first {
                folders[any] = nil
            }
            let folder = TenantFolder(
                tenant: tenant,
                path: "\(path)/\(SegmentName.directory(of: tenant))",
                durability: durability,
                report: report
            )
            folders[ExactText(tenant)] = folder
            return folder
        }
    }

    private func onQueue<Value: Sendable>(
        _ number: Int,
        _ body: @escaping @Sendable () throws(AuditError) -> Value
    ) async throws(AuditError) -> Value {
        let queue = queues[number % queues.count]
        let result: Result<Value, AuditError> = await withCheckedContinuation { continuation in
            queue.async {
                do throws(AuditError) {
                    continuation.resume(returning: .success(try body()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}

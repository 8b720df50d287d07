#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Files of audit logs that are looked at together: stores, archives, single exports.
///
/// The segments of one tenant are put in their order, wherever they lie. Nothing is locked and
/// nothing is changed, so copies on another machine can be verified as well.
public struct AuditFileSet: Sendable {
    /// The segments of each tenant, and what stands beside them.
    private var chains: [ExactText: Chain] = [:]
    /// Files that are no segments, with what is wrong.
    private var unreadable: [AuditError] = []
    /// Whether a directory was given: then all of a chain that is stored is expected there.
    private var isWhole = false

    private struct Chain {
        var files: [(first: UInt64, path: String)] = []
        var checkpoints: [(checkpoint: AuditCheckpoint, path: String)] = []
    }

    /// How deep directories are looked into: a store has one level, an archive of stores two.
    private static let maximumDepth = 3

    /// Finds the files.
    ///
    /// - Parameter paths: Files of JSON Lines, and directories that hold some.
    /// - Throws: ``AuditError/Code-swift.struct/notFound`` or
    ///   ``AuditError/Code-swift.struct/storeFailed`` for what cannot be read.
    public init(_ paths: [String]) throws(AuditError) {
        for path in paths {
            if try FileSystem.isDirectory(path) {
                isWhole = true
                try addDirectory(path, depth: 0)
            } else {
                try addFile(path)
            }
        }
    }

    /// The tenants of which something was found, ordered by their bytes.
    public var tenants: [String] {
        chains.keys.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Files that look like segments and do not begin as one.
    public var problems: [AuditProblem] {
        unreadable.map { error in
            AuditProblem(
                code: .malformed,
                message: error.message,
                tenant: nil,
                sequence: nil,
                place: error.file.map { AuditPlace(file: $0, line: error.line) }
            )
        }
    }

    /// Looks through a tenant's chain.
    ///
    /// - Parameters:
    ///   - tenant: Whose chain.
    ///   - keys: The keys that are trusted, as for ``AuditVerifier``.
    ///   - positions: Places that the chain is known to go through.
    ///   - checkpoints: Checkpoints that were kept elsewhere; those of other tenants are left out.
    /// - Returns: What was found.
    /// - Throws: ``AuditError/Code-swift.struct/storeFailed`` when a file cannot be read.
    public func verify(
        _ tenant: String,
        keys: Set<AuditPublicKey> = [],
        expecting positions: [AuditPosition] = [],
        checkpoints: [AuditCheckpoint] = []
    ) throws(AuditError) -> AuditVerification {
        var verifier = AuditVerifier(tenant: tenant, keys: keys, expecting: positions)
        let chain = chains[ExactText(tenant)] ?? Chain()
        for (checkpoint, path) in chain.checkpoints {
            verifier.expect(checkpoint, at: AuditPlace(file: path, line: 1))
        }
        for checkpoint in checkpoints where checkpoint.tenant.isExactly(tenant) {
            verifier.expect(checkpoint)
        }
        for (_, path) in chain.files.sorted(by: { $0.first < $1.first }) {
            try Self.read(path, of: tenant, into: &verifier)
        }
        return verifier.finish(isWhole: isWhole)
    }

    private static func read(
        _ path: String,
        of tenant: String,
        into verifier: inout AuditVerifier
    ) throws(AuditError) {
        var source = try LineSource(path)
        try source.visit { line, position throws(AuditError) in
            let place = AuditPlace(file: path, line: position.number)
            guard position.isWhole else {
                verifier.addTornLine(at: place)
                return false
            }
            let value: AuditLine
            do throws(AuditError) {
                value = try AuditLine(parsing: line, tenant: tenant)
            } catch {
                verifier.addMalformedLine(at: place)
                return true
            }
            switch value {
            case .record(let record): verifier.add(record, at: place)
            case .checkpoint(let checkpoint): verifier.add(checkpoint, at: place)
            case .header(let header): verifier.begin(header, at: place)
            }
            return true
        }
    }

    // MARK: Finding files

    private mutating func addDirectory(_ path: String, depth: Int) throws(AuditError) {
        for name in try FileSystem.names(in: path).sorted() {
            let inner = "\(path)/\(name)"
            if name == SegmentName.newestCheckpoint {
                try addCheckpoint(inner)
            } else if name.hasSuffix(SegmentName.suffix) {
                try addFile(inner)
            } else if depth < Self.maximumDepth, try FileSystem.isDirectory(inner) {
                try addDirectory(inner, depth: depth + 1)
            }
        }
    }

    private mutating func addFile(_ path: String) throws(AuditError) {
        do throws(AuditError) {
            let header = try AuditFiles.header(ofFile: path)
            chains[ExactText(header.tenant), default: Chain()].files.append((header.first, path))
        } catch  where error.code == .corrupted {
            unreadable.append(error)
        }
    }

    private mutating func addCheckpoint(_ path: String) throws(AuditError) {
        do throws(AuditError) {
            guard let checkpoint = try AuditFiles.checkpoint(inFile: path) else { return }
            chains[ExactText(checkpoint.tenant), default: Chain()].checkpoints.append(
                (checkpoint, path)
            )
        } catch  where error.code == .corrupted {
            unreadable.append(error)
        }
    }
}

extension AuditVerifier {
    /// Begins a segment as its header says.
    fileprivate mutating func begin(_ header: AuditSegmentHeader, at place: AuditPlace) {
        guard header.tenant.isExactly(result.tenant) else {
            return addForeignSegment(at: place)
        }
        beginSegment(first: header.first, predecessor: header.predecessor, at: place)
    }
}

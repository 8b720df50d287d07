import Foundation
internal import Signet
internal import SignetAudit

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Flags in a directory, for the processes of one machine.
///
/// `flags.json` holds the flags and their history; it is replaced as a whole, under a lock, and on
/// the disk before a change counts as made. `tallies/` holds what each process counted.
public actor FileFlagStore: FlagStore {
    /// The directory's path.
    public let path: String

    /// The longest file that is read.
    private static let maximumCount = 1 << 24

    /// Opens a directory, and makes it when there is none.
    ///
    /// - Parameter path: The directory. Only its owner may look into what is made.
    /// - Throws: ``RolloutError/Code-swift.struct/storeFailed``.
    public init(path: String) throws(RolloutError) {
        self.path = path
        try Self.translating { () throws(AuditError) in
            try FileSystem.makeDirectory(path)
            try FileSystem.makeDirectory("\(path)/tallies")
        }
    }

    /// All flags that are set, in any order.
    public func flags() throws(RolloutError) -> [RolloutFlag] {
        try document().flags.map { entry throws(RolloutError) in try entry.flag() }
    }

    /// The number of the newest change; 0 before the first.
    public func revision() throws(RolloutError) -> UInt64 { try document().revision }

    /// Sets a flag, unless somebody else changed it in between.
    public func set(_ flag: RolloutFlag) throws(RolloutError) -> RolloutFlag {
        try locked { () throws(RolloutError) in
            var document = try document()
            let target = flag.target.description
            let index = document.flags.firstIndex { $0.target == target }
            guard index.map({ document.flags[$0].revision }) ?? 0 == flag.revision else {
                throw RolloutError(.conflict)
            }
            document.revision += 1
            let stored = flag.numbered(document.revision)
            if let index { document.flags.remove(at: index) }
            document.flags.append(StoredFlag(stored))
            document.flags.sort { $0.target < $1.target }
            document.history.append(StoredFlag(stored))
            document.history.removeFirst(
                max(0, document.history.count - StoredFlag.historyLimit)
            )
            try write(document, to: "flags.json", isDurable: true)
            return stored
        }
    }

    /// The changes of a flag, or of all, the newest first.
    public func history(
        of target: RolloutTarget?,
        limit: Int
    ) throws(RolloutError) -> [RolloutFlag] {
        let wanted = try document().history.reversed().filter { entry in
            target == nil || entry.target == target?.description
        }
        return try wanted.prefix(limit).map { entry throws(RolloutError) in try entry.flag() }
    }

    /// Puts a process's figures in the place of those that it published before.
    public func publish(
        _ tallies: [FormatTally],
        of instance: String
    ) throws(RolloutError) {
        try FormatTally.require(instance: instance)
        try write(tallies, to: "tallies/\(instance).json", isDurable: false)
        try removeOldTallies(but: instance)
    }

    /// The figures of all processes, also of those that have ended.
    public func tallies() throws(RolloutError) -> [FormatTally] {
        var tallies: [FormatTally] = []
        for name in try tallyFiles() {
            tallies += try read([FormatTally].self, from: "tallies/\(name)") ?? []
        }
        return tallies
    }

    // MARK: Files

    /// Removes the figures of steps that are over: they serve nobody.
    private func removeOldTallies(but instance: String) throws(RolloutError) {
        let steps = Set(try document().flags.map(\.revision))
        for name in try tallyFiles() where name != "\(instance).json" {
            let tallies = try read([FormatTally].self, from: "tallies/\(name)") ?? []
            guard !tallies.contains(where: { steps.contains($0.step) }) else { continue }
            let path = "\(path)/tallies/\(name)"
            try Self.translating { () throws(AuditError) in try FileSystem.remove(path) }
        }
    }

    private func tallyFiles() throws(RolloutError) -> [String] {
        let path = path
        return try Self.translating { () throws(AuditError) in
            try FileSystem.names(in: "\(path)/tallies").filter { $0.hasSuffix(".json") }.sorted()
        }
    }

    private func document() throws(RolloutError) -> FlagDocument {
        try read(FlagDocument.self, from: "flags.json") ?? FlagDocument()
    }

    private func read<Value: Decodable>(
        _ type: Value.Type,
        from name: String
    ) throws(RolloutError) -> Value? {
        let file = "\(path)/\(name)"
        let bytes = try Self.translating { () throws(AuditError) in
            try FileSystem.contents(of: file, limit: Self.maximumCount)
        }
        guard let bytes else { return nil }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw RolloutError(.storeFailed, "\(file) is not what a store of flags writes")
        }
    }

    private func write<Value: Encodable>(
        _ value: Value,
        to name: String,
        isDurable: Bool
    ) throws(RolloutError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else {
            throw RolloutError(.storeFailed, "what is to be stored cannot be written as JSON")
        }
        let path = path
        try Self.translating { () throws(AuditError) in
            try FileSystem.replace(
                "\(path)/\(name)",
                in: path,
                with: Array(data + Data("\n".utf8)).span,
                isDurable: isDurable
            )
        }
    }

    /// Runs `body` while no other process sets a flag.
    private func locked<Value>(
        _ body: () throws(RolloutError) -> Value
    ) throws(RolloutError) -> Value {
        let lock = try Self.lock(path)
        let value = try body()
        // Giving the file back ends the lock, and not before.
        _ = consume lock
        return value
    }

    private static func lock(_ path: String) throws(RolloutError) -> FileDescriptor {
        do throws(AuditError) {
            let lock = try FileDescriptor("\(path)/lock", O_RDWR | O_CREAT)
            try lock.lock()
            return lock
        } catch {
            throw RolloutError(.storeFailed, error.description)
        }
    }

    private static func translating<Value>(
        _ body: () throws(AuditError) -> Value
    ) throws(RolloutError) -> Value {
        do throws(AuditError) {
            return try body()
        } catch {
            throw RolloutError(.storeFailed, error.description)
        }
    }
}

import SignetScan

/// The bytes of a journal: what a run does to which files.
///
/// A head with a version, a seed of the hashes, the entries, and a hash over all of it, so that a
/// damaged journal is not followed.
struct JournalFile: Sendable {
    /// The seed of all hashes.
    let seed: UInt64
    /// The files, in the order in which they are written.
    let entries: [JournalEntry]

    private static let head = Array("signet journal 1\n".utf8)

    /// The hash that the entries are made with.
    var hash: ContentHash { ContentHash(seed: seed) }

    init(seed: UInt64, entries: [JournalEntry]) {
        self.seed = seed
        self.entries = entries
    }

    /// The bytes to store.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.append(Self.head.span)
        writer.fixed(seed)
        writer.list(entries) { entry, writer in
            writer.text(entry.path)
            for side in [entry.old, entry.new] {
                writer.number(side.count)
                writer.fixed(side.hash)
            }
            writer.list(entry.inverse) { edit, writer in
                writer.number(edit.range.lowerBound)
                writer.number(edit.range.count)
                writer.number(edit.replacement.count)
                writer.append(edit.replacement.span)
            }
        }
        writer.fixed(hash.hash(writer.bytes.span))
        return writer.bytes
    }

    /// Reads what `bytes` has written; `nil` for anything else.
    init?(_ bytes: [UInt8]) {
        let end = bytes.count - 16
        guard end >= Self.head.count, bytes[..<Self.head.count] == Self.head[...] else {
            return nil
        }
        do throws(ByteReader.Damage) {
            var tail = ByteReader(bytes, end..<bytes.count)
            let checksum = try tail.fixed(UInt128.self)
            var reader = ByteReader(bytes, Self.head.count..<end)
            seed = try reader.fixed(UInt64.self)
            let body = bytes.span.extracting(..<end)
            guard ContentHash(seed: seed).hash(body) == checksum else { return nil }
            var entries: [JournalEntry] = []
            for _ in 0..<(try reader.count()) { entries.append(try Self.entry(&reader)) }
            guard reader.isAtEnd else { return nil }
            self.entries = entries
        } catch {
            return nil
        }
    }

    private static func entry(
        _ reader: inout ByteReader
    ) throws(ByteReader.Damage) -> JournalEntry {
        let path = try reader.text()
        let old = try fingerprint(&reader)
        let new = try fingerprint(&reader)
        var edits: [SourceEdit] = []
        for _ in 0..<(try reader.count()) {
            let start = try reader.number()
            let (end, overflow) = start.addingReportingOverflow(try reader.number())
            guard start >= 0, end >= start, !overflow else { throw ByteReader.Damage() }
            var replacement: [UInt8] = []
            for _ in 0..<(try reader.count()) { replacement.append(try reader.byte()) }
            edits.append(SourceEdit(start..<end, replacement))
        }
        return JournalEntry(path: path, old: old, new: new, inverse: edits)
    }

    private static func fingerprint(
        _ reader: inout ByteReader
    ) throws(ByteReader.Damage) -> JournalEntry.Fingerprint {
        JournalEntry.Fingerprint(count: try reader.number(), hash: try reader.fixed(UInt128.self))
    }
}

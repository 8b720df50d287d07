import Synchronization

/// The results of earlier scans, and what this one adds to them.
///
/// A file whose identity is that of a record is not even opened. Else its content is hashed, and
/// the result is used again if the content is that of the record.
final class ScanCache: Sendable {
    /// What earlier scans have left.
    let image: CacheImage

    private let file: CacheFile
    private let key: UInt128
    private let now: Int
    private let learnt = Mutex<[CacheRecorder]>([])

    /// Opens the cache of a scan; `nil` if it has none.
    init?(_ scanner: Scanner) {
        guard let directory = scanner.options.cacheDirectory, let key = ScanKey.of(scanner) else {
            return nil
        }
        self.key = key
        now = scanner.options.now
        let settings = ScanKey.settings(of: scanner).bytes
        let name = String(ContentHash(seed: 0).hash(settings.span), radix: 36)
        file = CacheFile(directory: directory, name: "scan-\(name)")
        image =
            file.read().flatMap { CacheImage($0, key: key) }
            ?? CacheImage(seed: .random(in: 0 ... .max))
    }

    /// The hash that stands for a root: its path, and how findings show it.
    func hash(of root: ScanRoot) -> UInt64 {
        let hash = image.hash.hash((root.absolute + [0] + root.shown).span)
        return UInt64(truncatingIfNeeded: hash)
    }

    /// The digest to store for an identity: zero if a later change might not show.
    func digest(_ identity: FileIdentity) -> UInt128 {
        identity.isSettled(at: now) ? identity.digest(image.hash) : 0
    }

    /// Takes in what a thread has learnt.
    func add(_ recorder: CacheRecorder) { learnt.withLock { $0.append(recorder) } }

    /// Writes the cache anew if anything has changed.
    ///
    /// - Parameter roots: The hashes of the roots that were scanned to the end: what was not seen
    ///   below them is gone.
    func save(roots: Set<UInt64>) {
        let recorders = learnt.withLock { $0 }
        let (kept, isChanged) = kept(recorders, roots)
        guard isChanged || recorders.contains(where: { !$0.records.isEmpty }) else { return }
        var records: [CacheRecord] = []
        var payloads = ByteWriter()
        for index in kept {
            var record = image[index]
            let start = payloads.bytes.count
            image.copyPayload(of: record, to: &payloads)
            record.payload = start..<payloads.bytes.count
            records.append(record)
        }
        for recorder in recorders {
            let start = payloads.bytes.count
            payloads.append(recorder.payloads.bytes.span)
            for var record in recorder.records {
                record.payload =
                    (record.payload.lowerBound + start)..<(record.payload.upperBound + start)
                records.append(record)
            }
        }
        records.sort { $0.key < $1.key }
        if let bytes = image.file(of: records, payloads.bytes.span, key: key) { file.write(bytes) }
    }

    /// The old records that stay, and whether others go.
    private func kept(_ recorders: [CacheRecorder], _ roots: Set<UInt64>) -> ([Int], Bool) {
        var isSeen = [Bool](repeating: false, count: image.count)
        var isReplaced = isSeen
        for recorder in recorders {
            for index in recorder.kept { isSeen[index] = true }
            for record in recorder.records {
                if let index = image.index(of: record.key) { isReplaced[index] = true }
            }
        }
        var kept: [Int] = []
        var isChanged = false
        for index in 0..<image.count {
            let isGone = !isSeen[index] && roots.contains(image[index].root)
            if isReplaced[index] || isGone {
                isChanged = true
            } else {
                kept.append(index)
            }
        }
        return (kept, isChanged)
    }
}

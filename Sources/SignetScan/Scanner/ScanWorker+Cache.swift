extension ScanWorker {
    /// Begins to look for a file in the cache; `nil` without a cache.
    ///
    /// - Parameters:
    ///   - path: The absolute path.
    ///   - root: The index of its root.
    ///   - name: The name with its terminating zero, as `directory` has it.
    ///   - directory: The directory, or `nil` for a file that the user named.
    /// - Returns: What is known of the file before it is read.
    func visit(
        _ path: [UInt8],
        root: Int,
        name: Span<UInt8>,
        in directory: DirectoryHandle?
    ) -> CacheVisit? {
        guard let cache = state.cache else { return nil }
        let rootHash = state.rootHashes[root]
        let key = cache.image.hash.hash(path.span, tweak: rootHash)
        return CacheVisit(
            key: key,
            root: rootHash,
            identity: FileIdentity(name: name, in: directory, followLinks: directory == nil),
            index: cache.image.index(of: key)
        )
    }

    /// Uses the result of an earlier scan if the file is the same by its identity; whether it did.
    mutating func reuseUnread(_ visit: CacheVisit, path: [UInt8], root: Int) -> Bool {
        guard let cache = state.cache, let index = visit.index, let identity = visit.identity
        else { return false }
        let record = cache.image[index]
        guard record.identity != 0, record.identity == identity.digest(cache.image.hash),
            let result = result(of: record, path: path, root: root)
        else { return false }
        report.add(result)
        report.statistics.files += 1
        report.statistics.bytes += identity.size
        report.statistics.filesReused += 1
        report.statistics.filesUnread += 1
        recorder.keep(index)
        return true
    }

    /// Uses the result of an earlier scan if the file in the reader has the same content; whether
    /// it did.
    mutating func reuseRead(
        _ wanted: inout CacheVisit?,
        count: Int,
        path: [UInt8],
        root: Int
    ) -> Bool {
        guard let cache = state.cache, var visit = wanted else { return false }
        let buffer = reader.buffer
        visit.content = cache.image.hash.hash(buffer.span.extracting(..<count))
        wanted = visit
        guard let index = visit.index else { return false }
        let old = cache.image[index]
        guard old.content == visit.content, let result = result(of: old, path: path, root: root)
        else { return false }
        report.add(result)
        report.statistics.files += 1
        report.statistics.bytes += count
        report.statistics.filesReused += 1
        let record = record(of: visit)
        if record.identity == old.identity {
            recorder.keep(index)
        } else {
            recorder.add(record, payloadOf: old, in: cache.image)
        }
        return true
    }

    /// Keeps a result for later scans.
    mutating func record(_ result: FileResult, language: String, of visit: CacheVisit) {
        guard let index = state.scanner.languages.firstIndex(where: { $0.name == language }) else {
            return
        }
        recorder.add(record(of: visit), result, language: index)
    }

    private func record(of visit: CacheVisit) -> CacheRecord {
        CacheRecord(
            key: visit.key,
            identity: visit.identity.flatMap { state.cache?.digest($0) } ?? 0,
            content: visit.content,
            root: visit.root,
            payload: 0..<0
        )
    }

    /// The result that a record has; `nil` if its bytes cannot be read.
    private func result(of record: CacheRecord, path: [UInt8], root: Int) -> FileResult? {
        guard let cache = state.cache, !record.payload.isEmpty else { return FileResult() }
        var bytes = cache.image.reader(of: record)
        guard let language = try? bytes.member(of: state.scanner.languages) else { return nil }
        var decoder = ResultDecoder(
            bytes,
            of: state.file(at: path, language: language.name, root: root)
        )
        return try? decoder.result()
    }
}

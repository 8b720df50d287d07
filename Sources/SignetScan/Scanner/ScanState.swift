import Synchronization

/// What the threads of one scan share.
final class ScanState: Sendable {
    let scanner: Scanner
    let roots: [ScanRoot]
    let walk: WalkRules
    let queue: WorkQueue<ScanJob>
    let services: ServiceMap
    /// The results of earlier scans, if they are used.
    let cache: ScanCache?
    /// The hash of each root in the cache.
    let rootHashes: [UInt64]
    /// What each thread has found, once it has nothing more to do.
    let results = Mutex<[ScanReport]>([])
    /// The files done so far; counted only when somebody wants to know.
    let filesDone = Atomic(0)
    /// Where sources are kept for those who edit them, if they are.
    let store: SourceStore?

    init(_ scanner: Scanner, roots: [ScanRoot], walk: WalkRules, jobs: [ScanJob]) {
        self.scanner = scanner
        self.roots = roots
        self.walk = walk
        queue = WorkQueue(jobs)
        let isComplete = scanner.facts == FactSet.all.subtracting(.directives)
        store = isComplete ? scanner.options.store : nil
        let cache = ScanCache(scanner)
        self.cache = cache
        rootHashes = cache.map { cache in roots.map { cache.hash(of: $0) } } ?? []
        services = ServiceMap(
            scanner.options.declarations.services,
            workingDirectory: scanner.options.workingDirectory
        )
    }

    /// Hands over what all threads have found.
    func mergeResults(into report: inout ScanReport) {
        var all = results.withLock { results in
            defer { results = [] }
            return results
        }
        while let result = all.popLast() { report.merge(result) }
    }

    /// Counts `count` more files as done and tells whoever wants to know.
    func advance(by count: Int) {
        guard let progress = scanner.options.progress else { return }
        progress(filesDone.add(count, ordering: .relaxed).newValue)
    }
}

extension ScanState {
    /// The language of files called `name`, by its extension.
    func language(ofName name: Span<UInt8>) -> (any SourceLanguage)? {
        guard let dot = name.lastDot(from: 0) else { return nil }
        let found = name.extracting((dot + 1)...)
        for language in scanner.languages {
            for wanted in language.extensions where found.equals(wanted) { return language }
        }
        return nil
    }

    /// The language of a file that the user named: by its extension, else by its first line.
    func language(
        ofNamed path: Span<UInt8>,
        bytes: Span<UInt8>
    ) -> (any SourceLanguage)? {
        let name = path.extracting(path.lastComponentStart...)
        if let language = language(ofName: name) { return language }
        var end = 0
        while end < bytes.count, bytes[end] != 0x0a { end += 1 }
        let line = bytes.extracting(0..<end)
        return scanner.languages.first { $0.claims(firstLine: line) }
    }
}

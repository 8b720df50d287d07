import Synchronization

/// One thread of a scan, with its buffers and its share of the results.
struct ScanWorker: ~Copyable {
    /// A directory with more files than this is shared between threads, this many at a time.
    private static let batchSize = 64

    let state: ScanState
    var walker: FileWalker
    var reader = SourceReader()
    var decoder = SourceDecoder()
    var report = ScanReport()
    var stopwatch: Stopwatch
    var recorder = CacheRecorder()
    private var names: NameCounts?

    init(_ state: ScanState) {
        self.state = state
        walker = FileWalker(state.walk)
        stopwatch = Stopwatch(isOn: state.scanner.options.measuresPhases)
        names = state.scanner.options.census.map { _ in NameCounts() }
    }

    /// Works until nothing is left to do, then hands in the results.
    consuming func run() {
        var hasFinished = false
        let cancellation = state.scanner.options.cancellation
        while let job = state.queue.next(hasFinished: hasFinished) {
            hasFinished = true
            if cancellation.isSet { continue }
            switch job {
            case .directory(let directory): list(directory)
            case .files(let batch): scan(batch)
            case .file(let root): scanNamed(root)
            }
        }
        state.cache?.add(recorder)
        if let names { state.scanner.options.census?.add(names) }
        // What each thread has sorted only needs to be merged.
        report.sort()
        let result = report
        state.results.withLock { $0.append(result) }
    }

    /// Lists a directory, puts what stands below it into the queue and scans its files.
    private mutating func list(_ job: DirectoryJob) {
        let root = state.roots[job.root]
        stopwatch.start()
        do throws(SystemError) {
            let found = try walker.list(job)
            stopwatch.stop(&report.statistics.phases.walk)
            report.statistics.directories += 1
            for path in found.unnameable {
                refuse(root.shownPath(of: path.span), "its name is not UTF-8; rename it")
            }
            var batches = found.files.split(by: Self.batchSize)
            let own = batches.popLast()
            state.queue.add(found.directories.map { .directory($0) } + batches.map { .files($0) })
            if let own { scan(own) }
        } catch {
            refuse(root.shownPath(of: job.path.span), error.reason)
        }
    }

    /// Scans some files of one directory.
    private mutating func scan(_ batch: FileBatch) {
        for index in batch.starts.indices {
            let name = batch.nameRange(index)
            let path = batch.path + [UInt8(ascii: "/")] + batch.names[name]
            let zeroTerminated = batch.names.span.extracting(name.lowerBound...name.upperBound)
            stopwatch.start()
            let visit = visit(path, root: batch.root, name: zeroTerminated, in: batch.directory)
            let isDone = visit.map { reuseUnread($0, path: path, root: batch.root) } ?? false
            stopwatch.stop(&report.statistics.phases.walk)
            if !isDone { read(batch, name: name, path: path, visit) }
        }
        state.advance(by: batch.starts.count)
    }

    private mutating func read(
        _ batch: FileBatch,
        name: Range<Int>,
        path: [UInt8],
        _ visit: CacheVisit?
    ) {
        stopwatch.start()
        do throws(SourceReadError) {
            let count = try reader.read(
                name: batch.names,
                at: name.lowerBound,
                in: batch.directory,
                isKnownRegular: true
            )
            stopwatch.stop(&report.statistics.phases.read)
            let nameBytes = batch.names.span.extracting(name)
            guard let language = state.language(ofName: nameBytes) else { return }
            let buffer = reader.buffer
            let isSource = !language.isGenerated(buffer.span.extracting(0..<count))
            scan(count, as: language, isSource: isSource, path: path, root: batch.root, visit)
        } catch {
            refuse(state.roots[batch.root].shownPath(of: path.span), error.reason)
        }
    }

    /// Scans the file in the reader, or finds it in the cache.
    private mutating func scan(
        _ count: Int,
        as language: any SourceLanguage,
        isSource: Bool,
        path: [UInt8],
        root: Int,
        _ visit: CacheVisit?
    ) {
        var visit = visit
        if visit != nil, reuseRead(&visit, count: count, path: path, root: root) { return }
        if language.name == "python" {
            let buffer = reader.buffer
            names?.count(buffer.span.extracting(0..<count))
        }
        var result = FileResult()
        if mightMatch(count, language), isSource {
            guard let found = analyze(count, as: language, path: path, root: root) else { return }
            result = found
        }
        report.add(result)
        if let visit { record(result, language: language.name, of: visit) }
    }

    /// Scans a file that the user named.
    private mutating func scanNamed(_ index: Int) {
        let root = state.roots[index]
        let path = root.absolute
        defer { state.advance(by: 1) }
        stopwatch.start()
        let visit = visit(path, root: index, name: (path + [0]).span, in: nil)
        if let visit, reuseUnread(visit, path: path, root: index) { return }
        do throws(SourceReadError) {
            let count = try reader.read(path: path, followLinks: true)
            stopwatch.stop(&report.statistics.phases.read)
            let buffer = reader.buffer
            let bytes = buffer.span.extracting(0..<count)
            guard let language = state.language(ofNamed: path.span, bytes: bytes) else {
                return refuse(
                    root.shownPath(of: path.span),
                    "its language is not known; give it an extension such as .py"
                )
            }
            scan(count, as: language, isSource: true, path: path, root: index, visit)
        } catch {
            refuse(root.shownPath(of: path.span), error.reason)
        }
    }

    /// Counts the file in the reader and asks the language whether it is worth a closer look.
    private mutating func mightMatch(_ count: Int, _ language: any SourceLanguage) -> Bool {
        report.statistics.files += 1
        report.statistics.bytes += count
        stopwatch.start()
        defer { stopwatch.stop(&report.statistics.phases.filter) }
        let bytes = reader.buffer.span.extracting(0..<count)
        let scanner = state.scanner
        return language.mightMatch(bytes, scanner.facts)
            || scanner.needsDirectives && DirectiveReader.mark.firstOffset(in: bytes) != nil
    }

    mutating func refuse(_ path: String, _ reason: String) {
        report.unreadable.append(UnreadableFile(path: path, reason: reason))
    }
}

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

    init(_ state: ScanState) {
        self.state = state
        walker = FileWalker(state.walk)
        stopwatch = Stopwatch(isOn: state.scanner.options.measuresPhases)
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
            stopwatch.start()
            do throws(SourceReadError) {
                let count = try reader.read(
                    name: batch.names,
                    at: name.lowerBound,
                    in: batch.directory,
                    isKnownRegular: true
                )
                stopwatch.stop(&report.statistics.phases.read)
                scanBytes(count, of: batch, name: name)
            } catch {
                refuse(shownPath(of: batch, name: name), error.reason)
            }
        }
        state.advance(by: batch.starts.count)
    }

    private mutating func scanBytes(_ count: Int, of batch: FileBatch, name: Range<Int>) {
        let nameBytes = batch.names.span.extracting(name)
        guard let language = state.language(ofName: nameBytes), mightMatch(count, language) else {
            return
        }
        let path = batch.path + [UInt8(ascii: "/")] + batch.names[name]
        analyze(count, as: language, path: path, root: batch.root)
    }

    private func shownPath(of batch: FileBatch, name: Range<Int>) -> String {
        let path = batch.path + [UInt8(ascii: "/")] + batch.names[name]
        return state.roots[batch.root].shownPath(of: path.span)
    }

    /// Scans a file that the user named.
    private mutating func scanNamed(_ index: Int) {
        let root = state.roots[index]
        stopwatch.start()
        do throws(SourceReadError) {
            let count = try reader.read(path: root.absolute, followLinks: true)
            stopwatch.stop(&report.statistics.phases.read)
            let buffer = reader.buffer
            let bytes = buffer.span.extracting(0..<count)
            guard let language = state.language(ofNamed: root.absolute.span, bytes: bytes) else {
                return refuse(
                    root.shownPath(of: root.absolute.span),
                    "its language is not known; give it an extension such as .py"
                )
            }
            if mightMatch(count, language) {
                analyze(count, as: language, path: root.absolute, root: index)
            }
        } catch {
            refuse(root.shownPath(of: root.absolute.span), error.reason)
        }
        state.advance(by: 1)
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

package import SignetScan
import Synchronization

/// Plans the edits of all files with findings, on all cores, and proves them.
package struct FixPlanner: Sendable {
    let context: FixContext
    let scanner: Scanner
    let level: FixLevel
    private let versions: PythonVersions
    let manifests = SwiftManifests()
    /// By path: the producers that are to be fixed.
    private var findings: [(path: String, findings: [Finding])] = []
    private let suppressed: [String: [Finding]]
    private let all: [String: [Finding]]

    /// Creates a planner.
    ///
    /// - Parameters:
    ///   - report: The scan of the whole tree.
    ///   - scanner: What has scanned it, and scans new text again.
    ///   - context: What the tree says about each place.
    ///   - level: Places above it are planned but not written.
    ///   - versions: The versions of Python that files are to run on.
    package init(
        _ report: ScanReport,
        _ scanner: Scanner,
        _ context: FixContext,
        level: FixLevel,
        versions: PythonVersions
    ) {
        self.context = context
        self.scanner = scanner
        self.level = level
        self.versions = versions
        suppressed = Dictionary(grouping: report.suppressed.map(\.finding), by: \.path)
        all = Dictionary(grouping: report.findings, by: \.path)
        choose { _ in true }
    }

    /// What paths are relative to.
    package var workingDirectory: String { scanner.options.workingDirectory }

    /// Fixes only what `isChosen` says, of what makes identifiers.
    package mutating func choose(_ isChosen: (Finding) -> Bool) {
        findings = []
        for finding in context.findings where finding.category == .producer && isChosen(finding) {
            if findings.last?.path == finding.path {
                findings[findings.count - 1].findings.append(finding)
            } else {
                findings.append((finding.path, [finding]))
            }
        }
    }

    /// Plans one file after the other, each after `review` has changed or refused its places.
    package func plan(
        reviewing review: (_ path: String, _ sites: inout [FixSite]) -> Void
    ) -> [FixFile] {
        var reader = SourceReader()
        return findings.map { file($0.path, $0.findings, &reader, review) }
    }

    /// Plans all files.
    ///
    /// - Parameter progress: Called from any thread with the number of files done.
    /// - Returns: The files, by path.
    package func plan(progress: (@Sendable (Int) -> Void)? = nil) -> [FixFile] {
        let next = Atomic(0)
        let done = Mutex<[FixFile]>([])
        ThreadTeam.run(count: scanner.options.threadCount) {
            var own: [FixFile] = []
            var reader = SourceReader()
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < findings.count else { break }
                own.append(file(findings[index].path, findings[index].findings, &reader))
                progress?(index + 1)
            }
            done.withLock { $0 += own }
        }
        return done.withLock { $0 }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Plans one file.
    private func file(
        _ path: String,
        _ findings: [Finding],
        _ reader: inout SourceReader,
        _ review: (String, inout [FixSite]) -> Void = { _, _ in }
    ) -> FixFile {
        var file = FixFile(path: path, service: findings.first?.service, sites: [])
        guard ["python", "swift"].contains(findings[0].language) else {
            file.sites = findings.filter { $0.partOf == nil }.map(LanguageAdvice.site(for:))
            return file
        }
        let raw: [UInt8]
        do throws(SourceReadError) {
            let full = path.hasPrefix("/") ? path : "\(workingDirectory)/\(path)"
            let count = try reader.read(path: Array(full.utf8), followLinks: true)
            raw = Array(reader.buffer[..<count])
        } catch {
            file.failure = ProofFailure(.edits, error.reason)
            return file
        }
        do throws(ProofFailure) {
            try plan(&file, raw, findings, review)
        } catch {
            file.failure = error
            file.edits = nil
        }
        return file
    }

    private func plan(
        _ file: inout FixFile,
        _ raw: [UInt8],
        _ findings: [Finding],
        _ review: (String, inout [FixSite]) -> Void
    ) throws(ProofFailure) {
        let source: DecodedSource
        do throws(SourceDecodingError) {
            source = try DecodedSource(raw)
        } catch {
            throw ProofFailure(.edits, error.reason)
        }
        let text = source.withText { span in
            var text: [UInt8] = []
            text.append(contentsOf: span)
            return text
        }
        if findings[0].language == "swift" {
            return try planSwift(&file, source, text, findings, review)
        }
        let version = versions.version(of: file.path)
        file.version = version
        guard var fixer = PythonFixer(text, path: file.path, context, version) else {
            throw ProofFailure(.outline, "the file has a syntax error")
        }
        file.sites = fixer.sites(for: findings)
        fixer.joinFamilies(&file.sites, at: level)
        review(file.path, &file.sites)
        // What was refused has no siblings, and another kind may have one already.
        fixer.joinFamilies(&file.sites, at: level)
        let chosen = file.sites.filter { $0.isWritable(at: level) }
        guard !chosen.isEmpty else { return }
        file.edits = try edits(fixer, for: chosen, source, of: findings[0])
    }

    /// The proved edits of a file's bytes.
    private func edits(
        _ fixer: PythonFixer,
        for sites: [FixSite],
        _ source: DecodedSource,
        of finding: Finding
    ) throws(ProofFailure) -> FileEdits {
        let edits = fixer.edits(for: sites)
        let decoded = try fileEdits(finding.path, fixer.source, edits)
        let proof = try PythonProof(fixer.file, fixer.source, decoded)
        try proof.check(sites, known(of: finding)) {
            scanner.findings(in: $0, of: $1, at: scanned(finding))
        }
        return try rawEdits(edits, source, of: finding)
    }

    /// What the scan has found in the file of `finding`, suppressed or not.
    func known(of finding: Finding) -> [Finding] {
        (all[finding.path] ?? []) + (suppressed[finding.path] ?? [])
    }

    /// The file of `finding`, to be scanned again.
    func scanned(_ finding: Finding) -> ScannedFile {
        ScannedFile(path: finding.path, language: finding.language, service: finding.service)
    }

    /// The edits of a file's bytes that edit its text.
    func rawEdits(
        _ edits: [SourceEdit],
        _ source: DecodedSource,
        of finding: Finding
    ) throws(ProofFailure) -> FileEdits {
        let raw = try edits.map { edit throws(ProofFailure) in
            let text = String(decoding: edit.replacement, as: UTF8.self)
            guard let edit = source.edit(edit.range, text) else {
                throw ProofFailure(.edits, "the encoding of the file has no exact places")
            }
            return edit
        }
        return try fileEdits(finding.path, source.raw, raw)
    }

    func fileEdits(
        _ path: String,
        _ original: [UInt8],
        _ edits: [SourceEdit]
    ) throws(ProofFailure) -> FileEdits {
        do throws(EditConflict) {
            return try FileEdits(path: path, original: original, edits: edits)
        } catch {
            throw ProofFailure(.edits, error.reason)
        }
    }
}

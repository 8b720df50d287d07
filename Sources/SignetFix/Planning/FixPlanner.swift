package import SignetScan

/// Plans the edits of all files with findings, on all cores, and proves them.
package struct FixPlanner: Sendable {
    let context: FixContext
    let scanner: Scanner
    let level: FixLevel
    private let versions: PythonVersions
    let manifests = SwiftManifests()
    private let targets: [Target]
    private let suppressed: [String: [Finding]]

    /// A file with places that are to be fixed.
    struct Target {
        let path: String
        let language: String
        let service: String?
        /// The findings that are to be fixed, by line, as numbers of those of the scan.
        let chosen: [Int]
        /// All that the scan has found in the file.
        let all: Range<Int>
    }

    /// Creates a planner.
    ///
    /// - Parameters:
    ///   - report: The scan of the whole tree.
    ///   - scanner: What has scanned it, and scans new text again.
    ///   - context: What the tree says about each place.
    ///   - level: Places above it are planned but not written.
    ///   - versions: The versions of Python that files are to run on.
    ///   - isChosen: Which of the places that make identifiers are to be fixed.
    package init(
        _ report: ScanReport,
        _ scanner: Scanner,
        _ context: FixContext,
        level: FixLevel,
        versions: PythonVersions,
        choosing isChosen: (Finding) -> Bool = { _ in true }
    ) {
        self.context = context
        self.scanner = scanner
        self.level = level
        self.versions = versions
        suppressed = Dictionary(grouping: report.suppressed.map(\.finding), by: \.path)
        targets = Self.targets(of: context.findings, isChosen)
    }

    /// What paths are relative to.
    package var workingDirectory: String { scanner.options.workingDirectory }

    /// The files with places that are to be fixed, by path.
    private static func targets(
        of findings: [Finding],
        _ isChosen: (Finding) -> Bool
    ) -> [Target] {
        var targets: [Target] = []
        var start = 0
        while start < findings.count {
            let path = findings[start].path
            var end = start + 1
            while end < findings.count, findings[end].path == path { end += 1 }
            let chosen = (start..<end).filter {
                findings[$0].category == .producer && isChosen(findings[$0])
            }
            if !chosen.isEmpty {
                let target = Target(
                    path: path,
                    language: findings[start].language,
                    service: findings[start].service,
                    chosen: chosen,
                    all: start..<end
                )
                targets.append(target)
            }
            start = end
        }
        return targets
    }

    /// Plans one file after the other, each after `review` has changed or refused its places.
    package func plan(
        reviewing review: (_ path: String, _ sites: inout [FixSite]) -> Void
    ) -> [FixFile] {
        var reader = SourceReader()
        return targets.map { file($0, &reader, review) }
    }

    /// Plans all files.
    ///
    /// - Returns: The files, by path.
    package func plan() -> [FixFile] {
        let threads = scanner.options.threadCount
        return ThreadTeam.map(targets.count, threads: threads, state: SourceReader()) {
            file(targets[$0], &$1)
        }
    }

    /// Plans one file.
    private func file(
        _ target: Target,
        _ reader: inout SourceReader,
        _ review: (String, inout [FixSite]) -> Void = { _, _ in }
    ) -> FixFile {
        var file = FixFile(path: target.path, service: target.service, sites: [])
        guard ["python", "swift"].contains(target.language) else {
            file.sites = findings(of: target).filter { $0.partOf == nil }
                .map(LanguageAdvice.site(for:))
            return file
        }
        do throws(ProofFailure) {
            try plan(&file, target, &reader, review)
        } catch {
            file.failure = error
            file.edits = nil
        }
        return file
    }

    private func plan(
        _ file: inout FixFile,
        _ target: Target,
        _ reader: inout SourceReader,
        _ review: (String, inout [FixSite]) -> Void
    ) throws(ProofFailure) {
        let kept = scanner.options.store?.take(target.path)
        let source = try decoded(target.path, kept, &reader)
        if target.language == "swift" { return try planSwift(&file, source, target, review) }
        let version = versions.version(of: file.path)
        file.version = version
        guard let python = kept?.python ?? PythonSource(source.text) else {
            throw ProofFailure(.outline, "the file has a syntax error")
        }
        var fixer = PythonFixer(python, path: file.path, context, version)
        file.sites = fixer.sites(for: findings(of: target))
        fixer.joinFamilies(&file.sites, at: level)
        review(file.path, &file.sites)
        // What was refused has no siblings, and another kind may have one already.
        fixer.joinFamilies(&file.sites, at: level)
        let chosen = file.sites.filter { $0.isWritable(at: level) }
        guard !chosen.isEmpty else { return }
        let edits = fixer.edits(for: chosen)
        let decoded = try fileEdits(file.path, source.text, edits)
        let proof = try PythonProof(python, decoded)
        try proof.check(chosen, known(in: target)) {
            scanner.matches(in: $0, of: scanned(target))
        }
        file.edits = source.isPlain ? decoded : try rawEdits(edits, source, file.path)
    }

    /// The file as the scan has kept it, or else as it is now.
    private func decoded(
        _ path: String,
        _ kept: ScannedSource?,
        _ reader: inout SourceReader
    ) throws(ProofFailure) -> DecodedSource {
        let raw: [UInt8]
        if let kept {
            raw = kept.raw
        } else {
            do throws(SourceReadError) {
                let full = path.hasPrefix("/") ? path : "\(workingDirectory)/\(path)"
                let count = try reader.read(path: Array(full.utf8), followLinks: true)
                raw = Array(reader.buffer[..<count])
            } catch {
                throw ProofFailure(.edits, error.reason)
            }
        }
        do throws(SourceDecodingError) {
            return try DecodedSource(raw)
        } catch {
            throw ProofFailure(.edits, error.reason)
        }
    }

    /// The findings of a file that are to be fixed, by line.
    func findings(of target: Target) -> [Finding] { target.chosen.map { context.findings[$0] } }

    /// What the scan has found in a file, suppressed or not.
    func known(in target: Target) -> [Finding] {
        context.findings[target.all] + (suppressed[target.path] ?? [])
    }

    /// A file, to be scanned again.
    func scanned(_ target: Target) -> ScannedFile {
        ScannedFile(
            path: target.path,
            language: target.language,
            service: target.service
        )
    }

    /// The edits of a file's bytes that edit its text.
    func rawEdits(
        _ edits: [SourceEdit],
        _ source: DecodedSource,
        _ path: String
    ) throws(ProofFailure) -> FileEdits {
        let raw = try edits.map { edit throws(ProofFailure) in
            let text = String(decoding: edit.replacement, as: UTF8.self)
            guard let edit = source.edit(edit.range, text) else {
                throw ProofFailure(.edits, "the encoding of the file has no exact places")
            }
            return edit
        }
        return try fileEdits(path, source.raw, raw)
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

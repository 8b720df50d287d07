extension ScanWorker {
    /// Decodes the file in the reader, analyses it and applies the rules.
    ///
    /// - Returns: What the file has given; `nil` if it cannot be decoded, which the report says.
    mutating func analyze(
        _ count: Int,
        as language: any SourceLanguage,
        path: [UInt8],
        root: Int
    ) -> FileResult? {
        stopwatch.start()
        defer { stopwatch.stop(&report.statistics.phases.analyze) }
        report.statistics.filesParsed += 1
        report.statistics.bytesParsed += count
        let file = state.file(at: path, language: language.name, root: root)
        let buffer = reader.buffer
        let bytes = buffer.span.extracting(0..<count)
        do throws(SourceDecodingError) {
            switch try decoder.decode(bytes) {
            case .raw(let start):
                return read(bytes.extracting(start...), from: bytes, as: language, of: file)
            case .converted:
                let text = decoder.converted
                return read(text.span, from: bytes, as: language, of: file)
            }
        } catch {
            refuse(file.path, error.reason)
            return nil
        }
    }

    /// Analyses a text, applies every rule to what is known of it, and keeps it for later edits if
    /// that is asked for.
    private func read(
        _ source: Span<UInt8>,
        from raw: Span<UInt8>,
        as language: any SourceLanguage,
        of file: ScannedFile
    ) -> FileResult {
        let scanner = state.scanner
        let reading = language.read(source, scanner.facts)
        let result = FileResult(
            reading.analysis,
            source,
            of: file,
            rules: scanner.rules,
            kinds: scanner.options.declarations.kinds
        )
        guard let store = state.store, let python = reading.python,
            result.findings.contains(where: { $0.category == .producer })
        else { return result }
        let kept = ScannedSource(raw, source, python, reading.analysis)
        store.keep(file.path, kept)
        return result
    }
}

extension ScanState {
    /// The file at an absolute path as rules see it.
    func file(at path: [UInt8], language: String, root index: Int) -> ScannedFile {
        let root = roots[index]
        return ScannedFile(
            path: root.shownPath(of: path.span),
            language: language,
            service: services.service(of: path.span) ?? root.topFolder(of: path.span)
        )
    }
}

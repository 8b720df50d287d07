extension ScanWorker {
    /// Decodes the file in the reader, analyses it and applies the rules.
    mutating func analyze(
        _ count: Int,
        as language: any SourceLanguage,
        path: [UInt8],
        root index: Int
    ) {
        stopwatch.start()
        report.statistics.filesParsed += 1
        report.statistics.bytesParsed += count
        let root = state.roots[index]
        let file = ScannedFile(
            path: root.shownPath(of: path.span),
            language: language.name,
            service: state.services.service(of: path.span) ?? root.topFolder(of: path.span)
        )
        let buffer = reader.buffer
        let bytes = buffer.span.extracting(0..<count)
        do throws(SourceDecodingError) {
            switch try decoder.decode(bytes) {
            case .raw(let start):
                state.apply(language, to: bytes.extracting(start...), of: file, into: &report)
            case .converted:
                let text = decoder.converted
                state.apply(language, to: text.span, of: file, into: &report)
            }
        } catch {
            refuse(file.path, error.reason)
        }
        stopwatch.stop(&report.statistics.phases.analyze)
    }
}

extension ScanState {
    /// Analyses a text and applies every rule to what is known of it.
    fileprivate func apply(
        _ language: any SourceLanguage,
        to source: Span<UInt8>,
        of file: ScannedFile,
        into report: inout ScanReport
    ) {
        report.add(
            FileResult(
                language.analyze(source, scanner.facts),
                source,
                of: file,
                rules: scanner.rules,
                kinds: scanner.options.declarations.kinds
            )
        )
    }
}

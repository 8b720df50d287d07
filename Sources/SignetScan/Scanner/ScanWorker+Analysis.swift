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
                return state.result(of: bytes.extracting(start...), as: language, of: file)
            case .converted:
                let text = decoder.converted
                return state.result(of: text.span, as: language, of: file)
            }
        } catch {
            refuse(file.path, error.reason)
            return nil
        }
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

    /// Analyses a text and applies every rule to what is known of it.
    fileprivate func result(
        of source: Span<UInt8>,
        as language: any SourceLanguage,
        of file: ScannedFile
    ) -> FileResult {
        FileResult(
            language.analyze(source, scanner.facts),
            source,
            of: file,
            rules: scanner.rules,
            kinds: scanner.options.declarations.kinds
        )
    }
}

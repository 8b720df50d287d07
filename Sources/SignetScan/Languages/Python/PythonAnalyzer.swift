/// Finds the facts of one Python source.
///
/// Names are resolved by the file's own imports (see `PythonResolver`). Comments, strings and
/// string annotations hold no facts; replacement fields of f-strings do. Time is linear in the
/// source but for a logarithm; nothing in the result refers to the bytes.
enum PythonAnalyzer {
    /// Reads `source`, UTF-8 with or without a byte order mark, and finds its facts.
    static func read(_ source: Span<UInt8>, _ facts: FactSet) -> SourceReading {
        var analysis = SourceAnalysis()
        let lexer = PythonLexer(source, keepsTrivia: false)
        analysis.syntaxError = lexer.error.map {
            SourceAnalysis.SyntaxError(offset: $0.offset, message: $0.message)
        }
        analysis.directives = PythonDirectives.ranges(in: source, lexer.tokens)
        let outline = PythonOutline(lexer.tokens, source, PythonKnownNames.catalog.symbols)
        if facts == .uuids, !importsKnownModule(outline) {
            return SourceReading(analysis: analysis)
        }
        var file = PythonFile(outline)
        if facts == .uuids, file.usesNoKnownName { return SourceReading(analysis: analysis) }
        find(facts, in: &file, source, &analysis)
        return SourceReading(analysis: analysis, python: lexer.error == nil ? file : nil)
    }

    /// Adds the facts of a file whose names are known.
    static func find(
        _ facts: FactSet,
        in file: inout PythonFile,
        _ source: Span<UInt8>,
        _ analysis: inout SourceAnalysis
    ) {
        let outline = file.outline
        var producers = PythonProducerReader(file, facts)
        for reference in file.binder.references {
            if let use = file.use(reference) {
                if use.path < PythonKnownNames.firstConsumer {
                    producers.add(use, source)
                }
            } else if facts.contains(.producers) {
                producers.add(reference, source)
            }
        }
        producers.finish(&analysis, source)
        if facts.contains(.producers) {
            analysis.generations += PythonSQLGenerators.generations(outline, source)
        }
        if !facts.isDisjoint(with: [.consumers, .isolation, .minters]) {
            let uses = PythonUseAnalyzer(outline, roles: PythonKnownNames.useRoles, source, facts)
            uses.finish(&analysis, source)
        }
    }

    /// Whether a known module's name stands where an import would have it.
    ///
    /// This spares the look at statements in files that only mention the word.
    private static func importsKnownModule(_ outline: PythonOutline) -> Bool {
        let catalog = PythonKnownNames.catalog
        for index in outline.tokens.indices.dropFirst() where outline.isName(at: index) {
            let mayBeImported =
                outline.isWord(.import, at: index - 1) || outline.isWord(.from, at: index - 1)
                || outline.isOp(.comma, at: index - 1)
            let symbol = outline.symbol(at: index)
            if mayBeImported, catalog.child(of: PythonCatalog.root, symbol) != nil { return true }
        }
        return false
    }
}

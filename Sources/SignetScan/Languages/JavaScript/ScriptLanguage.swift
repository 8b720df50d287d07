/// JavaScript or TypeScript as a language of the scanner.
package struct ScriptLanguage: SourceLanguage {
    package let name: String
    package let extensions: [String]
    /// Whether `<` may begin an element of JSX; in plain TypeScript it begins a type.
    private let readsElements: Bool

    private static let directive = ByteSearch("signet:")

    /// JavaScript, with or without JSX.
    package static let javaScript = ScriptLanguage(
        name: "javascript",
        extensions: ["js", "mjs", "cjs", "jsx"],
        readsElements: true
    )

    /// TypeScript without JSX.
    package static let typeScript = ScriptLanguage(
        name: "typescript",
        extensions: ["ts", "mts", "cts"],
        readsElements: false
    )

    /// TypeScript with JSX.
    package static let typeScriptElements = ScriptLanguage(
        name: "typescript",
        extensions: ["tsx"],
        readsElements: true
    )

    package func claims(firstLine line: Span<UInt8>) -> Bool {
        guard line.starts(with: [0x23, 0x21].span) else { return false }
        let wanted: StaticString = name == "javascript" ? "node" : "ts-node"
        return ByteSearch(wanted).firstOffset(in: line) != nil
    }

    package func mightMatch(_ bytes: Span<UInt8>, _ facts: FactSet) -> Bool {
        ScriptPrefilter.mightMatch(bytes, facts)
    }

    /// Whether a bundler wrote the file: its lines are longer than anybody's.
    ///
    /// What such a file makes is made in the sources that it was built from.
    package func isGenerated(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 16_384 else { return false }
        var lines = 0
        for index in 0..<16_384 where bytes[index] == 0x0a { lines += 1 }
        return lines < 16
    }

    package func analyze(_ source: Span<UInt8>, _ facts: FactSet) -> SourceAnalysis {
        let hasDirectives = Self.directive.firstOffset(in: source) != nil
        let lexer = ScriptLexer(
            source,
            readsElements: readsElements,
            keepsComments: hasDirectives
        )
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        bytes.append(contentsOf: source)
        let catalog = ScriptCatalog.standard
        let outline = ScriptOutline(lexer, bytes, catalog.symbols)
        var analyzer = ScriptAnalyzer(outline, facts, catalog)
        analyzer.run()
        var analysis = analyzer.analysis
        analysis.directives = lexer.comments.filter {
            Self.directive.firstOffset(in: source.extracting($0)) != nil
        }
        analysis.syntaxError = lexer.error.map {
            SourceAnalysis.SyntaxError(offset: $0.offset, message: $0.message)
        }
        return analysis
    }
}

import SignetScan

/// A language for tests: every `uuid4` is a site, every `!!` a syntax error.
struct WordLanguage: SourceLanguage {
    let name = "python"
    let extensions = ["py", "pyi", "pyw"]
    /// Whether every file has a site at its beginning, whatever it holds.
    var findsAll = false

    func claims(firstLine line: Span<UInt8>) -> Bool {
        ByteSearch("python").firstOffset(in: line) != nil
    }

    func mightMatch(_ bytes: Span<UInt8>, _ facts: FactSet) -> Bool {
        findsAll || ByteSearch("uuid4").firstOffset(in: bytes) != nil
    }

    func analyze(_ source: Span<UInt8>, _ facts: FactSet) -> SourceAnalysis {
        var analysis = SourceAnalysis()
        if findsAll {
            analysis.generations.append(Generation(range: 0..<0, symbol: "all", shape: "other"))
        }
        var start = 0
        while let offset = ByteSearch("uuid4").firstOffset(in: source, from: start) {
            start = offset + 5
            analysis.generations.append(
                Generation(range: offset..<start, symbol: "uuid.uuid4", shape: "uuid")
            )
        }
        if let offset = ByteSearch("!!").firstOffset(in: source) {
            analysis.syntaxError = .init(offset: offset, message: "two marks")
        }
        return analysis
    }
}

extension Scanner {
    /// A scanner for the tests of files and threads.
    static func test(
        in tree: TemporaryTree,
        findsAll: Bool = false,
        _ change: (inout ScanOptions) -> Void = { _ in }
    ) -> Scanner {
        var options = ScanOptions()
        options.workingDirectory = tree.path
        options.home = tree.path + "/home"
        options.configurationHome = nil
        change(&options)
        return Scanner(options, languages: [WordLanguage(findsAll: findsAll)], rules: [RawUUID()])
    }
}

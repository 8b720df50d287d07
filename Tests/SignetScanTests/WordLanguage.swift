import SignetScan

/// A language for tests: every `uuid4` is a site, every `!!` a syntax error, and comments are as in
/// Python, C and SQL; there are no strings but those in single quotes.
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
        analysis.directives = comments(source)
        if let offset = ByteSearch("!!").firstOffset(in: source) {
            analysis.syntaxError = .init(offset: offset, message: "two marks")
        }
        return analysis
    }

    private func comments(_ source: Span<UInt8>) -> [Range<Int>] {
        var comments: [Range<Int>] = []
        var index = 0
        while index < source.count {
            let rest = source.extracting(index...)
            var end = index + 1
            if rest.starts(with: Array("/*".utf8).span) {
                let close = ByteSearch("*/").firstOffset(in: rest) ?? rest.count - 2
                end = index + close + 2
                comments.append(index..<end)
            } else if rest[0] == 0x27 {
                while end < source.count, source[end] != 0x27 { end += 1 }
            } else if ["#", "//", "--"].contains(where: { rest.starts(with: Array($0.utf8).span) })
            {
                while end < source.count, source[end] != 0x0a, source[end] != 0x0d { end += 1 }
                comments.append(index..<end)
            }
            index = end
        }
        return comments
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

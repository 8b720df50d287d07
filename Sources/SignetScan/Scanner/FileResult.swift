/// What one file has given: all that a scan keeps of it, and all that a cache stores of it.
package struct FileResult: Sendable, Equatable {
    /// The findings of the rules that look at one file at a time, in the order of reports.
    package var findings: [Finding] = []
    /// The functions and classes that make identifiers, and their imports and calls.
    package var minters: [MinterPlace] = []
    /// The comments that tell the scanner to leave something be.
    package var directives: [Directive] = []
    /// Where the file is not correct in its language.
    package var syntaxError: FileWithSyntaxError?

    /// Creates an empty result.
    package init() {}
}

extension FileResult {
    /// Applies `rules` to what a language knows of a file.
    init(
        _ analysis: SourceAnalysis,
        _ source: Span<UInt8>,
        of file: ScannedFile,
        rules: [any Rule],
        kinds: [String]
    ) {
        var maker = FindingMaker(file, kinds: kinds)
        for rule in rules where !analysis.isEmpty {
            maker.add(to: &findings, of: rule, in: analysis, source)
        }
        if rules.count > 1 {
            findings.sort()
            Self.nest(&findings)
        }
        minters = analysis.minters.map { maker.place(of: $0, source) }
        directives = DirectiveReader.directives(in: analysis.directives, source, of: file)
        if let error = analysis.syntaxError {
            var lines = LineCursor()
            syntaxError = FileWithSyntaxError(
                path: file.path,
                location: lines.location(of: error.offset, in: source),
                message: error.message
            )
        }
    }

    /// Marks each producer that lies within the place of another one as part of it.
    ///
    /// `f"run_{uuid4().hex[:8]}"` is a home-made format around a cut around a raw UUID: three
    /// rules have something to say about one place.
    private static func nest(_ findings: inout [Finding]) {
        let producers = findings.indices.filter { findings[$0].category == .producer }
            .sorted { (first: Int, second: Int) in
                let (left, right) = (findings[first], findings[second])
                return left.start == right.start ? right.end < left.end : left.start < right.start
            }
        var outer: Finding?
        for index in producers {
            if let outer, findings[index].end <= outer.end {
                findings[index] = findings[index].with(partOf: outer.fingerprint)
            } else {
                outer = findings[index]
            }
        }
    }
}

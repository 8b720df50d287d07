/// Turns the matches of rules in one file into findings: places, kinds, fingerprints.
struct FindingMaker {
    private let file: ScannedFile
    private let kinds: [String]
    private var lines = LineCursor()
    private lazy var isTest = file.isTest

    init(_ file: ScannedFile, kinds: [String]) {
        self.file = file
        self.kinds = kinds
    }

    /// Adds the findings of `rule` in the file.
    mutating func add(
        to findings: inout [Finding],
        of rule: any Rule,
        in analysis: SourceAnalysis,
        _ source: Span<UInt8>
    ) {
        let matches = rule.matches(in: analysis, of: file)
        if matches.isEmpty { return }
        var fingerprints = Fingerprinter(rule: rule.name, path: file.path)
        for match in matches {
            let finding = Finding(
                rule: rule.name,
                path: file.path,
                start: lines.location(of: match.range.lowerBound, in: source),
                end: lines.location(of: match.range.upperBound, in: source),
                category: rule.category,
                severity: match.severity ?? rule.severity,
                language: file.language,
                service: file.service,
                isTest: isTest,
                shape: match.shape,
                target: match.target,
                template: match.template,
                kind: KindGuess(
                    target: match.target,
                    template: match.template,
                    function: match.function,
                    kinds: kinds
                ),
                message: match.message,
                symbol: match.symbol,
                function: match.function,
                fingerprint: fingerprints.fingerprint(
                    of: source.extracting(match.range),
                    in: match.function
                )
            )
            findings.append(finding)
        }
    }

    /// The place of a mention.
    mutating func place(of mention: MinterMention, _ source: Span<UInt8>) -> MinterPlace {
        MinterPlace(
            mention: mention,
            start: lines.location(of: mention.range.lowerBound, in: source),
            end: lines.location(of: mention.range.upperBound, in: source),
            path: file.path,
            language: file.language,
            service: file.service,
            isTest: isTest
        )
    }
}

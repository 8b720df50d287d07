/// Reads what `ResultEncoder` has written; what it has not written is an error, never a crash.
package struct ResultDecoder {
    private var bytes: ByteReader
    private let file: ScannedFile

    /// Prepares to read the result of `file` from behind the byte that names its language.
    package init(_ bytes: ByteReader, of file: ScannedFile) {
        self.bytes = bytes
        self.file = file
    }

    /// The result.
    package mutating func result() throws(ByteReader.Damage) -> FileResult {
        var result = FileResult()
        for _ in 0..<(try bytes.count()) { result.findings.append(try finding()) }
        for _ in 0..<(try bytes.count()) { result.minters.append(try minter()) }
        for _ in 0..<(try bytes.count()) { result.directives.append(try directive()) }
        if try bytes.flag() {
            result.syntaxError = FileWithSyntaxError(
                path: file.path,
                location: try location(),
                message: try bytes.text()
            )
        }
        guard bytes.isAtEnd else { throw ByteReader.Damage() }
        return result
    }

    private mutating func finding() throws(ByteReader.Damage) -> Finding {
        let rule = try bytes.text()
        let start = try location()
        let end = try location()
        guard start <= end else { throw ByteReader.Damage() }
        return Finding(
            rule: rule,
            path: file.path,
            start: start,
            end: end,
            category: try bytes.member(of: RuleCategory.allCases),
            severity: try bytes.member(of: Severity.allCases),
            language: file.language,
            service: file.service,
            isTest: file.isTest,
            shape: try bytes.text(),
            target: try bytes.optional(),
            template: try bytes.optional(),
            kind: try kind(),
            message: try bytes.text(),
            symbol: try bytes.text(),
            function: try bytes.optional(),
            partOf: try bytes.optional(),
            fingerprint: try bytes.text()
        )
    }

    private mutating func kind() throws(ByteReader.Damage) -> KindGuess? {
        guard let kind = try bytes.optional() else { return nil }
        return KindGuess(kind: kind, reason: try bytes.text())
    }

    private mutating func minter() throws(ByteReader.Damage) -> MinterPlace {
        let start = try bytes.number()
        let count = try bytes.number()
        let (end, overflow) = start.addingReportingOverflow(count)
        guard start >= 0, count >= 0, !overflow,
            let role = MinterMention.Role(rawValue: try bytes.text())
        else { throw ByteReader.Damage() }
        let mention = MinterMention(
            range: start..<end,
            role: role,
            name: try bytes.text(),
            module: try bytes.optional(),
            function: try bytes.optional()
        )
        return MinterPlace(
            mention: mention,
            start: try location(),
            end: try location(),
            path: file.path,
            language: file.language,
            service: file.service,
            isTest: file.isTest
        )
    }

    private mutating func directive() throws(ByteReader.Damage) -> Directive {
        Directive(
            path: file.path,
            language: file.language,
            service: file.service,
            isTest: file.isTest,
            start: try location(),
            end: try location(),
            scope: try scope(),
            rules: try names(),
            reason: try bytes.text(),
            until: try day(),
            fault: try fault(),
            fingerprint: try bytes.text()
        )
    }

    private mutating func scope() throws(ByteReader.Damage) -> Directive.Scope {
        try bytes.flag() ? .line(try bytes.number()) : .file
    }

    private mutating func names() throws(ByteReader.Damage) -> [String] {
        var names: [String] = []
        for _ in 0..<(try bytes.count()) { names.append(try bytes.text()) }
        return names
    }

    private mutating func day() throws(ByteReader.Damage) -> CalendarDay? {
        guard let text = try bytes.optional() else { return nil }
        guard let day = CalendarDay(text) else { throw ByteReader.Damage() }
        return day
    }

    private mutating func fault() throws(ByteReader.Damage) -> Directive.Fault? {
        let number = try bytes.byte()
        if number == 0 { return nil }
        guard let fault = Directive.Fault(rawValue: number - 1) else { throw ByteReader.Damage() }
        return fault
    }

    private mutating func location() throws(ByteReader.Damage) -> SourceLocation {
        SourceLocation(line: try bytes.number(), column: try bytes.number())
    }
}

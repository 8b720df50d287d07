import SignetScan
import Testing

@Suite("Suppressions")
struct SuppressionTests {
    /// Scans one file with the word language, whose comments begin with `#`, `//`, `--` or `/*`.
    private func scan(
        _ text: String,
        rules: [any Rule] = [RawUUID(), SuppressionRule()],
        _ change: (inout ScanOptions) -> Void = { _ in }
    ) throws -> ScanReport {
        let tree = try TemporaryTree()
        try tree.write("a.py", text)
        var options = ScanOptions()
        options.workingDirectory = tree.path
        options.now = 1_781_524_800_000_000_000
        change(&options)
        return Scanner(options, languages: [WordLanguage()], rules: rules).scan(["."])
    }

    @Test(
        "A directive answers the findings of its line, and says so in the report",
        arguments: [
            "uuid4 # signet: ignore[raw-uuid] theirs",
            "uuid4 # noqa: X1 # signet: ignore[raw-uuid] theirs",
            "uuid4 // signet: ignore[raw-uuid]: theirs",
            "uuid4 -- signet:ignore[ raw-uuid ] theirs",
            "uuid4 /* signet: ignore[raw-uuid] theirs */",
            "# signet: ignore[raw-uuid] theirs\nuuid4",
            "  # signet: ignore[raw-uuid] theirs\r\nuuid4\r\n",
            "/* signet: ignore[raw-uuid] theirs */\nuuid4",
            "/*\n signet\n * signet: ignore[raw-uuid] theirs\n */\nuuid4",
            "# signet: ignore-file[raw-uuid] theirs\n\n\nuuid4",
            "x\n\n\nuuid4\n# signet: ignore-file[raw-uuid] theirs",
            "uuid4 # signet: ignore[raw-uuid] theirs, until 2026-06-15",
            "uuid4 # signet: ignore[raw-uuid] theirs until 2027-01-01.",
        ]
    )
    func answered(_ text: String) throws {
        let report = try scan(text)
        #expect(report.findings.isEmpty)
        #expect(report.suppressed.map(\.finding.rule) == ["raw-uuid"])
        #expect(report.suppressed.map(\.reason) == ["theirs"])
    }

    @Test(
        "A directive that is wrong answers nothing and is found itself",
        arguments: [
            ("uuid4 # signet: ignore[raw-uuid]", "gives no reason"),
            ("uuid4 # signet: ignore[raw-uuid] , until 2027-01-01", "gives no reason"),
            ("uuid4 # signet: ignore[raw-uuid] ...", "gives no reason"),
            ("uuid4 # signet: ignore[] theirs", "names no rule"),
            ("uuid4 # signet: ignore theirs", "names no rule"),
            ("uuid4 # signet: ignore[raw-uuid theirs", "no end"),
            ("uuid4 # signet: ignored[raw-uuid] theirs", "does not understand"),
            ("uuid4 # signet: allow[raw-uuid] theirs", "does not understand"),
            ("uuid4 # signet: ignore[raw-uuid] theirs, until 2026-02-30", "last day is none"),
            ("uuid4 # signet: ignore[raw-uuid] theirs, until 2027", "last day is none"),
            ("uuid4 # signet: ignore[raw-uuid] theirs, until 2026-06-14", "ended on 2026-06-14"),
            ("uuid4 # signet: ignore[raw-uiud] theirs", "is raw-uuid meant?"),
            ("uuid4 # signet: ignore[*] theirs", "does not exist"),
            ("uuid4 # signet: ignore[suppression] theirs", "cannot be suppressed"),
            (
                "uuid4\n" + String(repeating: "\n", count: 30)
                    + "# signet: ignore-file[raw-uuid] theirs", "below line 30"
            ),
        ]
    )
    func wrong(_ text: String, _ words: String) throws {
        let report = try scan(text)
        #expect(report.suppressed.isEmpty)
        #expect(Set(report.findings.map(\.rule)) == ["raw-uuid", "suppression"])
        let message = report.findings.first { $0.rule == "suppression" }?.message
        #expect(message?.contains(words) == true)
    }

    @Test(
        "A directive without use is found, even in a file that holds nothing else",
        arguments: [
            "x # signet: ignore[raw-uuid] theirs", "# signet: ignore[raw-uuid] theirs\n\nuuid4",
            "uuid4\nx # signet: ignore[raw-uuid] theirs",
            "# signet: ignore-file[raw-uuid] theirs",
        ]
    )
    func unused(_ text: String) throws {
        let messages = try scan(text).findings.filter { $0.rule == "suppression" }.map(\.message)
        #expect(messages.count == 1 && messages[0].contains("raw-uuid finds nothing here"))
    }

    @Test(
        "What is no directive is left alone",
        arguments: [
            "# signet: a tool for identifiers", "# see signet: ignore[raw-uuid]",
            "x = 'signet: ignore[raw-uuid]'", "# signet: ", "# design: ignore[raw-uuid]",
        ]
    )
    func prose(_ text: String) throws {
        let report = try scan(text)
        #expect(report.findings.isEmpty && report.directives.isEmpty)
    }

    @Test("Directives alone on their lines may stand one above the other")
    func stacked() throws {
        let report = try scan(
            """
            # signet: ignore[raw-uuid] theirs
            # signet: ignore[other] theirs as well
            uuid4
            """,
            rules: [RawUUID(), OtherRule(), SuppressionRule()]
        )
        #expect(report.findings.isEmpty)
        #expect(report.suppressed.map(\.finding.rule) == ["other", "raw-uuid"])
    }

    @Test("A directive counts only for what it names, and a rule that is not applied is not judged")
    func named() throws {
        let text = "uuid4 # signet: ignore[raw-uuid] theirs"
        let both = try scan(text, rules: [RawUUID(), OtherRule(), SuppressionRule()])
        #expect(both.findings.map(\.rule) == ["other"])
        let off = try scan(text) { $0.levels["raw-uuid"] = .off }
        #expect(off.findings.isEmpty && off.suppressed.isEmpty)
        #expect(try scan(text, rules: [RawUUID()]).suppressed.count == 1)
    }

    @Test("What the whole tree shows is judged only by a scan of the whole tree")
    func ofTree() throws {
        let tree = try TemporaryTree()
        try tree.write("s/a.py", "x # signet: ignore[of-tree] one of two")
        var options = ScanOptions()
        options.workingDirectory = tree.path
        let rules: [any Rule] = [RawUUID(), TreeRule(), SuppressionRule()]
        let scanner = Scanner(options, languages: [WordLanguage()], rules: rules)
        #expect(scanner.scan(["s"]).findings.isEmpty)
        #expect(scanner.scan(["."]).findings.map(\.rule) == ["suppression"])
    }

    @Test("A level of the configuration changes the severity of all findings of a rule")
    func levels() throws {
        let report = try scan("uuid4") { $0.levels["raw-uuid"] = .severity(.note) }
        #expect(report.findings.map(\.severity) == [.note])
    }

    @Test(
        "Days are read and written",
        arguments: [
            ("2027-01-31", 1_801_353_600), ("1970-01-01", 0), ("2000-02-29", 951_782_400),
            ("2100-02-28", 4_107_456_000), ("9999-12-31", 253_402_214_400),
        ]
    )
    func days(_ text: String, _ seconds: Int) throws {
        let day = try #require(CalendarDay(text))
        #expect(day.description == text)
        #expect(
            CalendarDay(unixTime: seconds) == day && CalendarDay(unixTime: seconds + 86_399) == day
        )
        #expect(seconds == 0 || CalendarDay(unixTime: seconds - 1) < day)
    }

    @Test(
        "What is no day is none",
        arguments: [
            "2027-02-29", "2027-13-01", "2027-00-10", "27-01-01", "2027/01/01", "0000-01-01",
        ]
    )
    func noDays(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }
}

/// A rule that finds what raw-uuid finds, under another name.
struct OtherRule: Rule {
    let name = "other"
    let category = RuleCategory.producer
    let needs = FactSet.uuids
    let severity = Severity.note
    let summary = "as raw-uuid"
    let documentation = ""
    let examples: [RuleExample] = []

    func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        RawUUID().matches(in: analysis, of: file)
    }
}

/// A rule about whole trees that never finds anything.
struct TreeRule: Rule {
    let name = "of-tree"
    let category = RuleCategory.rival
    let needs = FactSet.minters
    let severity = Severity.note
    let summary = "nothing"
    let documentation = ""
    let examples: [RuleExample] = []
    let looksAtTree = true
}

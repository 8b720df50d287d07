import SignetOutput
import SignetScan
import Testing

@Suite("Annotations of GitHub Actions")
struct GitHubReportTests {
    private func finding(_ path: String, _ line: Int, _ severity: Severity) -> Finding {
        Finding(
            rule: "raw-uuid",
            path: path,
            start: SourceLocation(line: line, column: 5),
            end: SourceLocation(line: line, column: 17),
            category: .producer,
            severity: severity,
            language: "python",
            isTest: false,
            shape: "str",
            message: "100 %:\nwrong, so\r it is\u{1b}.",
            symbol: "uuid.uuid4",
            fingerprint: "\(path)\(line)"
        )
    }

    private func text(_ findings: [Finding]) -> String {
        var report = ScanReport()
        report.findings = findings
        var writer = JSONWriter()
        GitHubReport { $1.column }.write(report, to: &writer)
        return writer.text
    }

    @Test("What would end a property or a command is escaped")
    func escapes() {
        let expected =
            "::error file=a%3Ab%2C%25.py,line=3,col=5,endColumn=17,title=raw-uuid"
            + "::100 %25:%0Awrong, so%0D it is\\u{1b}.\n"
        #expect(text([finding("a:b,%.py", 3, .error)]) == expected)
    }

    @Test("A place of several lines has no columns")
    func severalLines() {
        let one = finding("a.py", 3, .note).with(end: SourceLocation(line: 5, column: 17))
        #expect(text([one]).hasPrefix("::notice file=a.py,line=3,endLine=5,title=raw-uuid::"))
    }

    @Test("Ten of a level are shown, the most important first, and one notice says the rest")
    func limit() {
        var findings = (1...15).map { finding("a.py", $0, .error) }
        findings[0] = findings[0].with(isTest: true)
        findings += (1...5).map { finding("b.py", $0, .warning) }
        findings += (1...30).map { finding("c.py", $0, .note) }
        let lines = text(findings).split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("::error ") }.count == 10)
        #expect(lines.first?.contains("line=2,") == true)
        #expect(lines.filter { $0.hasPrefix("::warning ") }.count == 5)
        #expect(lines.filter { $0.hasPrefix("::notice ") }.count == 10)
        #expect(
            lines.last == "::notice title=signet::26 more places; --format text --all lists them."
        )
    }

    @Test("One notice more than nine is shown as it is, if it is the tenth and the last")
    func tenNotices() {
        let lines = text((1...10).map { finding("a.py", $0, .note) }).split(separator: "\n")
        #expect(lines.count == 10)
        #expect(lines.last?.contains("line=10,") == true)
    }
}

import Foundation
import SignetOutput
import SignetScan
import Testing

@Suite("Reports")
struct ReportTests {
    private func finding(_ path: String, _ line: Int, target: String? = "run_id") -> Finding {
        Finding(
            rule: "raw-uuid",
            path: path,
            start: SourceLocation(line: line, column: 5),
            end: SourceLocation(line: line, column: 17),
            category: .producer,
            severity: .warning,
            language: "python",
            service: path.contains("/") ? "auth" : nil,
            isTest: false,
            shape: "str",
            target: target,
            kind: KindGuess(target: target, template: nil, function: nil, kinds: ["run"]),
            message: "It is \"raw\".",
            symbol: "uuid.uuid4",
            function: "Runner.start",
            fingerprint: "00000000deadbeef"
        )
    }

    private func report(_ findings: [Finding]) -> ScanReport {
        var report = ScanReport()
        report.findings = findings
        report.statistics.files = 1234
        report.statistics.bytes = 56
        return report
    }

    @Test("JSON has the keys of the command line's contract, in its order")
    func json() {
        var report = report([finding("auth/a.py", 3), finding("b.py", 4, target: nil)])
        report.unreadable = [UnreadableFile(path: "c.py", reason: "gone")]
        var writer = JSONWriter()
        JSONReport.write(report, to: &writer)
        let text = """
            {"version":1,"summary":{"files":1234,"scanned_bytes":56,"findings":2,\
            "by_rule":{"raw-uuid":2},"by_service":{"auth":1},\
            "unreadable":[{"path":"c.py","reason":"gone"}],"syntax_errors":[]},"findings":[\
            {"rule":"raw-uuid","path":"auth/a.py","line":3,"column":5,"end_line":3,\
            "end_column":17,"category":"producer","severity":"warning","language":"python","service":"auth",\
            "test":false,"shape":"str","target":"run_id","kind":"run",\
            "kind_reason":"it becomes run_id",\
            "message":"It is \\"raw\\".","fingerprint":"00000000deadbeef"},\
            {"rule":"raw-uuid","path":"b.py","line":4,"column":5,"end_line":4,\
            "end_column":17,"category":"producer","severity":"warning","language":"python",\
            "test":false,"shape":"str",\
            "message":"It is \\"raw\\".","fingerprint":"00000000deadbeef"}]}

            """
        #expect(writer.text == text)
    }

    @Test("JSON Lines has one finding a line")
    func jsonLines() throws {
        var writer = JSONWriter()
        JSONLinesReport.write(report([finding("a.py", 1), finding("a.py", 2)]), to: &writer)
        let lines = writer.text.split(separator: "\n")
        let numbers = try lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return (object as? [String: Any])?["line"] as? Int
        }
        #expect(numbers == [1, 2])
    }

    @Test("The text for people is aligned and adds up")
    func text() {
        let findings = [finding("auth/a.py", 3), finding("auth/a.py", 120), finding("b.py", 4)]
        let text = """
            auth/a.py
              3:5    str  run_id  Runner.start
              120:5  str  run_id  Runner.start
            b.py
              4:5    str  run_id  Runner.start

            service      findings  shape  findings
            auth                2  str           3
            (top level)         1

            3 findings in 2 of 1,234 files

            """
        #expect(TextReport().text(of: report(findings)) == text)
        #expect(TextReport().text(of: report([])) == "no findings in 1,234 files\n")
    }

    @Test("A long report ends on one screen and says what it left out")
    func limit() {
        let many = (1...100).map { finding("auth/\($0 / 10).py", $0) }
        let lines = TextReport().text(of: report(many)).split(separator: "\n")
        #expect(lines.count < 50)
        #expect(lines.contains("… and 64 more in 8 files; --format json lists them all"))
        var all = TextReport()
        all.limit = nil
        #expect(all.text(of: report(many)).split(separator: "\n").count > 110)
    }

    @Test("A line of source is shown with marks below the place")
    func excerpt() {
        var text = TextReport()
        text.sourceLine = { _, _ in "\tx = uuid.uuid4() # \u{1b}[31m" }
        var one = finding("a.py", 1)
        one.start.column = 6
        one.end.column = 18
        let lines = text.text(of: report([one])).split(separator: "\n")
        #expect(lines[2] == "          x = uuid.uuid4() # \\u{1b}[31m")
        #expect(lines[3] == "              ^^^^^^^^^^^^")
    }

    @Test(
        "Nothing from a file or a name reaches the terminal as a command",
        arguments: [
            ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"), ("a\nb", "a\\u{a}b"),
            ("\u{202e}yp.a", "\\u{202e}yp.a"),
            ("\u{9b}x", "\\u{9b}x"), ("é – 你", "é – 你"),
        ]
    )
    func terminal(_ text: String, _ safe: String) {
        #expect(TerminalText.escaped(text) == safe)
        let shown = TextReport().text(of: report([finding(text, 1, target: text)]))
        #expect(shown.contains(safe))
        #expect(!shown.unicodeScalars.contains { $0.value == 0x1b || $0.value == 0x9b })
    }

    @Test("Statistics say how much and how fast")
    func statistics() {
        var report = report([])
        report.statistics.elapsed = 12_345_678
        report.statistics.bytes = 114_651_540
        report.statistics.threads = 2
        var text = TextReport()
        text.showsStatistics = true
        #expect(text.text(of: report).contains("12.3 ms on 2 threads, 9,286.7 MB/s"))
    }
}

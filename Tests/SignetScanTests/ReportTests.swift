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
            "unreadable":[{"path":"c.py","reason":"gone"}],"syntax_errors":[],\
            "places":2,"by_severity":{"warning":2}},"findings":[\
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
              3:5    warning  raw-uuid  str  run_id  Runner.start
              120:5  warning  raw-uuid  str  run_id  Runner.start
            b.py
              4:5    warning  raw-uuid  str  run_id  Runner.start

            service      places  findings  rule      severity  places  findings
            auth              2         2  raw-uuid  warning        3         3
            (top level)       1         1

            3 findings in 2 of 1,234 files: 3 warnings

            """
        #expect(TextReport().text(of: report(findings)) == text)
        #expect(TextReport().text(of: report([])) == "no findings in 1,234 files\n")
    }

    @Test("A long report ends on one screen and says what it left out", arguments: [24, 40, 60])
    func limit(_ height: Int) {
        let many = (1...100).map { finding("auth/\($0 / 10).py", $0) }
        var text = TextReport()
        text.height = height
        let lines = text.text(of: report(many)).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        #expect(lines.count - 1 <= height)
        #expect(lines.contains { $0.hasPrefix("… and ") && $0.hasSuffix("--all lists them") })
        text.height = nil
        #expect(text.text(of: report(many)).split(separator: "\n").count > 110)
    }

    @Test("What matters most comes first when not all fits")
    func order() {
        var many = (1...100).map { finding("auth/\($0 / 10).py", $0) }
        many[90] = many[90].with(severity: .error)
        many[95] = many[95].with(severity: .error, isTest: true)
        let lines = TextReport().text(of: report(many)).split(separator: "\n")
        #expect(lines[0] == "auth/9.py")
        #expect(lines[1].hasPrefix("  91:5   error "))
        #expect(lines[2].hasPrefix("  96:5   error "))
        #expect(lines[3] == "auth/0.py")
    }

    @Test("Findings of one place are shown once, with the names of their rules")
    func folding() {
        let outer = finding("a.py", 3).with(
            rule: "home-made-id",
            severity: .note,
            template: "run_{uuid}",
            fingerprint: "0000000000000001"
        )
        let inner = finding("a.py", 3).with(partOf: outer.fingerprint)
        let text = TextReport().text(of: report([outer, inner]))
        #expect(text.contains("3:5  warning  home-made-id, raw-uuid  run_{uuid}  run_id"))
        #expect(text.contains("2 findings at 1 place in 1 of 1,234 files: 1 warning, 1 note"))
    }

    @Test(
        "A line of source is shown with marks below the place",
        arguments: [
            ("\tx = uuid4() # \u{1b}[31m", 5, 12, "x = uuid4() # \\u{1b}[31m", "    ^^^^^^^"),
            ("d['名前'] = uuid4()", 14, 21, "d['名前'] = uuid4()", "            ^^^^^^^"),
            (
                "x,\ty = uuid4(), '\u{e9}e\u{301}'", 7, 14, "x,    y = uuid4(), 'ée\u{301}'",
                "          ^^^^^^^"
            ),
            ("'e\u{301}', uuid4()", 7, 14, "'e\u{301}', uuid4()", "     ^^^^^^^"),
            ("x = '👍' + uuid4()", 13, 20, "x = '👍' + uuid4()", "           ^^^^^^^"),
            ("gone", 40, 50, "gone", "    ^"),
        ]
    )
    func excerpt(_ line: String, _ start: Int, _ end: Int, _ shown: String, _ marks: String) {
        var text = TextReport()
        text.sourceLine = { _, _ in line }
        let one = finding("a.py", 1).with(
            start: SourceLocation(line: 1, column: start + 1),
            end: SourceLocation(line: 1, column: end + 1)
        )
        let lines = text.text(of: report([one])).split(separator: "\n")
        #expect(lines[2] == "      " + shown)
        #expect(lines[3] == "      " + marks)
    }

    @Test("A long line is cut around the place")
    func longLine() {
        var text = TextReport()
        text.width = 60
        let before = String(repeating: "a", count: 300)
        text.sourceLine = { _, _ in before + " = uuid4() # " + before }
        let one = finding("a.py", 1).with(
            start: SourceLocation(line: 1, column: 304),
            end: SourceLocation(line: 1, column: 311)
        )
        let lines = text.text(of: report([one])).split(separator: "\n")
        #expect(lines[2].count <= 60)
        let mark = lines[3].prefix { $0 == " " }.count
        #expect(lines[2].dropFirst(mark).hasPrefix("uuid4() #"))
        #expect(lines[3].hasSuffix(" ^^^^^^^"))
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

import SignetScan
import Testing

@Suite("Baseline")
struct BaselineTests {
    private func tree() throws -> TemporaryTree {
        let tree = try TemporaryTree()
        try tree.write("a/one.py", "uuid4\nuuid4\n")
        try tree.write("b/two.py", "uuid4\n")
        return tree
    }

    private func scan(
        _ tree: TemporaryTree,
        _ paths: [String] = ["."],
        against baseline: Baseline,
        _ change: (inout ScanOptions) -> Void = { _ in }
    ) -> ScanReport {
        var report = Scanner.test(in: tree, change).scan(paths)
        baseline.judge(&report)
        return report
    }

    @Test("What was taken in is known, what comes later is new, what goes is stale")
    func life() throws {
        let tree = try tree()
        let first = scan(tree, against: Baseline())
        #expect(first.findings.map(\.state) == [.new, .new, .new])
        let baseline = Baseline().updated(by: first)
        #expect(scan(tree, against: baseline).findings.map(\.state) == [.known, .known, .known])
        try tree.write("a/one.py", "# moved\n\nuuid4\nuuid4\nuuid4\n")
        try tree.write("b/two.py", "none\n")
        let second = scan(tree, against: baseline)
        #expect(second.findings.map(\.state) == [.known, .known, .new])
        #expect(second.stale.map(\.path) == ["b/two.py"])
        let updated = baseline.updated(by: second)
        #expect(updated.entries.map(\.path) == ["a/one.py", "a/one.py", "a/one.py"])
        let third = scan(tree, against: updated)
        #expect(third.stale.isEmpty && third.findings.allSatisfy { $0.state == .known })
    }

    @Test("Only what was scanned can be stale: deleted files too, others not")
    func partial() throws {
        let tree = try tree()
        let baseline = Baseline().updated(by: scan(tree, against: Baseline()))
        try tree.remove("b/two.py")
        try tree.write("b/c/three.py", "none\n")
        #expect(scan(tree, ["a"], against: baseline).stale.isEmpty)
        #expect(scan(tree, ["b/c"], against: baseline).stale.isEmpty)
        #expect(scan(tree, ["a/one.py"], against: baseline).stale.isEmpty)
        #expect(scan(tree, ["b"], against: baseline).stale.map(\.path) == ["b/two.py"])
        #expect(scan(tree, ["a", "./b/"], against: baseline).stale.map(\.path) == ["b/two.py"])
        #expect(scan(tree, against: baseline).stale.map(\.path) == ["b/two.py"])
        #expect(scan(tree, against: baseline) { $0.excludes = ["b/"] }.stale.isEmpty)
        #expect(scan(tree, against: baseline) { $0.excludes = ["two.py"] }.stale.isEmpty)
        #expect(scan(tree, against: baseline) { $0.includes = ["a/**"] }.stale.isEmpty)
        let kept = baseline.updated(by: scan(tree, ["a"], against: baseline))
        #expect(kept == baseline)
    }

    @Test("What could not be read is not gone, nor is what another rule has found")
    func unjudged() throws {
        let tree = try tree()
        let taken = Baseline().updated(by: scan(tree, against: Baseline()))
        let other = Baseline.Entry(
            fingerprint: "0123456789abcdef",
            rule: "suppression",
            path: "a/one.py"
        )
        let gone = Baseline.Entry(
            fingerprint: "0123456789abcdef",
            rule: "of-old",
            path: "a/one.py"
        )
        let baseline = Baseline(taken.entries + [other, gone])
        try tree.write("b/two.py", bytes: Array("uuid4 ".utf8) + [0xff])
        let report = scan(tree, against: baseline)
        #expect(report.unreadable.count == 1)
        // The rule `suppression` was not applied; a rule that there is no more finds nothing.
        #expect(report.stale == [gone])
    }

    @Test("A finding about a suppression is never known")
    func suppressions() throws {
        let tree = try TemporaryTree()
        try tree.write("a.py", "# signet: ignore[raw-uuid]\n")
        var options = ScanOptions()
        options.workingDirectory = tree.path
        let scanner = Scanner(
            options,
            languages: [WordLanguage()],
            rules: [RawUUID(), SuppressionRule()]
        )
        var report = scanner.scan(["."])
        Baseline().judge(&report)
        let updated = Baseline().updated(by: report)
        #expect(updated.entries.isEmpty)
        updated.judge(&report)
        #expect(report.findings.map(\.state) == [.new])
    }

    private static let entries = [
        Baseline.Entry(
            fingerprint: "00000000000000ff",
            rule: "raw-uuid",
            path: "a/b.py",
            function: "Class.method"
        ),
        Baseline.Entry(
            fingerprint: "0000000000000001",
            rule: "raw-uuid",
            path: "a b\\c\u{1b}\n\u{2028}é.py"
        ),
        Baseline.Entry(fingerprint: "0000000000000000", rule: "raw-uuid", path: "z.py"),
        Baseline.Entry(fingerprint: "0000000000000001", rule: "home-made", path: "z.py"),
    ]

    @Test("The text is sorted, a line an entry, and reads back whatever the order")
    func text() throws {
        let baseline = Baseline(Self.entries)
        let lines = baseline.text.split(separator: "\n")
        #expect(lines.count == 3 + 4)
        #expect(lines[0] == "# signet baseline 1")
        #expect(lines[3].hasSuffix("a\\u{20}b\\u{5c}c\\u{1b}\\u{a}\\u{2028}é.py  -"))
        #expect(lines[4] == "00000000000000ff  raw-uuid  a/b.py  Class.method")
        #expect(lines[5] == "0000000000000001  home-made  z.py  -")
        #expect(try Baseline(parsing: baseline.text) == baseline)
        let mixed = lines[0] + "\r\n" + lines[1...].reversed().joined(separator: "\r\n")
        #expect(try Baseline(parsing: mixed + "\n\n" + lines[4]) == baseline)
        #expect(Baseline(Self.entries.reversed() + Self.entries) == baseline)
    }

    @Test("The union of two versions is the right merge of them")
    func merge() throws {
        let mine = Baseline(Array(Self.entries[..<3]))
        let theirs = Baseline(Array(Self.entries[2...]))
        let union = try Baseline(parsing: mine.text + theirs.text)
        #expect(union == Baseline(Self.entries))
    }

    @Test(
        "What is no baseline is refused with its line",
        arguments: [
            ("", 1), ("0123456789abcdef  raw-uuid  a.py  -\n", 1), ("# signet baseline 2\n", 1),
            ("# signet baseline 1\nx\n", 2), ("# signet baseline 1\n\n<<<<<<< HEAD\n", 3),
            ("# signet baseline 1\n=======\n", 2),
            ("# signet baseline 1\n0123456789abcdeg  raw-uuid  a.py  -\n", 2),
            ("# signet baseline 1\n0123456789abcdef  raw-uuid  a\\x.py  -\n", 2),
            ("# signet baseline 1\n0123456789abcdef  raw-uuid  a\\u{110000}.py  -\n", 2),
            ("# signet baseline 1\n0123456789abcdef  raw-uuid  a b.py  -\n", 2),
        ]
    )
    func refused(_ text: String, _ line: Int) {
        let error = #expect(throws: BaselineError.self) { try Baseline(parsing: text) }
        #expect(error?.line == line)
    }
}

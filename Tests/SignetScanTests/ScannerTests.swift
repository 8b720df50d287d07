import Foundation
import SignetScan
import Synchronization
import Testing

@Suite("Scanning")
struct ScannerTests {
    private func tree() throws -> TemporaryTree {
        let tree = try TemporaryTree()
        for folder in 0..<20 {
            for file in 0..<100 {
                let text = file % 3 == 0 ? "a = uuid4()\n\n  b = [uuid4]\n" : "pass\n"
                try tree.write("s\(folder)/f\(file).py", text)
            }
        }
        try tree.write("top.py", "é uuid4\r\nuuid4 !!\ruuid4")
        try tree.write("bad.py", bytes: Array("uuid4 ".utf8) + [0xff])
        return tree
    }

    @Test("The report is the same on any number of threads")
    func deterministic() throws {
        let tree = try tree()
        let reports = [1, 2, 3, 8].map { jobs in
            Scanner.test(in: tree) { $0.jobs = jobs }.scan(["."])
        }
        for report in reports {
            #expect(report.findings == reports[0].findings)
            #expect(report.findings == report.findings.sorted())
            #expect(report.findings.count == 20 * 34 * 2 + 3)
            #expect(report.statistics.files == 2002)
            #expect(report.statistics.filesParsed == 20 * 34 + 2)
            #expect(report.countsByService.count == 20)
            #expect(report.countsByRule == ["raw-uuid": 20 * 34 * 2 + 3])
        }
    }

    @Test("Places are lines and columns in bytes, whatever ends a line")
    func places() throws {
        let tree = try tree()
        let report = Scanner.test(in: tree).scan(["top.py"])
        #expect(
            report.findings.map { [$0.start.line, $0.start.column] } == [[1, 4], [2, 1], [3, 1]]
        )
        #expect(
            report.findings.map { [$0.end.line, $0.end.column] } == [[1, 9], [2, 6], [3, 6]]
        )
        #expect(report.findings.allSatisfy { $0.service == nil && !$0.isTest })
        let error = try #require(report.syntaxErrors.first)
        #expect(error.path == "top.py" && error.location == SourceLocation(line: 2, column: 7))
    }

    @Test("A file that is no text is named, with the byte that is wrong")
    func unreadable() throws {
        let tree = try tree()
        let report = Scanner.test(in: tree).scan(["."])
        #expect(
            report.unreadable == [
                UnreadableFile(
                    path: "bad.py",
                    reason: "not valid UTF-8 at byte 6; add a coding line or re-encode it"
                )
            ]
        )
    }

    @Test("Paths are relative to the working directory, and no file counts twice")
    func paths() throws {
        let tree = try TemporaryTree()
        try tree.write("a/b/c.py", "uuid4")
        try tree.write("tests/d.py", "uuid4")
        func found(_ roots: String...) -> [String] {
            Scanner.test(in: tree).scan(roots).findings.map(\.path)
        }
        #expect(found(".") == ["a/b/c.py", "tests/d.py"])
        #expect(found("./a/") == ["a/b/c.py"])
        #expect(found(tree.path) == ["a/b/c.py", "tests/d.py"])
        #expect(found(".", "a", "a/b/../b", "a/b/c.py") == ["a/b/c.py", "tests/d.py"])
        #expect(found("a/../tests") == ["a/../tests/d.py"])
        let services = Scanner.test(in: tree).scan(["."]).findings.map(\.service)
        #expect(services == ["a", "tests"])
        let outside = Scanner.test(in: tree) { $0.workingDirectory += "/a" }.scan(["../tests"])
        #expect(outside.findings.map(\.path) == ["../tests/d.py"])
        #expect(outside.findings.map(\.isTest) == [true])
    }

    @Test(
        "Tests are known by their paths",
        arguments: [
            ("tests/a.py", true), ("a/test/b.py", true), ("a/Testing/b.py", true),
            ("test_a.py", true), ("a_test.py", true), ("conftest.py", true), ("a/tests.py", true),
            ("contest.py", false), ("latest/a.py", false), ("testimony.py", false),
        ]
    )
    func tests(_ path: String, _ isTest: Bool) throws {
        let tree = try TemporaryTree()
        try tree.write(path, "uuid4")
        #expect(Scanner.test(in: tree).scan(["."]).findings.map(\.isTest) == [isTest])
    }

    @Test("A cancelled scan stops and says so")
    func cancellation() throws {
        let tree = try tree()
        let scanner = Scanner.test(in: tree)
        scanner.options.cancellation.set()
        let report = scanner.scan(["."])
        #expect(report.isPartial && report.findings.isEmpty)
    }

    @Test("Progress counts every file")
    func progress() throws {
        let most = MaximumSeen()
        let tree = try tree()
        _ = Scanner.test(in: tree) { $0.progress = { most.see($0) } }.scan(["."])
        #expect(most.value == 2002)
    }

    private final class MaximumSeen: Sendable {
        private let seen = Mutex(0)
        var value: Int { seen.withLock { $0 } }
        func see(_ number: Int) { seen.withLock { $0 = max($0, number) } }
    }

    @Test("A fingerprint outlives moved lines and tells equal places apart")
    func fingerprints() throws {
        let tree = try TemporaryTree()
        func prints(_ text: String) throws -> [String] {
            try tree.write("a.py", text)
            return Scanner.test(in: tree).scan(["a.py"]).findings.map(\.fingerprint)
        }
        let before = try prints("uuid4()\nuuid4()\n")
        #expect(Set(before).count == 2)
        #expect(before.allSatisfy { $0.utf8.count == 16 })
        #expect(try prints("\n\n  uuid4()\n# more\nuuid4()\n") == before)
        #expect(try prints("uuid4()\n") == Array(before[..<1]))
    }
}

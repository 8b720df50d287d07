import SignetScan
import Testing

/// How often the rule for home-made identifiers is right in code that it was not written for.
@Suite("Judged findings")
struct JudgedFindingsTests {
    /// What becomes of a judged finding today.
    private struct Outcome {
        var judged: JudgedFinding
        var isFound: Bool

        var isRight: Bool { judged.verdict == .right }
        /// For whoever reads a failed test.
        var text: String { "\(judged.base), line \(judged.line), \(judged.why):\n\(judged.code)" }
    }

    private func outcomes() throws -> [Outcome] {
        let judged = try JudgedFinding.all(in: "home_made_findings.jsonl")
        let tree = try TemporaryTree()
        for (index, finding) in judged.enumerated() {
            try tree.write("\(index).py", finding.code)
        }
        let report = tree.scanned()
        #expect(report.syntaxErrors.isEmpty && report.unreadable.isEmpty)
        let found = report.findings.filter { $0.rule == HomeMadeID().name }
        let places = Set(found.map { "\($0.path):\($0.start.line)" })
        return judged.enumerated().map { index, finding in
            Outcome(judged: finding, isFound: places.contains("\(index).py:\(finding.line)"))
        }
    }

    @Test("Every finding that was judged to be right is found")
    func right() throws {
        let outcomes = try outcomes().filter(\.isRight)
        #expect(outcomes.count > 600)
        #expect(outcomes.filter { !$0.isFound }.map(\.text) == [])
    }

    @Test("Of a hundred findings at least 95 are right")
    func precision() throws {
        let found = try outcomes().filter(\.isFound)
        let right = found.filter(\.isRight)
        #expect(right.count * 100 >= found.count * 95)
    }

    @Test("A finding that was judged to be wrong is found no more, or known")
    func wrong() throws {
        let outcomes = try outcomes().filter { !$0.isRight && $0.isFound }
        #expect(outcomes.filter { !$0.judged.isKnown }.map(\.text) == [])
    }
}

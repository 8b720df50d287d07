import Foundation
import SignetScan

/// A report as a large code base gives one, from a seed, with sources on disk that its places are
/// in.
struct SyntheticReport {
    /// A rule that finds nothing; its findings are made here.
    struct NamedRule: Rule {
        let name: String
        let category: RuleCategory
        let severity: Severity
        let summary = "Something is not as it should be."
        let documentation = "Why it is wrong.\n\nWhat to do about <b>it</b>."
        let needs = FactSet.all
        let examples: [RuleExample] = []
    }

    let rules: [any Rule]
    private(set) var report = ScanReport()
    private var random: SeededGenerator

    private static let names = [
        "session_id", "run_id", "threadId", "user_id", "id", "jti", "request_id", "ключ_id",
        "event_id",
    ]
    /// Text that would end an element, start another, or break a line if it were let.
    private static let hostile = "</script><img src=x onerror=alert(1)>\u{2028}&amp;\"'"

    /// Makes `count` findings of `ruleCount` rules, and writes their sources into `tree`.
    init(_ count: Int, ruleCount: Int = 40, seed: UInt64 = 7, in tree: TemporaryTree) throws {
        random = SeededGenerator(state: seed)
        let categories: [RuleCategory] = [.producer, .secret, .rival, .consumer, .isolation]
        let severities = Severity.allCases
        rules = (0..<ruleCount).map { number in
            NamedRule(
                name: "rule-\(number)",
                category: number % 3 == 0 ? .producer : categories[number % categories.count],
                severity: severities[number % severities.count]
            )
        }
        let fileCount = max(1, count / 30)
        for number in 0..<fileCount {
            let path = "service-\(number % 12)/module_\(number % 37)/file_\(number).py"
            try add(count / fileCount, in: path, tree)
        }
        report.findings.sort()
        report.statistics.files = fileCount * 4
    }

    private mutating func add(_ count: Int, in path: String, _ tree: TemporaryTree) throws {
        var source = ""
        for number in 0..<count {
            let line = number * 3 + 2
            let rule = rules[random.below(rules.count)]
            let name = Self.names[random.below(Self.names.count)]
            let before = "    \(name) = 'é👍', "
            let code = "make_\(number)(\"\(Self.hostile)\")"
            source += "def function_\(number)():\n\(before)\(code)\n\n"
            let column = before.utf8.count + 1
            let finding = Finding(
                rule: rule.name,
                path: path,
                start: SourceLocation(line: line, column: column),
                end: SourceLocation(line: line, column: column + code.utf8.count),
                category: rule.category,
                severity: rule.severity,
                language: "python",
                service: String(path.prefix { $0 != "/" }),
                isTest: random.below(4) == 0,
                shape: "str",
                target: name,
                template: random.below(2) == 0 ? "run_{uuid}\(Self.hostile)" : nil,
                kind: KindGuess(target: name, template: nil, function: nil, kinds: []),
                message: "It says \(Self.hostile), 100 %: wrong.",
                symbol: "uuid.uuid4",
                function: "Class_\(number % 5).function_\(number)",
                fingerprint: Self.hexadecimal(random.next())
            )
            report.findings.append(finding)
            if random.below(8) == 0, finding.category == .producer {
                let part = finding.with(
                    rule: rules[0].name,
                    partOf: finding.fingerprint,
                    fingerprint: Self.hexadecimal(random.next())
                )
                report.findings.append(part)
            }
        }
        try tree.write(path, source)
    }

    /// Puts the first finding at a place of a file, and before all others.
    mutating func place(at path: String, line: Int, bytes: Range<Int>) {
        report.findings[0] = report.findings[0].with(
            path: path,
            start: SourceLocation(line: line, column: bytes.lowerBound),
            end: SourceLocation(line: line, column: bytes.upperBound)
        )
    }

    /// Adds a file that could not be read and one that is not correct.
    mutating func addProblems(in tree: TemporaryTree) throws {
        report.unreadable = [UnreadableFile(path: "gone file.py", reason: "it is gone")]
        try tree.write("broken.py", "import uuid\nrun_id = (uuid.uuid4()\n")
        var options = ScanOptions()
        options.workingDirectory = tree.path
        let scanner = Scanner(options, languages: LanguageCatalog.all, rules: RuleCatalog.all)
        report.syntaxErrors = scanner.scan(["broken.py"]).syntaxErrors
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

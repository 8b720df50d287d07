import SignetScan
import Testing

@Suite("Links between producers and consumers")
struct ConsumerIndexTests {
    private static func finding(
        _ category: RuleCategory,
        _ target: String?,
        in path: String,
        _ function: String? = nil
    ) -> Finding {
        Finding(
            rule: category.rawValue,
            path: path,
            start: SourceLocation(line: 1, column: 1),
            end: SourceLocation(line: 1, column: 2),
            category: category,
            severity: .warning,
            language: "python",
            isTest: false,
            shape: "str",
            target: target,
            message: "",
            symbol: "",
            function: function,
            fingerprint: "0"
        )
    }

    @Test(
        "A consumer belongs to a producer of the same resource",
        arguments: [
            ("thread_id", "thread_id", true), ("thread_id", "threadId", true),
            ("threadID", "thread-id", true), ("thread_id", "run_id", false), ("x", "x", false),
            ("id", "id", false), ("uuid", "uuid", false), ("user_id", nil, false),
        ] as [(String, String?, Bool)]
    )
    func names(_ made: String, _ taken: String?, _ isLinked: Bool) {
        let producer = Self.finding(.producer, made, in: "a.py")
        let index = ConsumerIndex([producer, Self.finding(.consumer, taken, in: "b.py")])
        #expect(index.count(of: producer) == (isLinked ? 1 : 0))
        #expect(index.consumers(of: producer, limit: 10) == (isLinked ? [1] : []))
    }

    @Test(
        "A name that says nothing links within a file and a class",
        arguments: [
            (nil, nil, true), (nil, "User.check", true), ("User.init", "User.check", true),
            ("User.init", "check", true), ("User.init", "Order.check", false),
        ] as [(String?, String?, Bool)]
    )
    func plain(_ maker: String?, _ taker: String?, _ isLinked: Bool) {
        let producer = Self.finding(.producer, "id", in: "a.py", maker)
        let consumer = Self.finding(.consumer, "id", in: "a.py", taker)
        #expect(ConsumerIndex([producer, consumer]).count(of: producer) == (isLinked ? 1 : 0))
    }

    @Test("Only producers have consumers, and only as many are listed as asked for")
    func limit() {
        let consumers = (0..<30).map { Self.finding(.consumer, "run_id", in: "\($0).py") }
        let producer = Self.finding(.producer, "run_id", in: "a.py")
        let index = ConsumerIndex(consumers + [producer])
        #expect(index.count(of: producer) == 30)
        #expect(index.consumers(of: producer, limit: 10) == Array(0..<10))
        #expect(index.count(of: consumers[0]) == 0)
        #expect(index.count(of: Self.finding(.rival, "run_id", in: "a.py")) == 0)
    }

    @Test("The work grows with the findings and not with their square")
    func size() {
        // Every producer and every consumer of one name: a square would be a hundred thousand
        // million links.
        let many = (0..<600_000).map { number in
            Self.finding(number % 2 == 0 ? .producer : .consumer, "id", in: "a.py", "User.f")
        }
        let index = ConsumerIndex(many)
        // Once by file, once by class within the file, once by class anywhere.
        #expect(index.groups.reduce(0) { $0 + $1.count } == 900_000)
        let sum = many.reduce(0) { $0 + index.count(of: $1) }
        #expect(sum == 300_000 * 300_000)
    }

    @Test("A report of links leaves out producers that nothing depends on")
    func onlyLinked() {
        var report = ScanReport()
        report.findings = [
            Self.finding(.producer, "run_id", in: "a.py"),
            Self.finding(.producer, "x_id", in: "a.py"),
            Self.finding(.consumer, "run_id", in: "b.py"),
            Self.finding(.isolation, "run_id", in: "b.py"),
        ]
        #expect(report.onlyLinked.findings == [report.findings[0], report.findings[2]])
    }

    @Test("The text of links names each resource with all that depends on it")
    func text() {
        var report = ScanReport()
        report.findings = [
            Self.finding(.producer, "run_id", in: "a.py", "start"),
            Self.finding(.producer, "x_id", in: "a.py"),
            Self.finding(.consumer, "runId", in: "b.py", "stop"),
        ]
        var text = TextReport()
        text.showsConsumers = true
        let lines = text.text(of: report).split(separator: "\n")
        #expect(
            lines[..<4] == [
                "run_id  made at 1 place, 1 consumer",
                "  made      a.py:1  producer  str  start",
                "  consumed  b.py:1  consumer  str  stop",
                "1 producer on whose look nothing here depends",
            ]
        )
    }
}

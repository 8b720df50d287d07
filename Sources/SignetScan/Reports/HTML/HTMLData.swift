import SignetOutput

/// The findings as the script of the page reads them: columns of numbers and tables of texts.
///
/// A text that many findings share is written once, and so is a line of code near several of them.
struct HTMLData {
    /// The object.
    private(set) var json = JSONWriter(capacity: 1 << 20)

    /// How many lines of code are shown before and after a place.
    private static let context = 2
    /// From how many findings on only the line of the place itself is carried.
    private static let contextLimit = 30_000

    private let report: ScanReport
    private let page: HTMLReport.Page
    private let lines: SourceLines
    private let consumers: ConsumerIndex
    private var strings = HTMLStringTable()
    private var paths = HTMLStringTable()
    private var rules = HTMLStringTable()

    init(_ report: ScanReport, page: HTMLReport.Page, lines: SourceLines) {
        self.report = report
        self.page = page
        self.lines = lines
        consumers = ConsumerIndex(report.findings)
        for rule in page.rules { _ = rules.number(of: rule.name) }
        var writer = JSONWriter(capacity: 1 << 20)
        writer.object { json in
            writePage(to: &json)
            json.key("columns")
            json.object { writeColumns(to: &$0) }
            writeTables(to: &json)
            json.key("groups")
            json.array { json in
                for group in consumers.groups { Self.write(group, to: &json) }
            }
            json.key("code")
            json.array { writeCode(to: &$0) }
        }
        json = writer
    }

    private func writePage(to json: inout JSONWriter) {
        json.key("title")
        json.string(page.title)
        json.key("time")
        json.string(page.time)
        json.key("version")
        json.string(page.version)
        json.key("files")
        json.number(report.statistics.files)
        json.key("isPartial")
        json.bool(report.isPartial)
        json.key("history")
        json.array { json in
            for entry in page.history {
                json.array { json in
                    json.number(entry.milliseconds)
                    json.number(entry.places)
                    json.number(entry.findings)
                    json.number(entry.percent)
                }
            }
        }
        json.key("most")
        json.object { writeServices(to: &$0) }
    }

    /// The most findings that each service has had in any run, and how many it has now.
    private func writeServices(to json: inout JSONWriter) {
        var most: [String: Int] = [:]
        for entry in page.history {
            most.merge(entry.byService) { max($0, $1) }
        }
        for (name, count) in most.sorted(by: { $0.key < $1.key }) {
            json.key(text: name)
            Self.write([count, page.history.last?.byService[name] ?? 0], to: &json)
        }
    }

    // MARK: Columns

    private mutating func writeColumns(to json: inout JSONWriter) {
        let findings = report.findings
        column("rule", &json) { data, finding in data.rules.number(of: finding.rule) }
        column("path", &json) { data, finding in data.paths.number(of: finding.path) }
        column("line", &json) { $1.start.line }
        column("column", &json) { $1.start.column }
        column("height", &json) { $1.end.line - $1.start.line }
        column("endColumn", &json) { $1.end.column }
        column("severity", &json) { Severity.allCases.firstIndex(of: $1.severity) ?? 0 }
        column("test", &json) { $1.isTest ? 1 : 0 }
        column("service", &json) { data, finding in data.strings.number(of: finding.service) }
        column("shape", &json) { data, finding in data.strings.number(of: finding.shape) }
        column("target", &json) { data, finding in data.strings.number(of: finding.target) }
        column("template", &json) { data, finding in data.strings.number(of: finding.template) }
        column("kind", &json) { data, finding in data.strings.number(of: finding.kind?.kind) }
        column("reason", &json) { data, finding in data.strings.number(of: finding.kind?.reason) }
        column("scope", &json) { data, finding in data.strings.number(of: finding.function) }
        column("message", &json) { data, finding in data.strings.number(of: finding.message) }
        var outer: [String: Int] = [:]
        for (index, finding) in findings.enumerated() where finding.partOf == nil {
            outer[finding.fingerprint] = index
        }
        column("outer", &json) { $1.partOf.flatMap { outer[$0] } ?? -1 }
        json.key("groups")
        json.array { json in
            for finding in findings { Self.writeGroups(consumers.groups(of: finding), to: &json) }
        }
    }

    private mutating func column(
        _ name: StaticString,
        _ json: inout JSONWriter,
        _ number: (inout HTMLData, Finding) -> Int
    ) {
        json.key(name)
        let numbers = report.findings.map { number(&self, $0) }
        Self.write(numbers, to: &json)
    }

    private static func write(_ numbers: [Int], to json: inout JSONWriter) {
        json.array { json in
            for number in numbers { json.number(number) }
        }
    }

    /// The number of a group, -1 for none, or an array of several.
    private static func writeGroups(_ groups: [Int], to json: inout JSONWriter) {
        if groups.count > 1 { return write(groups, to: &json) }
        json.number(groups.first ?? -1)
    }

    // MARK: Tables

    private func writeTables(to json: inout JSONWriter) {
        json.key("strings")
        strings.write(to: &json)
        json.key("paths")
        paths.write(to: &json)
        let known = Dictionary(page.rules.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        json.key("rules")
        json.array { json in
            for name in rules.texts {
                let rule = known[name]
                json.object { json in
                    json.key("name")
                    json.string(name)
                    json.key("category")
                    json.string(rule?.category.rawValue ?? "other")
                    json.key("text")
                    json.string(rule?.documentation ?? "")
                }
            }
        }
    }

    // MARK: Code

    /// For each path, stretches of lines: the number of the first, and the texts.
    private func writeCode(to json: inout JSONWriter) {
        let context = report.findings.count > Self.contextLimit ? 0 : Self.context
        var wanted = [Set<Int>](repeating: [], count: paths.texts.count)
        for finding in report.findings {
            let last = min(finding.end.line, finding.start.line + 8)
            let range = max(1, finding.start.line - context)...(last + context)
            if let number = paths.known(finding.path) { wanted[number].formUnion(range) }
        }
        for (path, numbers) in zip(paths.texts, wanted) {
            json.array { writeStretches(numbers.sorted(), of: path, to: &$0) }
        }
    }

    private func writeStretches(_ numbers: [Int], of path: String, to json: inout JSONWriter) {
        var index = 0
        while index < numbers.count {
            let first = numbers[index]
            var texts: [String] = []
            while index < numbers.count, numbers[index] == first + texts.count,
                let line = lines.line(numbers[index], of: path)
            {
                // No reader looks further to the right, and some lines are whole files.
                texts.append(String(line.prefix(400)))
                index += 1
            }
            if texts.isEmpty {
                index += 1
                continue
            }
            json.array { json in
                json.number(first)
                json.array { json in
                    for text in texts { json.string(text) }
                }
            }
        }
    }
}

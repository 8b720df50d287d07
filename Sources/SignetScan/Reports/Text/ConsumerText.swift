import SignetOutput

/// The list of resources: where each is made, and what depends on how it looks.
struct ConsumerText {
    /// One resource: producers that the same consumers depend on.
    private struct Resource {
        let name: String
        var producers: [Int]
        let consumers: [Int]
    }

    private let findings: [Finding]
    private let style: TerminalStyle
    private let width: Int
    private var resources: [Resource] = []
    private var aloneCount = 0

    init(_ report: ScanReport, style: TerminalStyle, width: Int) {
        self.width = width
        findings = report.findings
        self.style = style
        let index = ConsumerIndex(findings)
        var numbers: [[Int]: Int] = [:]
        for (number, finding) in findings.enumerated()
        where finding.category == .producer && finding.partOf == nil {
            let groups = index.groups(of: finding)
            if groups.isEmpty {
                aloneCount += 1
            } else if let known = numbers[groups] {
                resources[known].producers.append(number)
            } else {
                numbers[groups] = resources.count
                resources.append(
                    Resource(
                        name: Self.name(of: finding),
                        producers: [number],
                        consumers: groups.flatMap { index.groups[$0] }.sorted()
                    )
                )
            }
        }
        resources.sort {
            ($1.consumers.count, $0.name) < ($0.consumers.count, $1.name)
        }
    }

    /// The name of what a producer makes; with its file where the name alone says nothing.
    private static func name(of finding: Finding) -> String {
        let resource = finding.resource ?? ""
        return ConsumerIndex.isPlain(resource) ? "\(resource) in \(finding.path)" : resource
    }

    /// The resources that most depends on first, in about `limit` lines.
    func lines(limit: Int?) -> [String] {
        // A resource gets half of what there is, so that there is room for more than one.
        let rowLimit = limit.map { max(2, ($0 - 4) / 4) } ?? Int.max
        var lines: [String] = []
        var shown = 0
        for resource in resources {
            let more = block(resource, rowLimit)
            if let limit, lines.count + more.count > limit - 2, shown > 0 { break }
            lines += more
            shown += 1
        }
        let rest = resources.count - shown
        if rest > 0 {
            let noun = Quantity.counted(rest, "more resource")
            lines.append(style.quiet("… and \(noun); --all lists them"))
        }
        if aloneCount > 0 {
            let noun = Quantity.counted(aloneCount, "producer")
            lines.append(style.quiet("\(noun) on whose look nothing here depends"))
        }
        return lines
    }

    private func block(_ resource: Resource, _ limit: Int) -> [String] {
        let made = Quantity.counted(resource.producers.count, "place")
        let title = style.strong(TerminalText.escaped(resource.name))
        let counts = "made at \(made), \(Quantity.counted(resource.consumers.count, "consumer"))"
        return ["\(title)  \(style.quiet(counts))"]
            + rows(resource.producers, limit, heading: "made")
            + rows(resource.consumers, limit, heading: "consumed")
    }

    private func rows(_ numbers: [Int], _ limit: Int, heading: String) -> [String] {
        let shown = numbers.count > limit ? numbers.prefix(limit - 1) : numbers[...]
        var table = TextTable()
        table.rows = shown.enumerated().map { position, number in
            let finding = findings[number]
            return [
                position == 0 ? heading : "",
                TerminalText.ending(
                    of: TerminalText.escaped("\(finding.path):\(finding.start.line)"),
                    width: 60
                ),
                finding.rule,
                TerminalText.escaped(finding.template ?? finding.shape),
                TerminalText.escaped(finding.function ?? ""),
            ]
        }
        let headingWidth = "consumed".count
        table.rows = table.rows.map { [TextTable.fit($0[0], headingWidth)] + $0.dropFirst() }
        table.maximumWidth = width - 2
        let lines = table.lines(limit: 60) { column, text in
            switch column {
            case 0, 4: style.quiet(text)
            case 3: style.accent(text)
            default: text
            }
        }
        let rest = Quantity.grouped(numbers.count - shown.count)
        let end = shown.count < numbers.count ? [style.quiet("            … and \(rest) more")] : []
        return lines.map { "  " + $0 } + end
    }
}

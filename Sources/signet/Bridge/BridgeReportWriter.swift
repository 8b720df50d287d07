import SignetBridge
import SignetOutput

/// Writes what `signet bridge report` finds, as it is found.
struct BridgeReportWriter {
    /// The files, in order.
    let files: [String]
    /// Whether to write one JSON object.
    let json: Bool
    /// The colours.
    let style: TerminalStyle

    /// Whether an offender was written.
    private var hasOffender = false

    private var output: StandardOutput { .shared }

    init(files: [String], json: Bool, style: TerminalStyle) {
        self.files = files
        self.json = json
        self.style = style
    }

    /// Begins the report.
    func begin() {
        guard json else { return }
        output.write(#"{"version":1,"offenders":["#)
        output.text.newline()
    }

    /// Writes an offender.
    mutating func write(_ offender: MigrationOffender) throws {
        guard json else {
            let text = offender.text.isEmpty ? "(redacted)" : TerminalText.escaped(offender.text)
            var line = "\(name(of: offender.place)): "
            line += style.bad(offender.problem.rawValue) + ": \(text) " + offender.problem.sentence
            if let other = offender.other { line += " (\(name(of: other)))" }
            output.write(line)
            return try output.endLine()
        }
        // Writing what is gathered forgets that a comma is due.
        if hasOffender { output.write(",") }
        hasOffender = true
        output.text.object { json in
            json.key("problem")
            json.string(offender.problem.rawValue)
            write(offender.place, "file", "line", to: &json)
            if !offender.text.isEmpty {
                json.key("text")
                json.string(offender.text)
            }
            if let other = offender.other {
                write(other, "other_file", "other_line", to: &json)
            }
        }
        try output.endLine()
    }

    private func write(
        _ place: MigrationOffender.Place,
        _ fileKey: StaticString,
        _ lineKey: StaticString,
        to json: inout JSONWriter
    ) {
        json.key(fileKey)
        json.string(files[Int(place.file)])
        json.key(lineKey)
        json.number(UInt64(place.line))
    }

    /// Ends the report with its figures.
    func end(_ report: MigrationReport) throws {
        let families = report.families.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard json else {
            for family in families {
                output.write("\(family.key.padded(to: 16))\(family.value)")
                try output.endLine()
            }
            let count = report.problems.values.reduce(0, +)
            let offenders = count == 1 ? "1 offender" : "\(count) offenders"
            let verdict =
                report.isSafe
                ? style.good("safe to migrate") : style.bad("not safe to migrate, \(offenders)")
            output.write(
                "\(report.texts) IDs, \(report.resources) resources, \(report.repeated) repeated, "
                    + "\(report.ambiguous) ambiguous: \(verdict)"
            )
            return try output.endLine()
        }
        output.write("],")
        writeFigures(report, families)
        output.write("}")
        try output.endLine()
    }

    private func writeFigures(
        _ report: MigrationReport,
        _ families: [(key: String, value: Int)]
    ) {
        func member(_ name: String, _ value: String) { output.write("\"\(name)\":\(value)") }
        member("safe", "\(report.isSafe),")
        member("ids", "\(report.texts),")
        member("resources", "\(report.resources),")
        member("repeated", "\(report.repeated),")
        member("ambiguous", "\(report.ambiguous),")
        let byFamily = families.map { "\"\($0.key)\":\($0.value)" }
        member("families", "{\(byFamily.joined(separator: ","))},")
        let problems = MigrationProblem.allCases.compactMap { problem in
            report.problems[problem].map { "\"\(problem.rawValue)\":\($0)" }
        }
        member("problems", "{\(problems.joined(separator: ","))}")
    }

    private func name(of place: MigrationOffender.Place) -> String {
        "\(TerminalText.escaped(files[Int(place.file)])):\(place.line)"
    }
}

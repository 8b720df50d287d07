package import SignetOutput

/// The findings as workflow commands of GitHub Actions, which become annotations.
///
/// GitHub shows ten errors, ten warnings and ten notices of a step, so only what matters most is
/// written, and one notice says how much is left.
/// Source: GitHub Actions, "Workflow commands" and the escapes of `@actions/core`.
package struct GitHubReport {
    /// How many annotations of a level are shown of one step.
    private static let shownCount = 10

    /// Turns a location into a column in UTF-16 code units, from 1; `nil` where the line cannot be
    /// read.
    private let column: (_ path: String, _ location: SourceLocation) -> Int?

    /// Creates a report.
    ///
    /// - Parameter column: Turns a location of a file into a column in UTF-16 code units.
    package init(column: @escaping (_ path: String, _ location: SourceLocation) -> Int?) {
        self.column = column
    }

    /// Writes the commands, a line each.
    package func write(_ report: ScanReport, to writer: inout JSONWriter) {
        let places = report.places
        let order = places.sorted(by: FindingPlace.isMoreImportant)
        let groups = Severity.allCases.map { severity in
            order.filter { $0.severity == severity }
        }
        let hasRest = groups.contains { $0.count > Self.shownCount }
        var shown = 0
        for group in groups {
            // The last notice is for what is left.
            let isLast = hasRest && group.first?.severity == .note
            for place in group.prefix(isLast ? Self.shownCount - 1 : Self.shownCount) {
                write(place, to: &writer)
                shown += 1
            }
        }
        if hasRest {
            let rest = Quantity.counted(places.count - shown, "more place")
            writer.append("::notice title=signet::\(rest); --format text --all lists them.\n")
        }
    }

    private func write(_ place: FindingPlace, to writer: inout JSONWriter) {
        let finding = place.finding
        let level = place.severity == .note ? "notice" : place.severity.rawValue
        var properties = "file=\(Self.escapedProperty(finding.path)),line=\(finding.start.line)"
        if finding.end.line > finding.start.line {
            properties += ",endLine=\(finding.end.line)"
        } else if let start = column(finding.path, finding.start),
            let end = column(finding.path, finding.end)
        {
            properties += ",col=\(start),endColumn=\(end)"
        }
        let title = Self.escapedProperty(place.rules.joined(separator: ", "))
        let message = Self.escaped(finding.message)
        writer.append("::\(level) \(properties),title=\(title)::\(message)\n")
    }

    /// Text for the place behind the second pair of colons.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            // The log of a step is shown by terminals, too.
            default: result += TerminalText.escaped(String(scalar))
            }
        }
        return result
    }

    /// Text for the value of a property.
    static func escapedProperty(_ text: String) -> String {
        var result = ""
        for character in escaped(text).unicodeScalars {
            switch character {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}

package import SignetOutput

/// The findings as JSON Lines: one object a line, for programs that read a stream.
package struct JSONLinesReport {
    /// Writes the findings of `report` to `writer`.
    ///
    /// - Parameters:
    ///   - report: The report.
    ///   - writer: Where the lines go.
    ///   - placeLimit: How many places of consumers a producer lists at most.
    package static func write(
        _ report: ScanReport,
        to writer: inout JSONWriter,
        placeLimit: Int = JSONReport.placeLimit
    ) {
        let object = JSONFinding(report.findings, placeLimit: placeLimit)
        for finding in report.findings {
            object.write(finding, to: &writer)
            writer.newline()
        }
    }
}

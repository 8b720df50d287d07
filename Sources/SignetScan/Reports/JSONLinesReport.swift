package import SignetOutput

/// The findings as JSON Lines: one object a line, for programs that read a stream.
package struct JSONLinesReport {
    /// Writes the findings of `report` to `writer`.
    package static func write(_ report: ScanReport, to writer: inout JSONWriter) {
        for finding in report.findings {
            JSONFinding.write(finding, to: &writer)
            writer.newline()
        }
    }
}

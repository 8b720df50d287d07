extension ScanReport {
    /// The report without the findings that the baseline has.
    package var withoutKnown: ScanReport {
        var report = self
        report.findings.removeAll { $0.state == .known }
        return report
    }

    /// The report with its suppressed findings among the others, for formats that mark them.
    package var withSuppressed: ScanReport {
        var report = self
        report.findings = (findings + suppressed.map(\.finding)).sorted()
        return report
    }
}

extension ScanReport {
    /// The report without what has no part in a link: the consumers, and the producers that at
    /// least one of them depends on.
    package var onlyLinked: ScanReport {
        let index = ConsumerIndex(findings)
        var report = self
        report.findings = findings.filter {
            $0.category == .consumer || !index.groups(of: $0).isEmpty
        }
        return report
    }
}

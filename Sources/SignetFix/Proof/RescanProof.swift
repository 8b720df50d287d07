import SignetScan

/// The check that a scan of the new text finds the written places no more, and nothing new.
enum RescanProof {
    private struct Key: Hashable {
        var rule: String
        var symbol: String
        var shape: String
        var target: String?

        init(_ finding: Finding) {
            rule = finding.rule
            symbol = finding.symbol
            shape = finding.shape
            target = finding.target
        }
    }

    /// Compares what was found before and after.
    ///
    /// - Parameters:
    ///   - before: All findings in the old text, suppressed or not.
    ///   - after: All findings in the new one.
    ///   - sites: What was to be written.
    /// - Throws: That something is there which was not, or still is.
    static func check(
        before: [Finding],
        after: [Finding],
        _ sites: [FixSite]
    ) throws(ProofFailure) {
        var left: [Key: Int] = [:]
        for finding in before { left[Key(finding), default: 0] += 1 }
        for site in sites { left[Key(site.finding), default: 0] -= 1 }
        for finding in after {
            let key = Key(finding)
            left[key, default: 0] -= 1
            guard left[key, default: 0] >= 0 else {
                throw ProofFailure(.rescan, "\(finding.rule) has a finding that it had not before")
            }
        }
    }
}

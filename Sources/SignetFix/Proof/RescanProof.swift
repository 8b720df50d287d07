import SignetScan

/// The check that a scan of the new text finds the written places no more, and nothing new.
enum RescanProof {
    /// What stays of a finding wherever its place has moved to.
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

        init(_ rule: String, _ match: Match) {
            self.rule = rule
            symbol = match.symbol
            shape = match.shape
            target = match.target
        }
    }

    /// Compares what was found before and after.
    ///
    /// - Parameters:
    ///   - before: All findings in the old text, suppressed or not.
    ///   - after: What the rules find in the new one.
    ///   - sites: What was to be written.
    /// - Throws: That something is there which was not, or still is.
    static func check(
        before: some Sequence<Finding>,
        after: [(rule: String, match: Match)],
        _ sites: [FixSite]
    ) throws(ProofFailure) {
        var left: [Key: Int] = [:]
        for finding in before { left[Key(finding), default: 0] += 1 }
        for site in sites { left[Key(site.finding), default: 0] -= 1 }
        for (rule, match) in after {
            let key = Key(rule, match)
            left[key, default: 0] -= 1
            guard left[key, default: 0] >= 0 else {
                throw ProofFailure(.rescan, "\(rule) has a finding that it had not before")
            }
        }
    }
}

/// The findings that a project knows of and has not repaired yet.
///
/// A text with a line for each, so that reviews show what changes. The order and number of equal
/// lines mean nothing: the union of two versions is the right merge of them.
package struct Baseline: Sendable, Equatable {
    /// One known finding.
    package struct Entry: Sendable, Hashable {
        /// The fingerprint.
        package var fingerprint: String
        /// The rule.
        package var rule: String
        /// The file, relative to the working directory.
        package var path: String
        /// The enclosing function, for readers.
        package var function: String?

        /// Creates an entry.
        package init(fingerprint: String, rule: String, path: String, function: String? = nil) {
            self.fingerprint = fingerprint
            self.rule = rule
            self.path = path
            self.function = function
        }

        /// The entry of a finding.
        package init(_ finding: Finding) {
            fingerprint = finding.fingerprint
            rule = finding.rule
            path = finding.path
            function = finding.function
        }

        /// What says that two entries are the same.
        var identity: Identity { Identity(fingerprint: fingerprint, rule: rule, path: path) }
    }

    /// What says that an entry and a finding are the same.
    struct Identity: Hashable {
        let fingerprint: String
        let rule: String
        let path: String
    }

    /// The entries by path, rule and fingerprint, each once.
    package private(set) var entries: [Entry]

    /// Creates a baseline of `entries`, in any order.
    package init(_ entries: [Entry] = []) {
        var seen: Set<Identity> = []
        self.entries = entries.filter { seen.insert($0.identity).inserted }.sorted()
    }

    /// Whether a finding may be in a baseline: not if it is about a suppression, which would hide
    /// that an exception has ended.
    static func admits(_ finding: Finding) -> Bool { finding.rule != SuppressionRule.ruleName }

    /// Marks the findings of a report as new or known, and lists what is gone.
    ///
    /// An entry is gone only if the scan would have found it: its file is in what was scanned and
    /// could be read, and all of its rule's findings there are known.
    package func judge(_ report: inout ScanReport) {
        var unseen = Dictionary(uniqueKeysWithValues: entries.map { ($0.identity, $0) })
        for index in report.findings.indices {
            let finding = report.findings[index]
            let isKnown =
                Self.admits(finding) && unseen.removeValue(forKey: Entry(finding).identity) != nil
            report.findings[index] = finding.with(state: isKnown ? .known : .new)
        }
        let unread = Set(report.unreadable.map(\.path))
        let scope = report.scope
        let rules = Set(RuleCatalog.all.map(\.name)).subtracting(scope.judgedRules)
        report.stale = unseen.values.filter { entry in
            !rules.contains(entry.rule) && !unread.contains(entry.path)
                && scope.contains(entry.path)
        }.sorted()
    }

    /// The baseline after the findings of a judged report have been taken in, and what is gone has
    /// been left out.
    package func updated(by report: ScanReport) -> Baseline {
        let gone = Set(report.stale.map(\.identity))
        let kept = entries.filter { !gone.contains($0.identity) }
        let added = report.findings.filter { $0.state == .new && Self.admits($0) }
        return Baseline(kept + added.map { Entry($0) })
    }
}

extension Baseline.Entry: Comparable {
    /// By path, rule and fingerprint, in the order of their bytes.
    package static func < (left: Self, right: Self) -> Bool {
        if left.path != right.path {
            return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
        }
        return (left.rule, left.fingerprint) < (right.rule, right.fingerprint)
    }
}

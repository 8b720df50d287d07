/// Takes the findings that directives answer out of a report, and complains about directives that
/// answer nothing.
///
/// Runs once, after everything else: a directive may answer a finding that only the whole tree
/// shows, and whether it still holds depends on the day.
struct Suppressor {
    private let directives: [Directive]
    private let today: CalendarDay
    private var byPath: [String: [Int]] = [:]
    /// The rules of which each directive has answered a finding.
    private var used: [Set<String>]

    init(_ directives: [Directive], today: CalendarDay) {
        self.directives = directives
        self.today = today
        used = Array(repeating: [], count: directives.count)
        for (index, directive) in directives.enumerated() {
            byPath[directive.path, default: []].append(index)
        }
    }

    /// Moves what is answered from the report's findings to its suppressed ones.
    ///
    /// What is a part of a suppressed finding is suppressed with it: the two are one place.
    mutating func apply(to report: inout ScanReport) {
        var answers: [Int: Int] = [:]
        var whole: [String: Int] = [:]
        for (index, finding) in report.findings.enumerated() {
            guard let directive = directive(for: finding) else { continue }
            answers[index] = directive
            whole[finding.fingerprint] = directive
        }
        if answers.isEmpty { return }
        var open: [Finding] = []
        for (index, finding) in report.findings.enumerated() {
            let answer = answers[index] ?? finding.partOf.flatMap { whole[$0] }
            guard let answer else {
                open.append(finding)
                continue
            }
            let directive = directives[answer]
            report.suppressed.append(
                SuppressedFinding(
                    finding: finding,
                    reason: directive.reason,
                    until: directive.until,
                    line: directive.start.line
                )
            )
        }
        report.findings = open
    }

    private mutating func directive(for finding: Finding) -> Int? {
        guard let candidates = byPath[finding.path] else { return nil }
        var answer: Int?
        for index in candidates where directives[index].covers(finding, on: today) {
            used[index].insert(finding.rule)
            answer = answer ?? index
        }
        return answer
    }

    /// What is wrong with the directives, each with its complaints as one sentence.
    ///
    /// - Parameters:
    ///   - known: All rules there are.
    ///   - judged: The rules whose findings this scan has seen all of.
    /// - Returns: The directives about which there is something to say.
    func complaints(
        known: [String],
        judged: Set<String>
    ) -> [(directive: Directive, message: String)] {
        directives.indices.compactMap { index in
            let directive = directives[index]
            let complaint =
                directive.fault?.message ?? expiry(directive)
                ?? misnamed(directive, known) ?? unused(directive, used[index], judged)
            return complaint.map { (directive, $0) }
        }
    }

    private func expiry(_ directive: Directive) -> String? {
        guard let until = directive.until, !directive.isValid(on: today) else { return nil }
        return "The suppression has ended on \(until) and hides nothing any more; "
            + "repair what it hid, or give it a new day."
    }

    private func misnamed(_ directive: Directive, _ known: [String]) -> String? {
        guard let name = directive.rules.first(where: { !known.contains($0) }) else { return nil }
        if name == SuppressionRule.ruleName {
            return "A finding about a suppression cannot be suppressed; repair the suppression."
        }
        let advice = NearestName.of(name, in: known).map { "is \($0) meant?" }
        return "The suppression names a rule that does not exist; "
            + (advice ?? "signet rules lists those that do.")
    }

    private func unused(
        _ directive: Directive,
        _ used: Set<String>,
        _ judged: Set<String>
    ) -> String? {
        let idle = directive.rules.filter { judged.contains($0) && !used.contains($0) }
        if idle.isEmpty { return nil }
        return "\(idle.joined(separator: " and ")) \(idle.count == 1 ? "finds" : "find") nothing "
            + "here that is to be suppressed; take the suppression away."
    }
}

extension Directive.Fault {
    /// One sentence: what is wrong and what to do.
    fileprivate var message: String {
        switch self {
        case .unknownWord:
            "The comment tells the scanner what it does not understand; "
                + "write signet: ignore[rule] reason."
        case .noRules:
            "The suppression names no rule; write signet: ignore[rule] reason."
        case .unclosed:
            "The suppression's list of rules has no end; put a bracket behind it."
        case .noReason:
            "The suppression gives no reason and hides nothing; say behind the bracket why."
        case .noDay:
            "The suppression's last day is none; write it as until 2027-01-31."
        case .tooLow:
            "A suppression for the whole file stands below line \(Directive.lastLineForFile); "
                + "move it up, where readers see it."
        }
    }
}

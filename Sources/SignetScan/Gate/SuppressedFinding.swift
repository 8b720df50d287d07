/// A finding that a directive in its file has answered.
package struct SuppressedFinding: Sendable, Equatable {
    /// The finding.
    package var finding: Finding
    /// The reason that the directive gives.
    package var reason: String
    /// The last day on which the directive holds, if not for ever.
    package var until: CalendarDay?
    /// The line of the directive.
    package var line: Int

    /// Creates a suppressed finding.
    package init(finding: Finding, reason: String, until: CalendarDay?, line: Int) {
        self.finding = finding
        self.reason = reason
        self.until = until
        self.line = line
    }
}

/// A comment that tells the scanner which findings to leave be, and why.
///
/// `signet: ignore[raw-uuid] the partner's format, until 2027-01-01` speaks for the line on which
/// it ends a statement, or, alone on a line, for the next one. `ignore-file` speaks for the file.
package struct Directive: Sendable, Equatable {
    /// What a directive speaks for.
    package enum Scope: Sendable, Equatable {
        /// The findings on a line, and those that go on across it.
        case line(Int)
        /// All findings in the file.
        case file
    }

    /// Why a directive cannot be followed.
    package enum Fault: UInt8, Sendable, CaseIterable {
        /// It says something else than `ignore` and `ignore-file`.
        case unknownWord
        /// It names no rule.
        case noRules
        /// The list of rules has no end.
        case unclosed
        /// It gives no reason.
        case noReason
        /// What stands after `until` is no day.
        case noDay
        /// It speaks for the file and stands too low in it.
        case tooLow
    }

    /// How far down in a file a directive for the whole file may stand.
    package static let lastLineForFile = 30

    /// The file, relative to the working directory.
    package var path: String
    /// The language of the file.
    package var language: String
    /// The service of the file.
    package var service: String?
    /// Whether the file is a test.
    package var isTest: Bool
    /// Where the directive begins: at `signet:`.
    package var start: SourceLocation
    /// Where its line of the comment ends: the first column after it.
    package var end: SourceLocation
    /// What it speaks for.
    package var scope: Scope
    /// The rules whose findings are to be left be.
    package var rules: [String]
    /// Why.
    package var reason: String
    /// The last day on which it holds, if not for ever.
    package var until: CalendarDay?
    /// Why it cannot be followed, if it cannot.
    package var fault: Fault?
    /// The fingerprint of a finding about the directive itself.
    package var fingerprint: String

    /// Whether the directive leaves `finding` be on a day.
    func covers(_ finding: Finding, on today: CalendarDay) -> Bool {
        guard fault == nil, isValid(on: today), rules.contains(finding.rule) else { return false }
        return switch scope {
        case .file: true
        case .line(let line): finding.start.line <= line && line <= finding.end.line
        }
    }

    /// Whether the day is not after the last one.
    func isValid(on today: CalendarDay) -> Bool {
        until.map { today <= $0 } ?? true
    }
}

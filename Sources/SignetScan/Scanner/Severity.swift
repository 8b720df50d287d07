/// How bad a finding is.
package enum Severity: String, Sendable, CaseIterable {
    /// Must be repaired.
    case error
    /// Should be repaired.
    case warning
    /// Worth knowing.
    case note
}

extension Severity: Comparable {
    /// What must be repaired is greater than what is only worth knowing.
    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

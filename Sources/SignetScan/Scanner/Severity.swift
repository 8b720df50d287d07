/// How bad a finding is.
package enum Severity: String, Sendable, CaseIterable {
    /// Must be repaired.
    case error
    /// Should be repaired.
    case warning
    /// Worth knowing.
    case note
}

/// How far a change may be trusted.
package enum FixLevel: String, Sendable, CaseIterable, Comparable {
    /// The same type comes out, nothing in the tree depends on the look, and it fits wherever the
    /// old value fitted.
    case safe
    /// Plausible, but a person is to look at it: the text has another length or another kind.
    case unsafe
    /// Shown with a suggestion and never written.
    case manual

    /// The safest first.
    package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .safe: 0
        case .unsafe: 1
        case .manual: 2
        }
    }
}

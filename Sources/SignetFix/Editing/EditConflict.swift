/// Why edits cannot be made together.
package enum EditConflict: Error, Sendable, Hashable {
    /// Both edits want the same bytes.
    case overlap(SourceEdit, SourceEdit)
    /// Both edits insert at one offset, and nothing says which comes first.
    case sameInsertion(SourceEdit, SourceEdit)
    /// The edit reaches beyond the file, which has `count` bytes.
    case outside(SourceEdit, count: Int)

    /// What is wrong, as one clause.
    package var reason: String {
        switch self {
        case .overlap(_, let edit):
            "two edits want byte \(edit.range.lowerBound)"
        case .sameInsertion(_, let edit):
            "two edits insert at byte \(edit.range.lowerBound) and none says which comes first"
        case .outside(let edit, let count):
            "an edit ends at byte \(edit.range.upperBound) of a file of \(count) bytes"
        }
    }
}

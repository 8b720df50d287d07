import SignetScan

/// The form in which rewritten code asks for its identifiers.
package enum FixForm: String, Sendable, CaseIterable {
    /// Kind and 26 characters; never longer than a UUID's text for kinds of up to nine letters.
    case compact
    /// Kind, slots, time, counter and tail, for logs and people.
    case readable
    /// The text of a UUID, for code that asks for one.
    case uuid

    /// How many characters a text of `kind` has; `nil` where slots make that vary.
    func length(of kind: String) -> Int? {
        switch self {
        case .compact: kind.utf8.count + 27
        case .readable: nil
        case .uuid: 36
        }
    }
}

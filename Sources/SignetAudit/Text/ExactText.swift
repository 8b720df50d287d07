/// A text that equals another only when both have the same bytes.
///
/// Swift's strings are equal when Unicode calls them so; the names of two tenants are not.
struct ExactText: Hashable, Sendable {
    /// The text.
    let text: String

    /// Takes a text.
    init(_ text: String) { self.text = text }

    static func == (left: Self, right: Self) -> Bool { left.text.isExactly(right.text) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { bytes in unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
    }
}

extension String {
    /// Whether both have the same bytes.
    func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

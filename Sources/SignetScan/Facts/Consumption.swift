/// A place that depends on how an identifier looks, and breaks when that changes.
package struct Consumption: Sendable, Equatable {
    /// In which way a place depends on the look.
    package enum Operation: String, Sendable, CaseIterable {
        /// Takes it apart at a separator; the detail is the separator.
        case split
        /// Takes characters by their position; the detail is the index or slice, such as `:8`.
        case slice
        /// Looks at its beginning or end; the detail is the text, such as `run_`.
        case affix
        /// Compares its length; the detail is the number.
        case length
        /// Matches it with a pattern of a UUID or of prefix and digits.
        case pattern
        /// Parses it as a UUID.
        case parse
        /// Declares it as a UUID in a signature, model or schema; the detail is the type.
        case annotation
        /// Stores it in a column; the detail is the type, such as `String(36)` or `UUID`.
        case column
        /// Takes a UUID from a URL; the detail is the converter, such as `<uuid:`.
        case route
        /// Says in a schema for other programs that it is a UUID.
        case schema
        /// Sorts or compares by it.
        case order
        /// Replaces or freezes the generator in a test; the detail is what is replaced.
        case mock
        /// Hands it over as a secret; the detail is the name of that, such as `api_key`.
        case credential
    }

    /// The bytes of the expression that depends on the look.
    package var range: Range<Int>
    /// In which way it depends.
    package var operation: Operation
    /// The last name of what is consumed, such as `thread_id`, if it has one.
    package var subject: String?
    /// What exactly is relied on; see `Operation`.
    package var detail: String?
    /// Of columns: how many characters fit, if that is limited.
    package var width: Int?
    /// The function or method that encloses it.
    package var function: String?

    /// Creates a consumption.
    package init(
        range: Range<Int>,
        operation: Operation,
        subject: String? = nil,
        detail: String? = nil,
        width: Int? = nil,
        function: String? = nil
    ) {
        self.range = range
        self.operation = operation
        self.subject = subject
        self.detail = detail
        self.width = width
        self.function = function
    }
}

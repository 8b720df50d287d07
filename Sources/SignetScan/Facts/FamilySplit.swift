/// A place that has one identifier of a context and generates a sibling of it anew.
///
/// Either a call hands on the one and a fresh value of the other, or one function generates both
/// apart from each other.
package struct FamilySplit: Sendable, Equatable {
    /// The bytes of the fresh value.
    package var range: Range<Int>
    /// What the fresh value is given to, such as `run_id`.
    package var fresh: String
    /// What is handed on, or was generated before, beside it, such as `thread_id`.
    package var passed: String
    /// The last name of what is called; `nil` where the function generates both.
    package var callee: String?
    /// The function or method that encloses it.
    package var function: String?

    /// Creates a family split.
    package init(
        range: Range<Int>,
        fresh: String,
        passed: String,
        callee: String? = nil,
        function: String? = nil
    ) {
        self.range = range
        self.fresh = fresh
        self.passed = passed
        self.callee = callee
        self.function = function
    }
}
